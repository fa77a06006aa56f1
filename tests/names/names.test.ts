import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/names/names.ts';
import { anyString } from '../any-string.ts';
import { runs } from '../runs.ts';

const namesOf = (text: string, kind: 'organisation' | 'person'): string[] =>
  findNames(text)
    .filter((name) => name.kind === kind)
    .map((name) => name.text);

describe('organisations', () => {
  it.each([
    // Both parties, and the place between them is none.
    ['3月5日，青禾市人民政府与临江理工大学在青禾签署战略合作协议。', ['青禾市人民政府', '临江理工大学']],
    ['云川银行与海蓝生物科技有限公司签约。', ['云川银行', '海蓝生物科技有限公司']],
    ['海蓝大学和云川学院今天签约', ['海蓝大学', '云川学院']],
    // Between a party and what it did stand the day and the place.
    ['海州大学与云川1月1日签约。', ['海州大学', '云川']],
    ['海州大学与星河软件于2023年8月15日上午在云川宾馆签约。', ['海州大学', '星河软件']],
    // Where a share is traded is no party.
    ['海蓝机械股份有限公司(600000.SH)发布报告。', ['海蓝机械股份有限公司']],
    // A title ends a name.
    ['星河软件集团董事长梁思远表示祝贺。', ['星河软件集团']],
    // A longer name is one name, not its beginning.
    ['比亚迪集团与西工大签约。', ['比亚迪集团', '西工大']],
    // What joins two parties, and what does not.
    ['同时海棠汽车与青禾集团签署备忘录。', ['海棠汽车', '青禾集团']],
    ['云川银行与海蓝数据18日签约。', ['云川银行', '海蓝数据']],
    ['云川银行与海蓝数据就供应链达成合作。', ['云川银行', '海蓝数据']],
    // What says what a party is, is none of its name.
    ['学校与人工智能龙头企业海蓝智行签约。', ['海蓝智行']],
    ['云川银行与世界500强青禾集团签约。', ['云川银行', '青禾集团']],
    // Each party of pairs in a row, whatever it looks like.
    ['青禾集团与海蓝公园、台企白塔园艺与云河镇政府分别签署协议。', ['青禾集团', '白塔园艺', '云河镇政府']],
    // A legal form makes a name of any word; a short form in brackets is no other name.
    ['大股东为牛奶有限公司。', ['牛奶有限公司']],
    ['获欧洲海棠协会（EHA）授权。', ['欧洲海棠协会']],
    ['双方签署协议。', []],
    ['', []],
  ])('are found in "%s"', (text, names) => {
    expect(namesOf(text, 'organisation')).toEqual(names);
  });

  it('are given as they stand, in Traditional characters', () => {
    expect(namesOf('北京大學第三醫院院長沈佳怡介紹了情況。', 'organisation')).toEqual(['北京大學第三醫院']);
  });

  it.each([
    ['Harbour Institute and Reed Hospital signed.', ['Harbour Institute', 'Reed Hospital']],
    ['On Monday Ossen and the Mill Polytechnic University met.', ['Ossen', 'Mill Polytechnic University']],
    [
      'The Ministry of Trade and Industry and Reed Hospital met.',
      ['Ministry of Trade and Industry', 'Reed Hospital'],
    ],
    ['Johnson & Johnson and Reed Hospital met.', ['Johnson & Johnson', 'Reed Hospital']],
    ['海棠大学与兰台医院（简称“兰医”）签约。', ['海棠大学', '兰台医院']],
    ['和平医院与海棠大学签约。', ['和平医院', '海棠大学']],
  ])('that a word joins are told apart in "%s"', (text, names) => {
    expect(namesOf(text, 'organisation')).toEqual(names);
  });

  it('are found in English', () => {
    expect(namesOf('Cloud River Bank met Ocean Blue University.', 'organisation')).toEqual([
      'Cloud River Bank',
      'Ocean Blue University',
    ]);
  });
});

describe('people', () => {
  it.each([
    // After a title, also where titles and names follow each other.
    ['星河软件集团董事长梁思远、临江大学校长何雅琴出席签约仪式。', ['梁思远', '何雅琴']],
    ['据悉，副市长林国栋会见了云川集团总裁赵一帆一行。', ['林国栋', '赵一帆']],
    ['他是新任党委书记刘海波，曾任县长。', ['刘海波']],
    ['长江研究院院长是马骏。', ['马骏']],
    // A surname of two characters.
    ['临江大学校长欧阳明哲代表学校签字。', ['欧阳明哲']],
    // Both parties, without titles.
    ['陈晓东和王敏签署了合同。', ['陈晓东', '王敏']],
    ['由郑文轩代表公司签字。', ['郑文轩']],
    ['由于部分灯笼损坏，灯会延期。', []],
    // 高新 and 方面 begin with surnames and are words.
    ['高新技术方面的合作', []],
    ['许多人说，和平等人来了。', []],
    ['专家李玉等表示祝贺。', ['李玉']],
    // A surname that no list has, right after an office.
    ['市委书记蒿慧杰、市长王国庆出席。', ['蒿慧杰', '王国庆']],
    ['秘书长林朵以及其他人参加。', ['林朵']],
    // A name ends before what its bearer does, and a title may follow it.
    ['星河软件执行副总裁兼总经理梁思代表双方签署协议。', ['梁思']],
    ['星河软件集团梁思远副总裁与云川学院何雅琴院长见面。', ['梁思远', '何雅琴']],
    ['首席商业官茅剑滨表示', ['茅剑滨']],
    ['主持人黄桢的数字人', ['黄桢']],
    ['云川集团张辉等参加活动。', ['张辉']],
    // Words within a title, and words in quotation marks, are no names.
    ['党委副书记、副总工程师出席，启动“温暖云”系统。', []],
    ['馆长斯维塔兰娜·安纳托列夫娜·王、', ['斯维塔兰娜·安纳托列夫娜·王']],
    // Foreign names, as their sounds are written: after a title, with a dot, or as a word of their own.
    ['国务卿布林肯签署了豁免令。', ['布林肯']],
    ['根据总统拉索签署的政令', ['拉索']],
    ['总干事费尔南多·阿里亚斯说', ['费尔南多·阿里亚斯']],
    ['据拉斯穆森表示', ['拉斯穆森']],
  ])('are found in "%s"', (text, names) => {
    expect(namesOf(text, 'person')).toEqual(names);
  });

  it('are given as they stand, in Traditional characters', () => {
    expect(namesOf('市長張曉東出席。', 'person')).toEqual(['張曉東']);
  });
});

describe('any text', () => {
  it('gives names in order that do not overlap and are verbatim', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '云川银行',
        '临江理工大学',
        '校长',
        '欧阳明哲',
        '梁思远',
        '与',
        '、',
        '，',
        '簽署',
        '𠮷',
        '😀',
      ),
      fc.constantFrom(
        'Ocean Blue University',
        ' and ',
        'Zhou',
        '. ',
        '北京大學',
        'ＡＢＣ集团',
        '（',
        '2024年',
      ),
      anyString({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const name of findNames(text)) {
          expect(name.start).toBeGreaterThanOrEqual(end);
          expect(name.text).toBe(text.slice(name.start, name.end));
          expect(name.text).not.toBe('');
          end = name.end;
        }
      }),
      runs(100),
    );
  });
});

describe('capitals at the beginning of a sentence', () => {
  it.each([
    ['Check that the harbour is open.', []],
    ["You'll find it in the mill.", []],
    ['Keeping Redwood clean is what Ada Brooke does.', ['Redwood', 'Ada Brooke']],
    ['Ask Ben Hill. Radford gives us the figures.', ['Radford']],
    ['Moderators: Juniper, Ben Hill', ['Juniper', 'Ben Hill']],
    ['Kestrel reads the letters.', ['Kestrel']],
    ['X-ray is forbidden.', []],
    ['It opens on Sundays.', []],
    ['The Lantern Festival begins.', []],
    ['Teeth are insured in the US by MetLife.', ['MetLife']],
  ])('are no names by themselves: %s', (text, names) => {
    expect(findNames(text).map((name) => name.text)).toEqual(expect.arrayContaining(names));
    if (names.length === 0) expect(findNames(text)).toEqual([]);
  });
});
