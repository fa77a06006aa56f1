/** What a noun names, from `dictionary/noun-kinds.tsv.gz` and a few words that news use otherwise. */
import { LANGUAGES } from '../rules/languages.ts';
import type { NounKind } from '../rules/nouns.ts';
import { readDictionaryLines } from './data-file.ts';
import { glossesOf } from './glosses.ts';
import { ENGLISH_STOP_WORDS, stem } from './stems.ts';

const NOUNS = LANGUAGES.map(({ nouns }) => nouns);

let kinds: Map<string, NounKind> | undefined;

function load(): Map<string, NounKind> {
  const map = new Map<string, NounKind>();
  for (const line of readDictionaryLines('noun-kinds.tsv.gz')) {
    const [noun, kind] = line.split('\t') as [string, NounKind];
    map.set(noun, kind);
  }
  for (const rules of NOUNS)
    if (rules.writing === 'spaced')
      for (const [kind, nouns] of Object.entries(rules.named))
        for (const noun of nouns.split(/\s+/)) map.set(noun, kind as NounKind);
  return map;
}

/** What an English noun in small letters names, in the plural too; undefined for other words. */
export function kindOfEnglishNoun(noun: string): NounKind | undefined {
  if (ENGLISH_STOP_WORDS.has(noun)) return undefined;
  kinds ??= load();
  const singulars = [noun, noun.replace(/s$/, ''), noun.replace(/es$/, ''), noun.replace(/ies$/, 'y')];
  const known = singulars.find((one) => kinds!.has(one));
  return known === undefined ? undefined : kinds.get(known);
}

const ENDS = NOUNS.flatMap((rules) => (rules.writing === 'running' ? rules.ends : []));

/** What a Chinese noun names: by how it ends, or by what its gloss names; undefined where neither tells. */
export function kindOfChineseNoun(noun: string): NounKind | undefined {
  const byEnd = ENDS.find(({ pattern }) => pattern.test(noun))?.means;
  // Of a single character the gloss is of one meaning among many.
  if (byEnd !== undefined || noun.length < 2) return byEnd;
  const gloss = glossesOf(noun)[0] ?? 'to';
  const [head] = gloss.split(/[,;(]| (?:of|for|in|to) /);
  const last = head!.trim().split(' ').at(-1)!;
  return /^(?:to|be)\b/.test(gloss) ? undefined : kindOfEnglishNoun(last.toLowerCase());
}

/** Whether an English noun stands in a gloss of a Chinese word or is that word: president for 校长. */
export function meansNoun(word: string, noun: string): boolean {
  const wanted = stem(noun);
  if (stem(word) === wanted) return true;
  return glossesOf(word).some((gloss) =>
    gloss
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((part) => stem(part) === wanted),
  );
}
