import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/types.ts';
import { type CutReason, checkStatement } from '../../src/writing/check.ts';
import { groundOf } from '../../src/writing/ground.ts';
import { readStatements } from '../../src/writing/statements.ts';

const groundWith = (title: string, text: string, date: string | null, url: string | null) =>
  groundOf({
    ...{ number: 1, passage: 'one#1', headings: [], anchor: null, text },
    article: { id: 'one', title, date, url },
  });

const NEWS = groundWith(
  '辽宁省人民政府与西北工业大学签约',
  '1月31日，辽宁省人民政府与西北工业大学（简称“西工大”）在沈阳签署合作协议，霍步刚代表辽宁省签字。项目总投资500万元，首期三年，覆盖12个城市。',
  '2024-02-04',
  null,
);
const LAB = groundWith(
  'Harbour Institute opens a lab',
  'On 3 May 2023 the Harbour Institute opened a robotics lab in Bristol with 1.5 million pounds from Acme Corporation. Jane Moe leads its 12 researchers. The lab admits students from autumn 2024.',
  '2023-05-04',
  null,
);
const GUIDE = groundWith(
  'Server guide',
  'Open the server settings and choose Roles. Run `npm install lantern@14`, then `node index.js`. The world resets every Monday at 9:00. Up to 20 players can join on port 25565, and whoever is banned may appeal within two weeks. More: https://guide.example.org/roles, or roles@guide.example.org, and roles@other.example.',
  null,
  'https://guide.example.org/start',
);

const judge = (said: string, ground: typeof NEWS, language: Language) =>
  readStatements(said, true).map(
    (statement) =>
      checkStatement(statement, {
        ...{ language, secrets: ['sk-0123'] },
        groundOf: (number) => [ground][number - 1],
      })?.reason ?? null,
  );

const HOLDS: readonly (readonly [Language, typeof NEWS, string])[] = [
  ['zh', NEWS, '辽宁省人民政府与西北工业大学于2024年1月31日签署合作协议[1]。'],
  ['zh', NEWS, '項目總投資五百萬元，首期三年[1]。'],
  [
    'en',
    NEWS,
    'Northwestern Polytechnical University signed an agreement with Liaoning on 31 January 2024 [1].',
  ],
  ['en', NEWS, 'Huo Bugang signed for Liaoning in Shenyang [1].'],
  ['en', NEWS, 'The total investment is 5 million yuan [1].'],
  ['en', NEWS, 'The first phase lasts three years [1].'],
  ['en', LAB, 'The Harbour Institute opened a lab in May 2023 [1].'],
  ['en', LAB, 'Twelve researchers work in the robotics lab [1].'],
  ['zh', LAB, 'Harbour Institute 于2023年5月3日开设了机器人实验室[1]。'],
  ['zh', LAB, 'Acme Corporation 出资150万英镑[1]。'],
  ['en', GUIDE, 'Open the server settings and choose Roles [1].'],
  ['en', GUIDE, 'Run `npm install lantern@14` [1].'],
  ['en', GUIDE, 'Run it:\n```\nnpm install lantern@14\nnode index.js\n```\n[1]'],
  ['en', GUIDE, 'More is on https://guide.example.org/roles [1].'],
  ['en', GUIDE, 'Whoever is banned may appeal to roles@guide.example.org [1].'],
  ['zh', GUIDE, '世界每周一9:00重置[1]。'],
  ['zh', GUIDE, '被封禁的人可以在两周内申诉[1]。'],
];

const CUT: readonly (readonly [CutReason, Language, typeof NEWS, string])[] = [
  ['uncited', 'en', NEWS, 'It was signed with Liaoning.'],
  ['unknown', 'en', NEWS, 'It was signed with Liaoning [2].'],
  ['date', 'en', NEWS, 'It was signed on 30 January 2024 [1].'],
  ['date', 'zh', NEWS, '协议于2024年2月签署，2025年到期[1]。'],
  ['date', 'en', LAB, 'The lab admits students from spring 2024 [1].'],
  ['date', 'en', GUIDE, 'The world resets every Tuesday [1].'],
  ['date', 'zh', GUIDE, '世界每周二重置[1]。'],
  ['number', 'en', NEWS, 'The total investment is 6 million yuan [1].'],
  ['number', 'zh', NEWS, '首期为五年[1]。'],
  ['number', 'en', GUIDE, 'The world resets at 10:00 [1].'],
  ['number', 'en', GUIDE, 'Up to 2 players can join on port 2556 [1].'],
  ['number', 'en', LAB, 'Acme Corporation gave 15 % of the lab [1].'],
  ['name', 'en', NEWS, 'Wang Wei signed for Liaoning [1].'],
  ['name', 'zh', NEWS, '清华大学签署了协议[1]。'],
  ['name', 'zh', NEWS, '协议在北京签署[1]。'],
  ['name', 'en', LAB, 'The Acme Institute opened a lab [1].'],
  ['name', 'en', LAB, 'John Moe leads the lab [1].'],
  ['name', 'en', LAB, 'The lab opened in London [1].'],
  ['code', 'en', GUIDE, 'Run `npm install lantern@13` [1].'],
  ['code', 'en', GUIDE, 'Use /ban in the server settings [1].'],
  ['code', 'en', GUIDE, 'Open server_settings and choose Roles [1].'],
  ['code', 'en', GUIDE, 'Run it:\n```\nnpm install lantern@14\nrm -r lantern\n```\n[1]'],
  ['link', 'en', GUIDE, 'More is on https://other.example/roles [1].'],
  ['link', 'en', GUIDE, 'More is on guide.example.com [1].'],
  ['link', 'en', GUIDE, 'Open javascript:alert(1) in the server settings [1].'],
  ['link', 'en', GUIDE, 'See [the guide](https://other.example) [1].'],
  ['link', 'en', GUIDE, 'Whoever is banned may appeal to roles@other.example [1].'],
  ['markup', 'en', GUIDE, 'See [the server settings](here) [1].'],
  ['markup', 'en', GUIDE, 'Open the <img src=x> server settings [1].'],
  ['mention', 'en', GUIDE, 'Ask @everyone to choose Roles [1].'],
  ['mention', 'en', GUIDE, 'Ask <@123456789012345678> for Roles [1].'],
  ['language', 'en', NEWS, '辽宁省人民政府签署了合作协议[1]。'],
  ['language', 'zh', GUIDE, 'Open the server settings and choose Roles [1].'],
  ['elsewhere', 'en', GUIDE, 'The moon is made of cheese [1].'],
  ['elsewhere', 'zh', NEWS, '月亮是奶酪做的[1]。'],
  ['secret', 'en', GUIDE, 'The server settings have sk-0123 [1].'],
];

describe('a statement', () => {
  it.each(HOLDS)('in %s is shown where its passage has all that it says', (language, ground, said) => {
    expect(judge(said, ground, language)).toEqual([null]);
  });

  it.each(CUT)('is cut: %s, in %s', (reason, language, ground, said) => {
    expect(judge(said, ground, language)).toContain(reason);
  });

  it('may take what it says from several passages that it refers to, and from no other', () => {
    const grounds = [LAB, GUIDE];
    const reasonOf = (said: string) =>
      checkStatement(readStatements(said, true)[0]!, {
        ...{ language: 'en', secrets: [] },
        groundOf: (number) => grounds[number - 1],
      })?.reason ?? null;
    expect(reasonOf('Jane Moe may appeal within two weeks [1][2].')).toBeNull();
    expect(reasonOf('Jane Moe may appeal within two weeks [2].')).toBe('name');
  });
});
