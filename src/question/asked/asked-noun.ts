/** The nouns that say what kind of thing a question asks for: president of "which university president", 地址 of 公司地址. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { NounKind } from '../../text/noun-kinds.ts';
import type { Language } from '../../types.ts';
import { chineseNouns } from './chinese-nouns.ts';
import { englishNouns, HOUSE_END } from './english-nouns.ts';

export interface AskedNoun {
  readonly noun: string;
  readonly kind: NounKind;
  /** Offset into the normalised question, of the noun or of what stands for it. */
  readonly start: number;
  /** Of a person: words that say of which house, as the question has them: PICC in "PICC's chairman". */
  readonly of?: string;
}

/** How the nouns are found that a language asks for. */
const FINDERS: Readonly<Record<Language, (folded: string) => AskedNoun[]>> = {
  zh: chineseNouns,
  en: englishNouns,
};

/** Nouns that a normalised question asks for. */
export const askedNouns = (folded: string): AskedNoun[] =>
  [...Object.values(FINDERS).flatMap((find) => find(folded)), ...doers(folded)].sort(
    (a, b) => a.start - b.start,
  );

/** Who founded it is asked for as its founder. */
const DOERS = LANGUAGES.flatMap(({ asking }) => asking.doers);

const doers = (folded: string): AskedNoun[] =>
  DOERS.flatMap(({ pattern, means: noun }) => {
    const start = folded.search(pattern);
    const of = folded.slice(start).replace(pattern, '').split(HOUSE_END)[0]!.trim();
    return start < 0 ? [] : [{ noun, kind: 'person' as const, start, of }];
  });
