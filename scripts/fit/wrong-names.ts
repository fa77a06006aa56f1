/** Questions with one name replaced by another: what nobody's articles tell, and nearly what they do. */
import { containsHan } from '../../src/text/characters.ts';
import {
  findEnglishOrganisations,
  findOrganisation,
  organisationNames,
} from '../../src/text/organisations.ts';
import { type TaggedWord, tagWords } from '../../src/text/words.ts';
import type { Span } from '../../src/types.ts';

const PLACES = [
  ['南京', 'Nanjing'], ['杭州', 'Hangzhou'], ['成都', 'Chengdu'], ['西安', "Xi'an"], ['长春', 'Changchun'],
  ['海南', 'Hainan'], ['贵阳', 'Guiyang'], ['湖北', 'Hubei'], ['云南', 'Yunnan'],
] as const; // biome-ignore format: a table

/** The question once for each of its names, with another name in its place. The same question gives the same ones. */
export function withWrongNames(question: string): string[] {
  const pick = picker(question);
  const isChinese = containsHan(question);
  const organisations = organisationNames();
  const organisation = (): string => {
    const { name, english } = findOrganisation(pick(organisations))!;
    return isChinese ? name : english;
  };
  const place = (): string => pick(PLACES)[isChinese ? 0 : 1];
  const wrong = [
    ...organisationsIn(question).map((span) => replace(question, span, organisation())),
    ...placesIn(question).map((span) => replace(question, span, place())),
  ];
  return [...new Set(wrong)].filter((other) => other !== question);
}

const replace = (text: string, { start, end }: Span, name: string): string =>
  text.slice(0, start) + name + text.slice(end);

function organisationsIn(question: string): Span[] {
  if (!containsHan(question)) return findEnglishOrganisations(question);
  return wordsOf(question).filter(
    ({ word, tag }) => findOrganisation(word) !== undefined || /^(?:nr|nt|nz)$/.test(tag),
  );
}

/** In English every other capitalised phrase stands for a place; a few are none, and are no less wrong for it. */
function placesIn(question: string): Span[] {
  if (containsHan(question)) return wordsOf(question).filter(({ tag }) => tag === 'ns');
  const phrases = [...question.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}'’&]+(?:\s+\p{Lu}[\p{L}'’&]+)*/gu)];
  return phrases.map(({ 0: phrase, index }) => ({ start: index, end: index + phrase.length }));
}

const wordsOf = (question: string): TaggedWord[] => tagWords(question).filter(({ word }) => word.length > 1);

/** Draws that follow from a text: a linear congruential generator, seeded by its characters. */
function picker(text: string): <T>(items: readonly T[]) => T {
  let state = [...text].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) % 2 ** 31, 7);
  return (items) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return items[Math.floor((state / 2 ** 31) * items.length)]!;
  };
}
