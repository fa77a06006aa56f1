/** What a language model wrote, and which passages its numbers mean. */
import type { CitedPassage, Written } from '../../answer-types.ts';
import { pathOf } from '../../blocks.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import type { Block, Language } from '../../types.ts';
import type { Texts } from '../texts/en.ts';
import { headingPath, renderBlocks } from './blocks.ts';
import { cut, joinWithin } from './limits.ts';
import { escapeText, link, oneLine, placeAddress, subtext } from './markdown.ts';

/** What is longer leaves no room for the first quote. */
const MAX = { said: 1_500, sources: 900, title: 80, headings: 80, model: 60 } as const;

/** In the characters of the labels around it, as all that is no quote. */
export function writtenText({ blocks }: Written, language: Language, { answer }: Texts): string {
  const inScript = (block: Block): Block =>
    language !== 'zh' || block.kind === 'code' || block.kind === 'table'
      ? block
      : { ...block, text: answer.said(block.text) };
  return renderBlocks(blocks.map(inScript), [], MAX.said, true).markdown;
}

/** A line a passage, linked to its place, below what tells who wrote; '' where no passage is referred to. */
export function writtenSources({ model, sources }: Written, language: Language, texts: Texts): string {
  if (sources.length === 0) return '';
  const lines = sources.map((source) => subtext(sourceLine(source, language)));
  return joinWithin([...lines, subtext(texts.answer.written(modelName(model)))], '\n', MAX.sources);
}

/** Its name, whatever characters that has. */
export const modelName = (model: string): string => escapeText(cut(oneLine(model), MAX.model));

function sourceLine({ number, article, headings, anchor }: CitedPassage, language: Language): string {
  const title = cut(oneLine(article.title) || oneLine(article.id) || '—', MAX.title);
  const path = pathOf([title, headingPath(headings, MAX.headings)]);
  const day = article.date === null ? '' : ` · ${escapeText(dateInWords(article.date, language))}`;
  return `${escapeText(`[${number}]`)} ${link(path, placeAddress(article.url, anchor))}${day}`;
}
