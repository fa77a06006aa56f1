/** Reasons as they are told in the terminal, in the words and the language of whoever reads them elsewhere. */
import type { Language } from '../types.ts';
import { FILE_REASONS, FRAMES, type ReasonRow, SOURCE_REASONS } from './rows.ts';

/** Longer ones hold the text of another program. */
const MAX_LENGTH = 2000;

const compiled = [...FILE_REASONS, ...SOURCE_REASONS, ...FRAMES].map(([english, zh, plain]: ReasonRow) => ({
  pattern: new RegExp(`^${english.split('{}').map(escaped).join('([^]+?)')}$`),
  told: { en: plain ?? english, zh } satisfies Record<Language, string>,
}));

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** As it is where it is none that is known, such as what another program says. */
export function tellReason(reason: string, language: Language): string {
  if (reason.length > MAX_LENGTH) return reason;
  for (const { pattern, told } of compiled) {
    const [whole, ...values] = pattern.exec(reason) ?? [];
    if (whole === undefined) continue;
    let place = 0;
    return told[language].replace(/\{(\d?)\}/g, (_, number) => {
      place += 1;
      return tellReason(values[Number(number || place) - 1] ?? '', language);
    });
  }
  return reason;
}
