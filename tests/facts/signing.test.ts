import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { findCandidates } from '../../src/facts/candidates.ts';
import { SIGNING } from '../../src/facts/signing.ts';
import { saidText } from '../../src/passages/read.ts';
import { readQuestion } from '../../src/question/question.ts';
import { LANGUAGES } from '../../src/rules/languages.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { Matcher } from '../../src/text/locate.ts';
import { openStartingCorpus } from '../open-corpus.ts';

describe('a person', () => {
  const hands = (asked: string, text: string): (boolean | undefined)[] =>
    findCandidates(readQuestion(asked, '2024-02-01')!, {
      said: saidText(text),
      dates: [],
      published: '2024-02-01',
      weights: new Map(),
      matcher: new Matcher(new Map()),
    }).map(({ does }) => does);

  it.each([
    ['谁代表海棠签的字？', '海棠总裁张建国签署协议。', [true]],
    ['谁代表海棠签的字？', '海棠总裁张建国出席签约仪式。', [false]],
    ['海棠总裁是谁？', '海棠总裁张建国出席签约仪式。', [undefined]],
  ])('signs or only attends, where "%s" is asked', (asked, text, expected) => {
    expect(hands(asked, text)).toEqual(expected);
  });
});

describe('who signed for a party', () => {
  it.each([
    ['Who signed for Liaoning?', '霍步刚'],
    ['谁代表辽宁省在协议上签字？', '霍步刚'],
    ['谁代表西工大签的字？', '张开富'],
  ])('is named: %s', async (question, person) => {
    const { facts } = await answerQuestion(await openStartingCorpus().engine, question);
    expect(facts.find(({ kind }) => kind === 'who')?.text).toBe(person);
  });
});

describe('the party that a person signs for', () => {
  it.each([
    ['林秋', '海棠学院'],
    ['陈斌', '云河银行'],
  ])('is told for %s by its place in the list', (name, party) => {
    const text = '林秋与陈斌分别代表海棠学院和云河银行签约';
    const start = text.indexOf(name);
    const [span] = SIGNING.partiesOf({ start, end: start + name.length }, text);
    expect(text.slice(span!.start, span!.end)).toBe(party);
  });
});

describe.each(LANGUAGES)('what texts in $code say of signings', ({ signing }) => {
  it.each(Object.values(signing).flat())(
    'has rows with examples: $means',
    ({ pattern, examples, not = [] }: Rule<unknown>) => {
      expect(examples.filter((example) => example.search(pattern) < 0)).toEqual([]);
      expect(not.filter((example) => example.search(pattern) >= 0)).toEqual([]);
    },
  );
});
