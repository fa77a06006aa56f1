/** Why an answer is what it is: how each leg of the search ranked the best passages. */
import type { Answer, FoundPassage, Source } from '../../answer-types.ts';
import { pathOf } from '../../blocks.ts';
import type { Texts } from '../texts/en.ts';
import { headingPath } from './blocks.ts';
import { cut, joinWithin, LIMITS } from './limits.ts';
import { escapeText, oneLine } from './markdown.ts';
import { COLOR, type Rendered } from './rendered.ts';

const PASSAGES = 6;
const MAX = { title: 80, headings: 80, beginning: 60 } as const;

/** `isSameIndex` is false where the answer was given from an index that is gone. */
export function renderWhy(
  { passages, evidence }: Answer,
  isSameIndex: boolean,
  texts: Texts,
  findArticle: (id: string) => Source | null,
): Rendered {
  const quoted = new Set(evidence.map(({ passage }) => passage));
  const lines = passages
    .slice(0, PASSAGES)
    .map((passage) => passageLine(passage, quoted.has(passage.id), texts, findArticle(passage.article)));
  const blocks = [
    ...(isSameIndex ? [] : [texts.why.otherIndex]),
    texts.why.explanation,
    ...(lines.length > 0 ? lines : [texts.why.nothing]),
  ];
  const description = joinWithin(blocks, '\n\n', LIMITS.embedDescription);
  return { embeds: [{ color: COLOR.plain, title: texts.why.title, description }] };
}

function passageLine(passage: FoundPassage, isQuoted: boolean, texts: Texts, article: Source | null): string {
  const { rank, keywordRank, denseRank, text, headings } = passage;
  const { why } = texts;
  const title = cut(oneLine(article?.title ?? passage.article) || '—', MAX.title);
  const below = headingPath(headings, MAX.headings);
  const path = escapeText(pathOf([title, below]));
  const legs = [
    keywordRank === null ? why.noWords : why.words(keywordRank),
    denseRank === null ? why.noMeaning : why.meaning(denseRank),
    ...(isQuoted ? [`**${why.quoted}**`] : []),
  ];
  const beginning = escapeText(cut(oneLine(text), MAX.beginning));
  return `**${rank}** ${path}\n${legs.join(texts.listSeparator)}${beginning === '' ? '' : `\n> ${beginning}`}`;
}
