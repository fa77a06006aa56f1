/** Questions that had no answer, in groups, and the weekly digest. */

import type { GapGroup } from '../../gaps.ts';
import type { DailyCount } from '../../storage/count-state.ts';
import { customId, textKey } from '../custom-id.ts';
import { cut, joinWithin, LIMITS } from '../render/limits.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { COLOR, type Rendered } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { menuRow } from './articles.ts';

const MAX_QUESTION = 120;
/** Other wordings of one question that are shown. */
const MAX_OTHERS = 2;
/** More would be a list to scroll. */
const MAX_GROUPS = 25;

/** A line each, with other wordings; '' where there is none. */
function gapLines(groups: readonly GapGroup[], { admin }: Texts): string {
  const quote = (question: string): string => escapeText(cut(oneLine(question), MAX_QUESTION));
  const lines = groups.slice(0, MAX_GROUPS).map(({ question, others, count, lastAsked }) => {
    const also = others.slice(0, MAX_OTHERS).map(quote);
    const said = also.length === 0 ? '' : `\n  -# ${admin.otherWords(also)}`;
    return `- ${quote(question)} (${admin.asked(count, lastAsked)})${said}`;
  });
  return joinWithin(lines, '\n', LIMITS.embedDescription - 600);
}

/** With a menu of those that can be answered, where they can. */
export function renderGaps(
  groups: readonly GapGroup[],
  footer: string,
  canAnswer: boolean,
  texts: Texts,
): Rendered {
  const { gaps, noGaps } = texts.admin;
  const description = gapLines(groups, texts) || noGaps;
  const options = groups.slice(0, canAnswer ? LIMITS.selectOptions : 0).map(({ question }) => ({
    label: cut(oneLine(question) || '—', LIMITS.choice),
    value: textKey(question),
  }));
  return {
    embeds: [{ color: COLOR.plain, title: gaps, description, footer: { text: footer } }],
    components: options.length === 0 ? [] : [menuRow(customId('answer'), texts.editing.answerOne, options)],
  };
}

/** `since` and `until` are days, `YYYY-MM-DD`. */
export function renderDigest(
  { answered, unanswered, helpful, unhelpful, written }: DailyCount,
  groups: readonly GapGroup[],
  since: string,
  until: string,
  texts: Texts,
): Rendered {
  const { digest, admin } = texts;
  const list = gapLines(groups, texts);
  const description = [
    digest.questions(answered + unanswered, answered),
    ...(written === 0 ? [] : [digest.written(written)]),
    digest.ratings(helpful, unhelpful),
    ...(list === '' ? [] : [`**${admin.gaps}**\n${list}`]),
  ].join('\n\n');
  const title = digest.title;
  return {
    embeds: [{ color: COLOR.plain, title, description, footer: { text: `${since} – ${until}` } }],
  };
}
