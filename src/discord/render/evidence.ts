/** A quote, or a passage, with where it stands. */
import type { AnswerPart, Evidence } from '../../answer-types.ts';
import { isShortQuote, pathOf } from '../../blocks.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import type { Language } from '../../types.ts';
import type { Texts } from '../texts/en.ts';
import { headingPath, renderBlocks, type ShownBlocks } from './blocks.ts';
import { cut, cutAtSentence } from './limits.ts';
import { blockQuote, bold, clean, escapeText, link, oneLine, placeAddress } from './markdown.ts';

/** Before escaping, which at most doubles them. */
const MAX = { quote: 160, title: 120, headings: 160, date: 40 } as const;

/** A quote whole or not at all; a passage as far as there is room, the first one cut within a block if need be. */
export function evidenceMarkdown(
  evidence: Evidence,
  answer: AnswerPart,
  room: number,
  isFirst: boolean,
  texts: Texts,
): ShownBlocks {
  const about = aboutSource(evidence, answer.language, texts);
  if (!isShortQuote(evidence, answer)) {
    const path = [pathLink(evidence, true), ...about].join(' · ');
    const passage = renderBlocks(evidence.blocks, evidence.highlights, room - path.length - 1, isFirst);
    return { ...passage, markdown: passage.markdown === '' ? '' : `${path}\n${passage.markdown}` };
  }
  const text = cutAtSentence(clean(evidence.quote), MAX.quote);
  const spans = evidence.highlights.map(([start, end]) => ({ start, end }));
  const markdown = [blockQuote(bold(text, spans)), `— ${[pathLink(evidence, false), ...about].join(' · ')}`]
    .filter((part) => part !== '')
    .join('\n');
  return markdown.length <= room ? { markdown, isWhole: true } : { markdown: '', isWhole: false };
}

/** Day and reprints, as far as they are known. */
const aboutSource = ({ article, alsoIn }: Evidence, language: Language, texts: Texts): string[] =>
  [
    escapeText(cut(oneLine(dateInWords(article.date ?? '', language)), MAX.date)),
    alsoIn.length > 0 ? texts.answer.alsoIn(alsoIn.length) : '',
  ].filter((part) => part !== '');

/** The title and the headings behind it, linked to their place in the page. */
function pathLink({ article: { title, id, url }, headings, anchor }: Evidence, isTitleBold: boolean): string {
  const shown = cut(oneLine(title) || oneLine(id) || '—', MAX.title);
  const below = headingPath(headings, MAX.headings);
  const path = pathOf([shown, below]);
  return link(path, placeAddress(url, anchor), isTitleBold ? [{ start: 0, end: shown.length }] : []);
}
