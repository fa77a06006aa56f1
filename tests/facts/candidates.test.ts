import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/facts/candidates.ts';
import { saidText } from '../../src/passages/read.ts';
import { focusTerms } from '../../src/question/focus.ts';
import { readQuestion } from '../../src/question/question.ts';
import { resolveDates } from '../../src/text/dates.ts';
import { Matcher } from '../../src/text/locate.ts';

/** The text of the best candidate for the first kind that the question asks for. */
function best(asked: string, text: string): string | undefined {
  const question = readQuestion(asked, '2024-02-01')!;
  const weights = focusTerms(question.text, question.terms);
  const candidates = findCandidates(question, {
    said: saidText(text),
    dates: resolveDates(text, '2024-02-01'),
    published: '2024-02-01',
    weights,
    matcher: new Matcher(weights),
  });
  const [first] = candidates
    .filter(({ kind, isNoAnswer }) => kind === question.kinds[0] && !isNoAnswer)
    .sort((a, b) => b.score - a.score);
  return first && text.slice(first.start, first.end);
}

describe('who', () => {
  it.each([
    ['谁和云河市签约？', '8月15日，云河市人民政府与海棠汽车集团在云河国际会议中心签约。', '海棠汽车集团'],
    ['哪些企业和云河科技签约？', '会上，云河科技与海棠汽车、青禾数据、白塔通信等企业签署协议。', '海棠汽车、青禾数据、白塔通信'],
    ['常州市跟海棠汽车签约，市里谁代表签的？', '常州市市长王国庆出席签约仪式，常州市副市长李雪华与海棠汽车总经理张建国代表双方签署协议。', '李雪华'],
    ['Who signed for Haitang in the Yunhe deal?', '云河副市长李雪华与海棠副县长张建国分别代表双方签署协议。', '张建国'],
    ['海棠县这边是谁跟云河市签的字？', '云河市副市长李雪华、海棠县副县长张建国签署协议。', '张建国'],
    ['Who attended the Yunhe signing for Haitang?', '云河集团总裁李雪华、海棠集团总裁张建国出席签约仪式。', '张建国'],
    ['海棠跟哪家公司签了备忘录？', '海棠汽车公司与青禾集团签署备忘录。', '青禾集团'],
    ['豁免令是谁签的？', '据云河通讯社18日报道，国务卿布林肯签署了豁免令。', '布林肯'],
    ['黄埔海棠和谁签了合同？', '云船黄埔海棠船舶有限公司与青禾航运公司签署合同。', '青禾航运公司'],
    ['海棠跟哪里签约？', '7月27日，海棠汽车与云河县签约。', '云河县'],
    ['代表云河市签字的是谁？', '云河市副市长李雪华、海棠县副县长张建国签署协议。', '李雪华'],
    ['海棠基金会的秘书长是谁？', '海棠基金会理事长王国庆、秘书长李雪华，以及云河基金会秘书长张建国出席。', '李雪华'],
    ['青少年出版委员会的主任是谁？', '云河出版社社长王国庆担任委员会主任，李雪华担任委员会副主任。', '王国庆'],
    // Joined to the party given, not merely near it.
    ['中兴镇跟哪家企业签约？', '会上，海棠集团与云河公园、台企白塔园艺与中兴镇人民政府、云河协会与青禾协会分别签署协议。', '白塔园艺'],
    // The title asked for, in either language and before or after the name.
    ['Who is the Yunhe University president that witnessed it?', '云河大学党委书记王国庆，云河大学校长李雪华，云河大学副校长张建国出席并见证签约。', '李雪华'],
    ['谁是市委书记？', '市委副书记、市长王国庆，市委书记李雪华会见张建国一行。', '李雪华'],
    ['给云河授权的是哪三个国际组织？', '云河获国际海棠协会（HTA）、欧洲青禾协会（EQA）和白塔联合会（BTF）授权。', '国际海棠协会（HTA）、欧洲青禾协会（EQA）和白塔联合会'],
    ['华为那边是谁跟云河签的？', '云河市副市长李雪华、华为副总裁张建国签署协议，市长王国庆出席。', '张建国'],
    ['海棠集团签约代表？', '云河市市长王国庆出席。云河副市长李雪华与海棠集团副总裁张建国代表双方签署协议。', '张建国'],
    ['Who hosted the Yunhe signing?', '云河市副市长陈杰主持会议，海棠集团总裁王良友致辞。', '陈杰'],
    ['Haitang University Party secretary name?', '海棠大学党委书记王国庆，海棠大学党委副书记、纪委书记段勇出席。', '王国庆'],
    ['谁是土地案的法官？', '土地案由云河市人民法院海棠路法庭审理，承办法官王国庆调解了土地案。', '王国庆'],
    ['Which two Yunhe bureaus issued the template?', '近期，云河市教育局联合云河市环保局印发了示范文本。', '云河市教育局联合云河市环保局'],
    // Of two the one who is not of the other side.
    ['Who signed for Yunhe in the Haitang deal?', '副市长陈杰与海棠集团副总经理王良友代表双方签约。', '陈杰'],
    // Roles of several people, in their order.
    ['图书委员会的秘书长是谁？', '王国庆、李雪华、张建国分别担任图书委员会主任、秘书长、副秘书长。', '李雪华'],
    ['Who is the secretary-general of the book committee?', '王国庆、李雪华分别担任图书委员会主任、秘书长。', '李雪华'],
    // Nobody of another title while there is one of the title asked for.
    ['Who chairs Haitang?', '海棠集团总裁李雪华与海棠集团董事长王国庆出席。', '王国庆'],
    ['海棠是跟云河哪个区签的？', '青禾区政府与海棠集团签约，此前海棠集团与云河市人民政府签约。', '青禾区政府'],
    ['哪家公司和海棠签约？', '海棠集团与云河大学、青禾科技签约。', '青禾科技'],
    ['Who signed the Yunhe harbour agreement for Haitang?', '海棠集团副总裁王国庆与云河市副市长陈杰代表双方签署协议。', '王国庆'],
    ['海棠银行的新行长是谁？', '会议任命王国庆为海棠银行行长，免去李雪华的职务。', '王国庆'],
    // A district government that signed for itself, of a district that only a dictionary tells from a park.
    ['Which district government signed for the Haitang project?', '云河区政府与海棠集团的总裁李雪华签约。', '云河区政府'],
    ['Which district government signed with Haitang?', '海棠集团参观了皓月园区，与绿园区政府签约。', '绿园区政府'],
    // For one side, however it is asked.
    ['Who was the Haitang signatory of the Yunhe deal?', '云河市副市长陈杰与海棠集团副总裁王良友签署协议。', '王良友'],
    ['Who put his name to the Haitang deal on behalf of the province?', '副省长陈杰与海棠集团副总裁王良友代表双方签署协议。', '陈杰'],
    ['Who spoke for Haitang at the Yunhe launch?', '云河集团总裁王国庆致辞，海棠集团总裁李雪华致辞。', '李雪华'],
    ['派谁去海棠讲话的？', '云河副市长陈杰在海棠致辞。', '陈杰'],
    // An assistant is an official, too.
    ['Which Haitang University official spoke?', '海棠大学校长助理李雪华致辞，市长王国庆出席。', '李雪华'],
    ['Who chairs the Haitang book committee?', '海棠集团董事长王国庆出席，李雪华担任图书委员会主任。', '李雪华'],
    // What others of another place are called, too, does not name them.
    ['麻城市旅游局跟谁签约？', '麻城市旅游局与四川省旅游协会签署协议。', '四川省旅游协会'],
    ['Who founded Haitang Weekly?', '海棠周刊创办人李雪华、云河集团董事长王国庆出席。', '李雪华'],
    ['签法案的是哪位总统？', '时任总统乔治·W·布什签署了法案，议员拜登反对。', '乔治·W·布什'],
    ['Who hosted the Haitang signing?', '副市长陈晓强主持会议海棠集团青禾分公司签约。', '陈晓强'],
    ['哪位副社长参加了签字仪式？', '海棠报社副社长李雪华出席，云河市长王国庆签署协议。', '李雪华'],
    ['谁是海棠的董事长？', '云河集团董事长王国庆与海棠集团董事长李雪华出席。', '李雪华'],
    // Whose chairman is asked for, whatever else the question names.
    ['Who is the head of the Haitang federation that partnered with the Yunhe tax bureau?', '云河市税务局局长王国庆谈税务局与海棠联合会的合作，海棠联合会主席李雪华致辞。', '李雪华'],
    ['Who is the executive president of the Haitang chamber?', '云河公司董事长王国庆与海棠总商会执行会长、圣马力诺共和国代表李雪华启动了活动。', '李雪华'],
    ['Who became secretary-general of the book committee?', '图书委员会由王国庆担任委员会主任，李雪华担任委员会秘书长。', '李雪华'],
    ["Who signed on Haitang's behalf?", '云河副市长李雪华与海棠总裁张建国代表双方签署协议。', '张建国'],
    ['海棠集团是谁介绍的经验？', '云河大学与海棠集团签约，海棠集团副主席李雪华介绍了经验。', '李雪华'],
    ['用的是海棠哪个实验室的技术？', '展品借助海棠天琴实验室MUSE AI技术亮相。', '海棠天琴实验室'],
    // Who takes an office over, not who gives it up; and who does what behind 由.
    ['海棠公司的总经理是谁？', '海棠公司宣布，王国庆卸任总经理，李雪华接任公司总经理。', '李雪华'],
    ['谁点灯？', '灯会今晚开幕，由李雪华点灯。', '李雪华'],
    // Of a line that says what its people are all are told, by whatever name they go.
    ['谁是管理员？', '管理员：阿福、小满、青禾', '阿福、小满、青禾'],
    ['馆主是谁？', '馆主：老周', '老周'],
    ['Who are the helpers?', 'Helpers: Pim, Roberta and kiki_9.', 'Pim, Roberta and kiki_9'],
    ['Who is the treasurer?', 'The treasurer is Odile Brandt.', 'Odile Brandt'],
    ['Who judges the contest?', 'The contest is judged by Ada Lind, Ben Strand and 小鹿.', 'Ada Lind, Ben Strand and 小鹿'],
    ['Who built the mill?', 'Ada Lind and Ben Strand built the mill.', 'Ada Lind and Ben Strand'],
    ['Which textile federation signed at the Haitang textile park?', '中国纺织工业联合会在海棠纺织园签署协议。', '中国纺织工业联合会'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  }); // biome-ignore format: a table

  it.each(['这所投资五亿元的学校已经启用，由3家公司共建。', '据悉，该公司与两家银行签约。'])(
    'takes no pronoun and no count for a name: %s',
    (text) => {
      expect(best('哪家公司签约？', text)).toBeUndefined();
    },
  );

  it.each([
    ['青禾是谁？', '管理员：阿福、小满、青禾'],
    ['Who is Pim?', 'Helpers: Pim, Roberta and Quill'],
  ])('tells no neighbour of who is asked about: %s', (question, text) => {
    expect(best(question, text)).toBeUndefined();
  });

  it('ends an English name where Chinese text follows', () => {
    expect(best('LUXROBO和谁签约？', '当天，MODI与LUXROBO签约。')).toBe('MODI');
  });
});

describe('what a sentence denies', () => {
  it.each([
    [
      'How many blocks wide is the border?',
      'The border is 10,000 blocks and not 8,000 blocks.',
      '10,000 blocks',
    ],
    [
      'When does the fair start?',
      'The fair does not start on 14 March 2024, but on 21 March 2024.',
      '21 March 2024',
    ],
    ['灯会哪天开幕？', '灯会不是3月14日，而是3月21日开幕。', '3月21日'],
    ['门票多少钱？', '门票不是50元，是60元。', '60元'],
  ])('is no answer: %s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  });
});

it('tells the day of what happens once, and the hour of what comes again', () => {
  expect(best('When does the fair start?', 'The fair starts on 14 March 2024 at 18:00.')).toBe(
    '14 March 2024',
  );
  expect(best('What time does the fair start?', 'The fair starts on 14 March 2024 at 18:00.')).toBe('18:00');
  expect(best('When does the mill open?', 'The mill opens at 9:30.')).toBe('9:30');
});

it('tells no house for who bears a title', () => {
  expect(
    best('Who is the president of the college?', 'The College of Arts signed with Mill University.'),
  ).toBeUndefined();
});

it('tells no amount of something else', () => {
  expect(best('How much does the mill cost?', 'The mill has 12 rooms and opens at 9:30.')).toBeUndefined();
  expect(best('磨坊造价多少？', '磨坊建了三年，高30米。')).toBeUndefined();
});

describe('who, by what they did', () => {
  it.each([
    ['Who opposed the mill?', 'Anna Berg supported the mill, while Tom Reed opposed it.', 'Tom Reed'],
    ['Who did not vote against the mill?', 'Anna Berg voted for the mill, Tom Reed against it.', 'Anna Berg'],
    ['Who missed the fair?', 'Anna Berg and Ida Lund opened the fair, Tom Reed was absent.', 'Tom Reed'],
    ['Who attended the fair?', 'Tom Reed did not attend the fair, Anna Berg attended.', 'Anna Berg'],
    [
      'Who opened the mill?',
      'Welcomed by nobody but Ida Lund, the mill was opened by Anna Berg.',
      'Anna Berg',
    ],
    [
      'Who was appointed head of the mill?',
      'Tom Reed was appointed head of the mill by Anna Berg.',
      'Tom Reed',
    ],
    [
      'Who is the head of the mill?',
      'Tom Reed is a former head of the mill, Anna Berg is the head of the mill.',
      'Anna Berg',
    ],
    ['谁反对该方案？', '李雪华支持该方案，王国庆反对该方案。', '王国庆'],
    ['谁没有出席会议？', '馆长李雪华出席会议，副馆长王国庆缺席会议。', '王国庆'],
    ['前任馆长是谁？', '前任馆长李雪华与现任馆长王国庆见面。', '李雪华'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  });
});

describe('when something opens', () => {
  it.each([
    ['When does the mill open?', 'Since 2 May 2024 the mill is open from 9:30 to 18:00.', '9:30 to 18:00'],
    ['When is the mill closed?', 'The mill, rebuilt in May 2023, is closed on Mondays.', 'Mondays'],
    ['When does the fair begin?', 'The fair begins on 5 June 2024 in the mill.', '5 June 2024'],
    ['磨坊几点开门？', '磨坊2024年1月3日起开放，每天上午九点开门。', '上午九点'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  });
});

describe('where', () => {
  it.each([
    ['海棠总部搬去哪个楼了？', '启用仪式在云河又一全新商办综合体云粟文化广场举行。', '云粟文化广场'],
    ['活动在哪儿搞的？', '海棠街道在青禾路“人人讲堂”共同启动活动。', '青禾路“人人讲堂”'],
    ['暴雨研究所在哪个大会上签约？', '8月11日，在“2023东湖算力创新大会”上，暴雨研究所与云河公司签约。', '2023东湖算力创新大会'],
    ['合作是在哪个院区布局的？', '该院已在张江院区布局合作。', '张江院区'],
    ['In which city did Haitang open?', '海棠在内罗毕开业，海棠集团总部在肯尼亚。', '内罗毕'],
    ['海棠律所设在哪栋楼？', '海棠律所在迪拜Haitang Plaza设立。', '迪拜Haitang Plaza'],
    ['海棠集团总部在哪里？', '海棠集团总部位于昌原，是国内最大的船厂。', '昌原'],
    ['Where was the Haitang signing held?', '德国海棠公司的签约仪式在湖北咸宁举行。', '湖北咸宁'],
    ['Where was the orchid show?', 'The orchid show in the greenhouse opened on 18 May.', 'greenhouse'],
    ['海棠在哪里建设总部？', '海棠汽车将在“云谷之心”建设企业总部。', '云谷之心'],
    ['In which Yunhe district is the Haitang park?', '海棠云河创业园在静海区正式开园，该园区面积大。', '静海区'],
    ['海棠基金会跟云河集团在什么地方签的约？', '海棠基金会与云河集团的签约仪式在海棠基金会举行。', '海棠基金会'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  }); // biome-ignore format: a table
});

describe('when', () => {
  it.each([
    ['云河学校什么时候和运动中心签约？', '云河学校2019年1月组建球队，2020年9月与运动中心签约。', '2020年9月'],
    ['云河博览会哪天签约？', '8月7日，2023年云河国际博览会签约。', '8月7日'],
    ['数字海棠币的法律什么时候生效？', '1月24日签署的数字海棠币法律将于2月10日生效。', '2月10日'],
    ['When will the Haitang station open?', '海棠车站1月20日封顶，海棠车站拟于5月1日启用。', '5月1日'],
    ['王国庆什么时候去海棠？', '王国庆将于8月29至31日赴海棠。', '8月29至31日'],
    ['When will the Haitang museum open?', '海棠博物馆1月20日签约，拟于2025年开放海棠博物馆。', '2025年'],
    ['When was the Haitang hall originally meant to open?', '海棠馆2023年11月5日获批开放，原计划于2025年开放。', '2025年'],
    ['云河和海棠是几月份签约的？', '1月20日，云河和海棠座谈，去年5月云河与海棠签约。', '去年5月'],
    ['Until when are the Haitang shares frozen?', '海棠股权冻结，冻结期限自2023年7月11日至2026年7月10日。', '2026年7月10日'],
    ['海棠从几月份开始招生？', '1月20日云河与海棠签约招生，自今年9月起招生。', '今年9月'],
    // Who speaks of today does not speak of the day of the report.
    ['云河和海棠的签约时间？', '他说：“今天的云河和海棠签约”，1月30日云河和海棠集团签约。', '1月30日'],
    ['Before 2023, in which year was Yunhe guest of honour?', '2023年云河再任主宾，上一次是2019年。', '2019年'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  }); // biome-ignore format: a table
});

describe('how many and how much', () => {
  it.each([
    ['How many claims do I get?', 'Two corners make a claim. You begin with 3 claims.', '3 claims'],
    ['How many claims do I get?', 'Two corners make a claim.', undefined],
    ['How many lanterns hang there?', 'It takes ten hours to hang the lanterns.', undefined],
    ['How many lanterns hang there?', 'Lanterns: 300', '300'],
    ['有多少个灯笼？', '挂灯笼要3个小时。', undefined],
    ['How big can a file be?', 'Files may have 25 megabytes, members 100.', '25 megabytes'],
  ])('counts what is asked for: %s %s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  });

  it.each([
    ['交易额增长了多少？', '贷款余额1.1万亿元，交易额增长40%。', '40%'],
    ['How much is Haitang putting into Yunhe?', '海棠将与云河推出两款车，并向云河投入约7亿美元。', '7亿美元'],
    ['云河欠了多少钱？', '云河欠下数十亿美元。', '数十亿美元'],
    ['今年有多少孩子上台？', '活动办了5届，演出累计400场，1800余名儿童上台。', '1800余名'],
    ['How many kilometres of the road cross Yunhe?', '云河有42家公司，古道全长1600公里。', '1600公里'],
    ['How big a stake does Haitang hold in Yunhe?', '海棠占地500亩，持有云河34%的股份。', '34%'],
    ['这批车的总价多少？', '海棠交付400辆车，每辆20座，合计12亿元。', '12亿元'],
    ['海棠的合同签了几年？', '海棠与云河签了一份一年的合同。', '一年'],
    ['海棠的视频要拍多久？', '海棠的视频只要拍3分钟，相似度98%。', '3分钟'],
    ['海棠推介会一共签了多少亿？', '海棠推介会签约项目23个，总额达148.51亿元。', '148.51亿元'],
    ['How much is the Haitang fee?', '海棠每月收300元管理费，共15人。', '300元'],
    ['海棠车的功率多大？', '海棠车长4.5米，总功率200kW。', '200kW'],
    ['How many vessels did Haitang order?', '海棠订购4艘38000吨的船。', '4艘'],
    ['海棠能提供几项服务？', '海棠开设5个窗口，提供培训等9项服务。', '9项'],
    ['How much dairy does Yunhe make a year?', '云河奶牛达10万头，乳产品年产量25万吨。', '25万吨'],
    ['海棠中学最多提了多少分？', '海棠中学最高提分216分，多人超过600。', '216分'],
    // Said of each, not merely near it.
    ['How much do students pay?', 'Adults pay 60 crowns and students 30 crowns.', '30 crowns'],
    ['儿童票多少钱？', '成人票50元，儿童票20元，团体票15元。', '20元'],
    ['How many seats did the hall add in 2023?', 'The hall added 40 seats in 2022 and 75 in 2023.', '75'],
    ['How wide is the gate?', 'The gate cost 31,000 euros, weighs 2 tonnes and is 6 metres wide.', '6 metres'],
    ['学生门票多少钱？', '成人门票六十元，学生减半。', '减半'],
    // A time of day, a version, a number of a room and one in a name are no amounts.
    ['How much is a ticket?', 'From 09:30 on version 2.1 of the ticket costs 4 crowns in room 12.', '4 crowns'],
    ['How long does the repair take?', 'Of Windows 10 the repair on Mill Road 18 takes up to two hours.', 'two hours'],
    ['How much is to be invested in the solar programme?', '前10年投资回本，项目投资规模约5.47亿元。', '5.47亿元'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  }); // biome-ignore format: a table
});

describe('a candidate fits', () => {
  const fits = (asked: string, text: string): (boolean | undefined)[] => {
    const candidates = findCandidates(readQuestion(asked, '2024-02-01')!, {
      said: saidText(text),
      dates: resolveDates(text, '2024-02-01'),
      published: '2024-02-01',
      weights: new Map(),
      matcher: new Matcher(new Map()),
    });
    return [...new Set(candidates.map((one) => one.fits))];
  };

  it.each([
    ['协议有效期几年？', '投资5亿元，为期3年。', [false, true]],
    ['签约日期？', '2023年海棠节于8月7日开幕。', [false, true]],
    ['在哪家酒店签约？', '签约仪式在海棠大酒店举行。', [true]],
    ['在哪家酒店签约？', '签约仪式在海棠大学举行。', [false]],
    ['谁和哪家银行签约？', '海棠大学与云河银行签约。', [false, undefined]],
    ['和哪家公司签约？', '海棠大学与云河银行签约。', [false, undefined]],
    ['海棠和云河的合作期限几年？', '海棠连续四年第一，合作为期5年。', [false, true]],
    ['比分是多少？', '海棠队以3:2胜云河队，观众500人。', [true]],
  ])('where it is of the kind that "%s" asks for', (asked, text, expected) => {
    expect(fits(asked, text)).toEqual(expected);
  });
});

describe('what', () => {
  it.each([
    ['两家集团在哪些领域合作？', '双方将在版权合作、销售展示、人才交流等领域开展合作。', '版权合作、销售展示、人才交流'],
    // A list of fields, not any list, and without what leads it in.
    ['What areas will Haitang and Yunhe work on?', '海棠集团董事长、总裁李雪华感谢云河市。双方将围绕供水安全、能源保障、科技创新等方面开展合作。', '供水安全、能源保障、科技创新'],
    ['论坛的主题是什么？', '论坛以“生态优先 绿色发展”为主题。', '生态优先 绿色发展'],
  ])('%s', (question, text, expected) => {
    expect(best(question, text)).toBe(expected);
  }); // biome-ignore format: a table
});
