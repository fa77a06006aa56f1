/** The messages of the bot that are no answers. */
import type { Language } from '../types.ts';
import { escapeText, oneLine } from './markdown.ts';
import type { CorpusNote, Rendered } from './render.ts';
import { TEXTS } from './texts.ts';

/** For a mention without a question: nothing tells its language, so the hint comes in both. */
export function renderHint(corpusNote?: CorpusNote): Rendered {
  const lines = (['zh', 'en'] as const).map((language) => {
    const note = escapeText(oneLine(corpusNote?.[language] ?? ''));
    return [TEXTS[language].howToAsk, note].join(' ').trim();
  });
  return { embeds: [{ description: lines.join('\n') }] };
}

/** For a question that failed; what failed stands in the log alone. */
export const renderFailure = (language: Language): Rendered => ({
  embeds: [{ description: TEXTS[language].failed }],
});
