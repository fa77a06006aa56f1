import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine.ts';
import type { OpenIndex } from '../src/index/open.ts';
import { find, openCorpus, openStartingCorpus, rankedIds } from './open-corpus.ts';
import { makeFolder } from './temporary-folder.ts';

/** A question, and the first places of its ranking, each with its reason; later places have none. */
type Ranking = readonly [question: string, ...ids: string[]];

const ENGLISH: readonly Ranking[] = [
  [
    'who signed with Liaoning and when',
    'liaoning-npu', // 辽宁 is Liaoning by its gloss and its pinyin; no other article names the province
  ],
  [
    '西工大 signed with which province?',
    'liaoning-npu', // the only article of 西北工业大学, under its short name, and the only one of a province
  ],
  [
    'Where is Huo Bugang mentioned?',
    'liaoning-npu', // 霍步刚 is in no dictionary: found by the pinyin of surname and given name
  ],
  [
    'What did Thermo Fisher Scientific and Belief BioMed sign?',
    'thermo-fisher-belief-biomed.en', // holds both names word for word, in its title too
    'thermo-fisher-belief-biomed.zh', // 赛默飞世尔科技 and 信念医药 are known by these English names
  ],
  [
    'Which hospital did Beihang University sign with?',
    'beihang-pku-third-hospital', // Beihang University is the English name of 北京航空航天大学
  ],
  [
    'proficiency testing agreement at the import expo',
    'cti-lgc.en', // every word of the question, in English
    'cti-lgc.zh', // the same agreement: 能力验证 and 进口博览会 by their glosses
    'sciex-ciie', // the same expo, but no testing
  ],
  [
    'When did Nanjing Medical University sign with Nanjing University of Aeronautics and Astronautics?',
    'njmu-nuaa', // both parties
    'beihang-pku-third-hospital', // another university of aeronautics and astronautics
  ],
  [
    'Who is the party secretary of Changzhi Medical College?',
    'taiyuan-changzhi', // the college
    'xian-shiyou-northwest', // other schools, and four party secretaries or deputies
  ],
];

const CHINESE: readonly Ranking[] = [
  [
    '谁和辽宁签了约，什么时候？',
    'liaoning-npu', // the only article with 辽宁
  ],
  [
    '遼寧跟哪所大學簽了協議',
    'liaoning-npu', // Traditional 遼寧 is 辽宁, and nobody else's; 大學 and 協議 are everywhere
  ],
  [
    '標準品和能力驗證的協議是誰簽的',
    'cti-lgc.zh', // Traditional 標準品 and 能力驗證 are what this agreement is about
  ],
  [
    '南京航空航天大學的校長叫什麼',
    'njmu-nuaa', // the whole name, in Traditional characters
    'beihang-pku-third-hospital', // 航空航天大学 is the greater part of its name
  ],
  [
    '北航和哪家医院签约',
    'beihang-pku-third-hospital', // 北航 stands nowhere: it is a short name of 北京航空航天大学
  ],
  [
    '华测检测和LGC签的是什么',
    'cti-lgc.zh', // both names word for word
    'cti-lgc.en', // the same agreement in English: LGC, and 检测 by its gloss
  ],
  [
    'SCIEX第几次参加进博会？',
    'sciex-ciie', // the name, and taking part in the expo
    'cti-lgc.en', // the same expo, every word of whose English name is a gloss of 进博会
    'cti-lgc.zh', // the same expo, in Chinese
  ],
  [
    '2023年12月有哪些签约？',
    'beihang-pku-third-hospital', // 26 December, and 签约 word for word
    'taiyuan-changzhi', // 1 December, 签署 only
  ],
];

describe('rankings over the starting corpus', () => {
  let engine: Engine<OpenIndex>;
  beforeAll(async () => {
    engine = await openStartingCorpus().engine;
  });

  it.each(ENGLISH)('ranks for the English question "%s"', async (question, ...ids) => {
    expect((await rankedIds(engine, question)).slice(0, ids.length)).toEqual(ids);
  });

  it.each(CHINESE)('ranks for the Chinese question "%s"', async (question, ...ids) => {
    expect((await rankedIds(engine, question)).slice(0, ids.length)).toEqual(ids);
  });
});

const REPORT =
  '5月12日，青禾市与临江理工大学签署共建港口实验室的协议。实验室设在青禾老码头，占地三千平方米，首批招收四十名研究人员。' +
  '青禾市市长梁思远说，港口实验室将研究潮汐发电和船舶减排。临江理工大学校长何雅琴说，学校会派出两个团队长期驻守码头。';

describe('reprints', () => {
  let engine: Engine<OpenIndex>;
  beforeAll(async () => {
    engine = await openCorpus(
      makeFolder({
        'evening-paper.md': `---\ntitle: 青禾市共建港口实验室\n---\n${REPORT}\n（晚报编辑：周立民）\n`,
        'morning-paper.md': `---\ntitle: 港口实验室落户青禾，临江理工大学签署协议\n---\n${REPORT}\n`,
        'own-report.md':
          '---\ntitle: 青禾港口实验室签约\n---\n记者在现场看到，青禾市和临江理工大学的代表在老码头签署协议，要建一座港口实验室，研究潮汐。\n',
        'other.md': '---\ntitle: 云川银行发布年报\n---\n云川银行去年净利润增长百分之六，新开网点十二家。\n',
      }),
    );
  });

  it('folds a reprint under the better of the two, where it shares its rank', async () => {
    expect((await rankedIds(engine, '临江理工大学和谁签署了共建港口实验室的协议？')).slice(0, 2)).toEqual([
      'morning-paper+evening-paper', // one text; the title of the morning paper has the university and 签署协议
      'own-report', // its own words about the same event: an article of its own
    ]);
    const { articles } = await find(engine, '临江理工大学港口实验室');
    expect(articles.map(({ rank }) => rank)).toEqual(articles.map((_, i) => i + 1));
  });

  it('shows passages of the best of the reprints only', async () => {
    const { passages } = await find(engine, '临江理工大学港口实验室');
    const shown = passages.map(({ article }) => engine.index.article(article).id);
    expect(shown).toContain('morning-paper');
    expect(shown).not.toContain('evening-paper');
  });
});

describe('versions of a text', () => {
  const rules = (year: number, days: number): string =>
    `---\ntitle: Chess club rules ${year}\ndate: ${year}-02-01\n---\nA player registers ${days} days before the final. Games are played on Tuesdays in the old boathouse, and clocks are lent by the club for the evening.\n`;

  it('remain two, the best and the newest, and that of the time asked about', async () => {
    const years = [2019, 2020, 2021, 2022, 2023];
    const engine = await openCorpus(
      makeFolder(Object.fromEntries(years.map((year) => [`rules-${year}.md`, rules(year, year - 1990)]))),
    );
    const asked = await rankedIds(engine, 'How long before the final does a player register?');
    expect(asked).toHaveLength(2);
    expect(asked).toContain('rules-2023');
    expect(await rankedIds(engine, 'chess club rules 2020')).toContain('rules-2020');
  });
});

const OTHER_SUBJECTS = [
  '云川银行发布年报，净利润增长百分之六，新开网点十二家。',
  '面包店的老板说，黑麦面包每天早上六点出炉，周末加做牛角包。',
  '钢琴比赛昨晚落幕，十四岁的选手弹了三首奏鸣曲，评委全票通过。',
  '动物园的雪豹产下两只幼崽，饲养员用奶瓶喂养。',
  '医生提醒，流感季节老人和儿童应尽早接种疫苗。',
  '足球队主场三比一取胜，前锋打进两球，排名升到第四。',
  'The orchid show in the greenhouse ends on Sunday. Visitors saw nine hundred orchids.',
  'The city raised its parking fees by five percent, and drivers complained.',
  'A chess teacher opened a school for retired engineers.',
  '小说家的新书讲一个邮递员的一生，首印五万册。',
  '果农说，今年的苹果糖分高，收购价每斤四元。',
  '天文爱好者拍到了一颗彗星，它的尾巴长达数百万公里。',
];

describe('a long article', () => {
  it('shows five of its passages and leaves room for the others', async () => {
    const chapters = Array.from(
      { length: 12 },
      (_, i) =>
        `潮汐电站第${i + 1}号机组由青禾港建造。${`机组的叶轮在第${i + 1}座船坞装配，潮汐电站的工人每天检查青禾港的水位。`.repeat(8)}`,
    );
    const engine = await openCorpus(
      makeFolder({
        'long.md': `---\ntitle: 青禾港潮汐电站\n---\n${chapters.join('\n\n')}\n`,
        'short.md': '---\ntitle: 港区简讯\n---\n青禾港本周迎来第一艘运煤船，码头工人连夜卸货。\n',
        'remote.md': '---\ntitle: 水利简讯\n---\n另一座潮汐电站在南方动工，业主是云川集团。\n',
        // Of other things altogether: in a corpus of one subject nothing is nearer than the mean.
        ...Object.fromEntries(OTHER_SUBJECTS.map((text, i) => [`other-${i + 1}.txt`, text])),
      }),
    );
    expect(engine.index.manifest.passages).toBeGreaterThan(10);
    const { passages, articles } = await find(engine, '青禾港的潮汐电站');
    const shown = passages.map(({ article }) => engine.index.article(article).id);
    expect(shown.slice(0, 5)).toEqual(Array(5).fill('long')); // title and text say all of the question
    expect(shown.slice(5).toSorted()).toEqual(['remote', 'short']); // each says half of it
    expect(articles.map(({ article }) => engine.index.article(article).id)[0]).toBe('long');
  });
});
