/** In which language a question is asked. */

import { LANGUAGES } from '../rules/languages.ts';
import { countHan, latinWords } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { Language } from '../types.ts';

/** That of the words that ask: "西工大 signed with which province?" is English, "docker compose 怎么用" Chinese. */
export function languageOf(text: string): Language {
  const han = countHan(text);
  if (han === 0) return 'en';
  const folded = normalize(text);
  const asking = LANGUAGES.filter(({ asking }) =>
    asking.words.some(({ pattern }) => folded.search(pattern) >= 0),
  );
  if (asking.length === 1) return asking[0]!.code;
  // A name such as LGC or MODI Plus does not make a Chinese question English.
  const words = latinWords(text).filter((word) => word === word.toLowerCase());
  const grammar = words.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  return words.length + 2 * grammar >= han ? 'en' : 'zh';
}
