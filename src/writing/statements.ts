/** What a model wrote, taken apart into statements, each with the passages that it refers to. */
import { splitIntoSentences } from '../text/sentences.ts';
import type { Span } from '../types.ts';

export interface Statement {
  /** As it is shown: without marks of emphasis, of code within a line, of lists and of passages. */
  readonly text: string;
  /** What it sets as code within a line. */
  readonly code: readonly string[];
  /** Lines of code that go with it; null where there are none. */
  readonly listing: { readonly text: string; readonly language: string | null } | null;
  /** Numbers of passages as written, each once, in their order. */
  readonly passages: readonly number[];
  readonly isItem: boolean;
  /** Number of its line, from 0: what stands in one line is one paragraph. */
  readonly line: number;
  /** As the model wrote it, for who looks at what was cut. */
  readonly written: string;
}

/** [1], [1, 2], 【1】, [passage 1]. */
const REFERENCE =
  /\s*[[【［]\s*(?:passages?|sources?|\p{Script=Han}{1,2})?\s*#?(\d{1,3}(?:\s*[,，、;]\s*\d{1,3})*)\s*[\]】］](?!\()/giu;
const FENCE = /^\s*(`{3,}|~{3,})\s*([\w+#.-]*)\s*$/u;
const ITEM = /^\s*(?:[-*•·–]|\d{1,2}[.)、])\s+/u;
const HEADING = /^\s*#{1,6}\s+/u;

/**
 * All statements of a text. While it is still being written the last one may go on: `isWhole` says that nothing follows.
 * Code goes with the statement before it, and a line of nothing but references with what stands above.
 */
export function readStatements(text: string, isWhole: boolean): Statement[] {
  const statements: Statement[] = [];
  let fence: { marks: string; language: string | null; lines: string[] } | null = null;
  const close = (): void => {
    if (fence === null) return;
    const listing = { text: fence.lines.join('\n'), language: fence.language };
    const written = `\`\`\`\n${listing.text}\n\`\`\``;
    const last = statements.at(-1);
    if (last !== undefined && last.listing === null)
      statements[statements.length - 1] = { ...last, listing, written: `${last.written}\n${written}` };
    else statements.push({ ...NO_TEXT, listing, written, line: (last?.line ?? -1) + 1 });
    fence = null;
  };
  const lines = text.split('\n');
  for (const [place, line] of lines.entries()) {
    const marks = FENCE.exec(line);
    if (fence !== null) {
      if (marks !== null && marks[1]!.startsWith(fence.marks) && marks[2] === '') close();
      else fence.lines.push(line);
    } else if (marks !== null) fence = { marks: marks[1]!, language: marks[2] || null, lines: [] };
    // What may become a fence is none yet.
    else if (isWhole || place < lines.length - 1 || !/^\s*(?:`{1,2}|~{1,2})$/.test(line))
      readLine(line, place, statements);
  }
  // Of code that is not closed nobody knows what is still to come.
  if (fence !== null && !isWhole) return statements.slice(0, -1);
  close();
  return isWhole ? statements : statements.slice(0, -1);
}

const NO_TEXT = { text: '', code: [], passages: [], isItem: false } as const;

function readLine(line: string, place: number, statements: Statement[]): void {
  const isItem = ITEM.test(line);
  const said = line.replace(ITEM, '').replace(HEADING, '');
  const references: { at: number; passages: number[] }[] = [];
  let bare = '';
  let end = 0;
  for (const { 0: match, 1: numbers, index } of said.matchAll(REFERENCE)) {
    if (isWithinCode(said, index)) continue;
    bare += said.slice(end, index);
    end = index + match.length;
    references.push({ at: bare.length, passages: numbers!.split(/\D+/).filter(Boolean).map(Number) });
  }
  bare += said.slice(end);
  if (bare.trim() === '') {
    const last = statements.at(-1);
    if (last === undefined || references.length === 0) return;
    statements[statements.length - 1] = withPassages(last, references);
    return;
  }
  for (const [number, { start, end }] of sentencesOf(bare, references).entries()) {
    const refers = references.filter(({ at }) => (at > start || (number === 0 && at === 0)) && at <= end);
    const written = bare.slice(start, end).trim();
    const code = [...written.matchAll(CODE)].map((match) => match[2]!.trim());
    const one = { text: plain(written), code, listing: null, isItem: isItem && number === 0, line: place };
    statements.push(withPassages({ ...one, passages: [], written }, refers));
  }
}

const withPassages = (
  statement: Statement,
  references: readonly { readonly passages: readonly number[] }[],
): Statement => {
  const passages = references.flatMap((one) => one.passages);
  const marks = passages.map((number) => `[${number}]`).join('');
  return {
    ...statement,
    passages: [...new Set([...statement.passages, ...passages])],
    written: marks === '' ? statement.written : `${statement.written} ${marks}`,
  };
};

const CODE = /(`+)([^`]+)\1/gu;

const isWithinCode = (line: string, at: number): boolean =>
  [...line.matchAll(CODE)].some(({ 0: code, index }) => index < at && at < index + code.length);

/** Sentences, none of which ends within code or an address; one ends also where a reference stands behind its full stop. */
function sentencesOf(line: string, references: readonly { readonly at: number }[]): Span[] {
  const masked = line
    .replace(CODE, (code) => 'x'.repeat(code.length))
    .replace(PICTURE_OR_ADDRESS, (marks) => 'x'.repeat(marks.length));
  const ends = references.map(({ at }) => at).filter((at) => /[.!?。！？]$/u.test(masked.slice(0, at)));
  return splitIntoSentences(masked)
    .flatMap(({ start, end }) => {
      const cuts = [start, ...ends.filter((at) => at > start && at < end), end];
      return cuts.slice(1).map((cut, i) => ({ start: cuts[i]!, end: cut }));
    })
    .filter(({ start, end }) => masked.slice(start, end).trim() !== '');
}

const PICTURE_OR_ADDRESS = /!(?=\[)|\bhttps?:\/\/[^\s)）]+/gu;

/** Without emphasis and the marks of code. A link stays as it is written, to be seen by the check. */
const plain = (text: string): string =>
  text
    .replace(CODE, '$2')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
