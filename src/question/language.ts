/** In which language a question is asked. */
import { countHan, latinWords } from '../text/characters.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { Language } from '../types.ts';

/** English where the words between the names are English: "西工大 signed with which province?". */
export function languageOf(text: string): Language {
  const han = countHan(text);
  if (han === 0) return 'en';
  // A name such as LGC or MODI Plus does not make a Chinese question English.
  const words = latinWords(text).filter((word) => word === word.toLowerCase());
  const grammar = words.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  return words.length + 2 * grammar >= han ? 'en' : 'zh';
}
