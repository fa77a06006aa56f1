import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Fact } from '../../src/answer-types.ts';
import {
  bootstrapInterval,
  characterF1,
  dateMatches,
  factMatches,
  firstQuoteLength,
  firstRank,
  mean,
  ndcg,
  passagesAnswer,
  quantile,
  quotesAnswer,
} from '../../src/evaluation/metrics.ts';
import type { GoldQuestion } from '../../src/evaluation/question-file.ts';
import { paragraph, saying, quoting as shownAs } from '../make-blocks.ts';
import { runs } from '../runs.ts';

const gold = (fields: Partial<GoldQuestion>): GoldQuestion => ({
  id: 'q1',
  language: 'zh',
  type: 'who',
  question: '谁建的桥？',
  relevant: ['bridge'],
  answers: [],
  date: null,
  ...fields,
});

const answerWith = (fields: Partial<Answer>): Answer => ({
  question: '谁建的桥？',
  index: 'build-1',
  intent: 'question',
  disputed: [],
  confidence: 0.9,
  language: 'zh',
  status: 'answered',
  answer: '',
  facts: [],
  evidence: [],
  passages: [],
  closest: [],
  elapsedMs: 0,
  ...fields,
});

const quoting = (...quotes: string[]): Answer => {
  const article = { id: 'bridge', title: '', date: null, url: null };
  return answerWith({
    evidence: quotes.map((quote) => ({
      article,
      alsoIn: [],
      passage: 'bridge#1',
      highlights: [],
      ...shownAs(paragraph(quote)),
    })),
  });
};

/** An answer that found these passages, best first. */
const finding = (...passages: (readonly [article: string, text: string])[]): Answer =>
  answerWith({
    status: 'unanswered',
    passages: passages.map(([article, text], i) => ({
      id: `${article}#1`,
      article,
      rank: i + 1,
      score: 1 / (i + 1),
      keywordRank: null,
      denseRank: i + 1,
      ...saying(text),
    })),
  });

const fact = (kind: Fact['kind'], text: string, date?: string): Fact => ({
  kind,
  text,
  passage: 'bridge#1',
  sources: [],
  ...(date !== undefined && { date }),
});

describe('the rank of the first relevant article', () => {
  it('counts from 1, a folded reprint with its group', () => {
    const ranking = [['a'], ['b', 'b-reprint'], ['c']];
    expect(firstRank(ranking, ['a'])).toBe(1);
    expect(firstRank(ranking, ['b-reprint'])).toBe(2);
    expect(firstRank(ranking, ['c', 'b'])).toBe(2);
  });

  it('is infinite where none was found', () => {
    expect(firstRank([['a']], ['z'])).toBe(Number.POSITIVE_INFINITY);
    expect(firstRank([], ['a'])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('nDCG', () => {
  // Discounts: 1/log2(2) = 1 at rank 1, 1/log2(3) = 0.6309 at rank 2, 1/log2(4) = 0.5 at rank 3.
  it.each([
    ['the one relevant article at rank 1', [['a'], ['b']], ['a'], 1],
    ['the one relevant article at rank 3', [['b'], ['c'], ['a']], ['a'], 0.5],
    ['two relevant articles at ranks 1 and 2', [['a'], ['b'], ['c']], ['a', 'b'], 1],
    ['two relevant articles at ranks 1 and 3', [['a'], ['c'], ['b']], ['a', 'b'], 1.5 / 1.6309],
    ['one of two relevant articles, the other not found', [['a'], ['c']], ['a', 'b'], 1 / 1.6309],
    ['two relevant articles folded into one group at rank 1', [['a', 'b'], ['c']], ['a', 'b'], 1],
    ['none found', [['c']], ['a'], 0],
    ['no ranking', [], ['a'], 0],
    ['nothing relevant', [['c']], [], 0],
  ])('of %s', (_, ranking, relevant, expected) => {
    expect(ndcg(ranking, relevant, 10)).toBeCloseTo(expected, 4);
  });

  it('sees the first k places, and expects no more than k', () => {
    expect(ndcg([['b'], ['a']], ['a'], 1)).toBe(0);
    expect(ndcg([['b'], ['a']], ['a'], 2)).toBeCloseTo(0.6309, 4);
    expect(ndcg([['a'], ['b']], ['a', 'b'], 1)).toBe(1);
  });
});

describe('a quote with the answer', () => {
  it('is among the first k', () => {
    const answer = quoting('桥长两千米。', '桥由云川集团建造。');
    expect(quotesAnswer(answer, ['云川集团'], 1)).toBe(false);
    expect(quotesAnswer(answer, ['云川集团'], 2)).toBe(true);
    expect(quotesAnswer(answer, ['海蓝集团', '云川集团'], 2)).toBe(true);
    expect(quotesAnswer(answer, ['海蓝集团'], 2)).toBe(false);
    expect(quotesAnswer(quoting(), ['云川集团'], 3)).toBe(false);
  });

  it('has it whatever the spaces, the width of the characters and the case', () => {
    expect(quotesAnswer(quoting('由 ＡＢＣ 集团 建造'), ['abc集团'], 1)).toBe(true);
    expect(quotesAnswer(quoting('built by Cloud  River\nBank'), ['cloud river bank'], 1)).toBe(true);
    expect(quotesAnswer(quoting('耗资5００万元'), ['500 万元'], 1)).toBe(true);
  });
});

describe('the F1 of characters', () => {
  it.each([
    ['西工大', '西工大', 1],
    // Common: 云 川 集 团, 4 of 4 and of 6: 2 * 4 / 10.
    ['云川集团', '云川能源集团', 0.8],
    ['甲乙', '丙丁', 0],
    ['', '甲', 0],
    // Each character counts as often as it stands: 2 * 1 / 4.
    ['甲甲', '甲乙', 0.5],
    // Characters, not UTF-16 units: 2 * 1 / 3.
    ['𠮷', '𠮷野', 2 / 3],
  ])('of "%s" and "%s" is %d', (a, b, expected) => {
    expect(characterF1(a, b)).toBeCloseTo(expected);
    expect(characterF1(b, a)).toBeCloseTo(expected);
  });
});

describe('a fact', () => {
  it('with a name of up to four characters must be given exactly', () => {
    expect(factMatches(fact('who', '梁思远'), ['梁思远'])).toBe(true);
    expect(factMatches(fact('who', '梁思'), ['梁思远'])).toBe(false);
    expect(factMatches(fact('who', '云川银'), ['云川银行'])).toBe(false);
  });

  it('with a longer name must share half of its characters', () => {
    // F1 2 * 5 / 11 = .91, then 2 * 2 / 8 = .5, then 2 * 1 / 7 = .29.
    expect(factMatches(fact('who', '临江理工大'), ['临江理工大学'])).toBe(true);
    expect(factMatches(fact('who', '大学'), ['临江理工大学'])).toBe(true);
    expect(factMatches(fact('who', '江'), ['临江理工大学'])).toBe(false);
  });

  it('with a number must be given exactly', () => {
    expect(factMatches(fact('number', '12,500 人'), ['12,500人'])).toBe(true);
    expect(factMatches(fact('number', '12,600人'), ['12,500人'])).toBe(false);
  });

  it('may match any of the accepted answers', () => {
    expect(factMatches(fact('where', '青禾'), ['临江', '青禾'])).toBe(true);
    expect(factMatches(fact('where', '青禾'), [])).toBe(false);
  });
});

describe('a date', () => {
  const dated = (...dates: string[]): Answer =>
    answerWith({ facts: dates.map((date) => fact('when', date, date)) });

  it.each([
    ['2024-01-31', '2024-01-31', true],
    ['2024-01-30', '2024-01-31', false],
    // The gold date names a month or a year: any day in it is right.
    ['2024-01-31', '2024-01', true],
    ['2024-01-31', '2024', true],
    ['2024-12-31', '2024-1', false],
    ['2024-02-01', '2024-01', false],
    // Less exact than the gold date.
    ['2024-01', '2024-01-31', false],
  ])('%s for the gold date %s: %s', (found, date, expected) => {
    expect(dateMatches(dated(found), gold({ date }))).toBe(expected);
  });

  it('must be the first one, and be there', () => {
    expect(dateMatches(dated('2023-12-26', '2024-01-31'), gold({ date: '2024-01-31' }))).toBe(false);
    expect(dateMatches(dated(), gold({ date: '2024-01-31' }))).toBe(false);
    expect(dateMatches(dated('2024-01-31'), gold({ date: null }))).toBe(false);
  });
});

describe('mean and quantile', () => {
  it('are 0 for no values', () => {
    expect(mean([])).toBe(0);
    expect(quantile([], 0.5)).toBe(0);
  });

  it('are those of the values, in whatever order', () => {
    expect(mean([4, 1, 1])).toBe(2);
    const values = [50, 10, 40, 20, 30];
    expect(quantile(values, 0)).toBe(10);
    expect(quantile(values, 0.5)).toBe(30);
    expect(quantile(values, 0.95)).toBe(50);
    expect(quantile(values, 1)).toBe(50);
    expect(values).toEqual([50, 10, 40, 20, 30]);
  });
});

describe('the bootstrap interval', () => {
  it('contains the mean, and is the same twice', () => {
    const values = [...Array<number>(30).fill(1), ...Array<number>(10).fill(0)];
    const [low, high] = bootstrapInterval(values);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    // Wald's 95 % interval for 30 of 40 is .75 ± .134.
    expect(low).toBeCloseTo(0.616, 1);
    expect(high).toBeCloseTo(0.884, 1);
    expect(bootstrapInterval(values)).toEqual([low, high]);
  });

  it('is a point where all values are the same, and 0 for none', () => {
    expect(bootstrapInterval([1, 1, 1])).toEqual([1, 1]);
    expect(bootstrapInterval([])).toEqual([0, 0]);
  });

  it('lies within the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (values) => {
          const [low, high] = bootstrapInterval(values);
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        },
      ),
      runs(30),
    );
  });
});

describe('whether the passages found answer', () => {
  const open = { relevant: ['pools'], answers: ['until 22:30'] };

  it('sees the first k of them, though the question was refused', () => {
    const answer = finding(['pools', 'Dogs stay outside.'], ['pools', 'Open until  22:30.']);
    expect(passagesAnswer(answer, open, [], 1)).toBe(false);
    expect(passagesAnswer(answer, open, [], 2)).toBe(true);
  });

  it('wants the answer and the right article in one passage', () => {
    const answer = finding(['saunas', 'Open until 22:30.'], ['pools', 'Open daily.']);
    expect(passagesAnswer(answer, open, [['saunas'], ['pools']], 2)).toBe(false);
  });

  it('takes the article that a right one is folded under', () => {
    const answer = finding(['pools-again', 'Open until 22:30.']);
    expect(passagesAnswer(answer, open, [['pools-again', 'pools']], 1)).toBe(true);
    expect(passagesAnswer(answer, open, [['pools-again'], ['pools']], 1)).toBe(false);
  });

  it('reads cells of a table one after the other', () => {
    const answer = finding(['pools', 'Pool\tCloses\nSeaview\t22:30']);
    expect(passagesAnswer(answer, { relevant: ['pools'], answers: ['Seaview 22:30'] }, [], 1)).toBe(true);
  });
});

describe('the length of the first quote', () => {
  it('counts characters, not their units', () => {
    expect(firstQuoteLength(quoting('𠮷野 🎣', 'a longer quote'))).toBe(4);
  });

  it('is nothing of a refusal, or where nothing is quoted', () => {
    expect(firstQuoteLength({ ...quoting('quoted'), status: 'unanswered' })).toBeNull();
    expect(firstQuoteLength(answerWith({}))).toBeNull();
  });
});
