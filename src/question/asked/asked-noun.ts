/** The nouns that say what kind of thing a question asks for: president of "which university president", 地址 of 公司地址. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { NounKind } from '../../rules/nouns.ts';
import { sourceOf } from '../../rules/rule.ts';
import { runningNounFinder } from './running-nouns.ts';
import { spacedNounFinder } from './spaced-nouns.ts';

export interface AskedNoun {
  readonly noun: string;
  readonly kind: NounKind;
  /** Offset into the normalised question, of the noun or of what stands for it. */
  readonly start: number;
  /** Of a person: words that say of which organisation, as the question has them: PICC in "PICC's chairman". */
  readonly of?: string;
}

/** How the nouns are found that a language asks for. */
const FINDERS = LANGUAGES.map(({ nouns }) =>
  nouns.writing === 'running' ? runningNounFinder(nouns) : spacedNounFinder(nouns),
);

/** Nouns that a normalised question asks for. */
export const askedNouns = (folded: string): AskedNoun[] =>
  [...FINDERS.flatMap((find) => find(folded)), ...doers(folded)].sort((a, b) => a.start - b.start);

/** Who founded it is asked for as its founder. */
const PHRASE_END = new RegExp(
  sourceOf(LANGUAGES.flatMap(({ nouns }) => (nouns.writing === 'spaced' ? nouns.phraseEnds : []))),
  'u',
);
const DOERS = LANGUAGES.flatMap(({ asking }) => asking.doers);

const doers = (folded: string): AskedNoun[] =>
  DOERS.flatMap(({ pattern, means: noun }) => {
    const start = folded.search(pattern);
    const of = folded.slice(start).replace(pattern, '').split(PHRASE_END)[0]!.trim();
    return start < 0 ? [] : [{ noun, kind: 'person' as const, start, of }];
  });
