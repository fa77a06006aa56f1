/** A line that says what people are and then who they are: "Millers: Lind, Strand", 管理员是阿福、小满. */
import type { Question } from '../../question/question.ts';
import { LANGUAGES, rulesFor } from '../../rules/languages.ts';
import { sourceOf } from '../../rules/rule.ts';
import type { Match } from '../../text/locate.ts';
import { ENGLISH_STOP_WORDS } from '../../text/stems.ts';
import type { Span, Terms } from '../../types.ts';
import type { Candidate } from '../candidate.ts';
import { weightOf } from '../nearness.ts';

const LABELS = LANGUAGES.flatMap(({ roles }) => roles.labels);

/** Longer is no name. A nickname may be any word, in small letters too. */
const NAME =
  /^@?(?:[\p{Script=Latin}\p{N}_.'’-]+(?: [\p{Script=Latin}\p{N}_.'’-]+){0,3}|\p{Script=Han}{1,5})$/u;
const isName = (text: string): boolean =>
  NAME.test(text) &&
  /\p{L}/u.test(text) &&
  !text.split(' ').some((word) => ENGLISH_STOP_WORDS.has(word) || /^\d/.test(word));

interface LabelledList {
  readonly label: Span;
  readonly names: readonly Span[];
}

/** The list that a line is; null where it is none, or where what follows its label is no name. */
function labelledList(text: string): LabelledList | null {
  for (const { pattern } of LABELS) {
    const groups = pattern.exec(text)?.indices?.groups;
    if (groups === undefined) continue;
    const [[start, end], [from, to]] = [groups.label!, groups.names!];
    const names = partsOf(text, from, to);
    if (names.every((name) => isName(text.slice(name.start, name.end))))
      return { label: { start, end }, names };
  }
  return null;
}

function partsOf(text: string, from: number, to: number): Span[] {
  const parts: Span[] = [];
  let start = from;
  const rest = text.slice(from, to);
  const joint = new RegExp(sourceOf(rulesFor(text).roles.labelJoints), 'gu');
  for (const { 0: mark, index } of rest.matchAll(joint)) {
    parts.push({ start, end: from + index });
    start = from + index + mark.length;
  }
  const end = from + rest.replace(/[.。;；]$/u, '').length;
  return [...parts, { start, end }].filter((part) => part.end > part.start);
}

/** As good as a party of the type asked for right beside the question's words. */
const LABELLED = 9;

/**
 * All names of a labelled list as one candidate where the question is about the label; none where it is about a name of the
 * list, whose neighbours are others. Undefined where the text is no such list, or has nothing of the question.
 */
export function findLabelled(
  { ways }: Question,
  text: string,
  matches: readonly Match[],
  weights: Terms,
): Candidate[] | undefined {
  const list = labelledList(text);
  if (list === null) return undefined;
  const said = (within: readonly Span[]): number =>
    matches
      .filter(({ start, end }) => within.some((span) => start >= span.start && end <= span.end))
      .reduce((sum, match) => sum + weightOf(match, weights), 0);
  const [ofLabel, ofNames] = [said([list.label]), said(list.names)];
  if (ofLabel + ofNames === 0) return undefined;
  if (ofNames >= ofLabel) return [];
  const members = list.names.map(({ start, end }) => text.slice(start, end));
  return [
    {
      kind: 'who',
      nameOf: ways.organisation ? 'organisation' : 'person',
      start: list.names[0]!.start,
      end: list.names.at(-1)!.end,
      ...(members.length > 1 && { members }),
      score: LABELLED * ofLabel,
    },
  ];
}
