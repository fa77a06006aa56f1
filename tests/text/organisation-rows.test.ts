/** What every row of `dictionary/organisations.tsv` must be. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readDictionaryLines } from '../../src/text/data-file.ts';
import { normalize, toSimplified } from '../../src/text/normalize.ts';
import { findEnglishOrganisations, findOrganisation } from '../../src/text/organisations.ts';
import { cutWords } from '../../src/text/words.ts';

const rows = readDictionaryLines('organisations.tsv').map((line) => {
  const columns = line.split('\t');
  const list = (column: string | undefined): string[] => (column ? column.split('/') : []);
  return {
    line,
    columns,
    chinese: [columns[0]!, ...list(columns[2])],
    english: [columns[1]!, ...list(columns[3])],
  };
});

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) < index);

/** Common nouns and verbs too, but in news of companies nearly always the organisation. */
const KNOWN_TO_BE_WORDS = new Set<string>([
  '中兴',
  '浪潮',
  '人保',
  '央行',
  '总台',
  '同济',
  '人民网',
  '审计署',
  '爱奇艺',
  '同花顺',
  '中央汇金',
]);
const KNOWN_TO_BE_ENGLISH_WORDS = new Set<string>([
  'Adobe',
  'Apple',
  'Decathlon',
  'Shell',
  'Tesla',
  'Twitter',
]);

describe('rows of organisations.tsv', () => {
  const glosses = new Map<string, string[]>();
  const englishWords = new Set<string>();

  beforeAll(() => {
    for (const line of readDictionaryLines('glosses.tsv.gz')) {
      const [word, joined] = line.split('\t');
      const list = joined!.split('/');
      glosses.set(word!, list);
      for (const gloss of list) if (/^[a-z]+$/.test(gloss)) englishWords.add(gloss);
    }
  });

  it('has two to four columns, none with spaces around it', () => {
    const wrong = rows.filter(
      ({ columns, chinese, english }) =>
        columns.length < 2 ||
        columns.length > 4 ||
        columns.at(-1) === '' ||
        [...columns, ...chinese, ...english].some((text) => text !== text.trim()) ||
        [...chinese, ...english].includes(''),
    );
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });

  it('has Chinese names of two characters or more, in simplified characters', () => {
    const names = rows.flatMap(({ chinese }) => chinese);
    expect(
      names.filter((name) => !/^(?=.{2})[\p{Script=Han}\p{N}\p{Script=Latin}·（）]+$/u.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => toSimplified(name) !== name)).toEqual([]);
  });

  it('gives no Chinese name twice', () => {
    expect(repeated(rows.flatMap(({ chinese }) => chinese))).toEqual([]);
  });

  it('gives no English name twice', () => {
    expect(repeated(rows.flatMap(({ english }) => english.map((name) => name.toLowerCase())))).toEqual([]);
  });

  it('finds each under every name', () => {
    const lost = rows.flatMap(({ chinese, english }) => [
      ...chinese.filter((name) => findOrganisation(name)?.name !== chinese[0]),
      ...english.filter((name) => {
        const [found, ...others] = findEnglishOrganisations(name);
        return others.length > 0 || found?.organisation.name !== chinese[0];
      }),
    ]);
    expect(lost).toEqual([]);
  });

  it('has each name whole in running text', () => {
    const names = rows.flatMap(({ chinese }) => chinese);
    expect(names.filter((name) => !cutWords(normalize(`昨天，${name}。`)).includes(normalize(name)))).toEqual(
      [],
    );
  });

  it('has no Chinese name that is a common word', () => {
    const common = rows
      .flatMap(({ chinese }) => chinese)
      .filter((name) => /^[a-z(]/.test(glosses.get(name)?.[0] ?? '') && !KNOWN_TO_BE_WORDS.has(name));
    expect(common).toEqual([]);
  });

  it('has no English name that is a common word', () => {
    const common = rows
      .flatMap(({ english }) => english)
      // In capitals only, as an abbreviation is, it is told from the word.
      .filter((name) => !/^[A-Z]{2,5}$/.test(name) && englishWords.has(name.toLowerCase()))
      .filter((name) => !KNOWN_TO_BE_ENGLISH_WORDS.has(name));
    expect(common).toEqual([]);
  });
});
