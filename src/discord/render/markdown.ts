/** Text of articles as Discord markdown that shows it letter by letter, and the marks put on it: bold, links, fences. */
import { addressAt, cleanCode, withoutControls } from '../../blocks.ts';
import { wholeCharacterOffset } from '../../text/characters.ts';
import type { Span } from '../../types.ts';
import { cut } from './limits.ts';

/**
 * Characters that start something wherever they stand: emphasis, spoilers, code, masked links, mentions,
 * timestamps, addresses and `:emoji:` names.
 *
 * `escapeMarkdown` of discord.js is not enough: it lets stars in addresses, in runs of four and all that
 * follows `<:a` through.
 */
const SPECIAL = /[\\*_~|`<[\]@]|:(?=\/\/|[\w+-]+:)/g;
/** Headings, lists, quotes and small print start lines only. */
const LINE_START = /^(\s*)([-+#>])/gm;
const NUMBERED_LINE = /^(\s*\d+)\./gm;

/** `text` with every mark escaped; at most twice as long. Discord shows it as it was. */
export const escapeText = (text: string): string =>
  text.replace(SPECIAL, '\\$&').replace(LINE_START, '$1\\$2').replace(NUMBERED_LINE, '$1\\.');

/** Like {@link escapeText}, with as much of `text` as fits into `max` UTF-16 units once it is escaped. */
export function escapeWithin(text: string, max: number): string {
  let escaped = escapeText(cut(text, max));
  for (let room = max; escaped.length > max; escaped = escapeText(cut(text, room)))
    room -= escaped.length - max;
  return escaped;
}

/** What {@link escapeText} was given, where it was one line that ends in none of its marks. */
export const unescapeText = (markdown: string): string => markdown.replace(/\\([^\w\s])/g, '$1');

/** Replaces what Discord refuses or hides (control characters, halves of surrogate pairs), unit for unit. */
export const clean = (text: string): string =>
  withoutControls(text.replace(/[\r\u0085\u2028\u2029]/g, '\n'))
    .replaceAll('\t', ' ')
    .replace(/\p{Cs}/gu, '\uFFFD');

/** `text` cleaned and on one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** `text`, which must be clean, escaped and with `spans` of it in bold. */
export function bold(text: string, spans: readonly Span[]): string {
  let marked = '';
  let end = 0;
  for (const span of mergeSpans(text, spans)) {
    marked += escapeText(text.slice(end, span.start)) + boldPiece(text.slice(span.start, span.end));
    end = span.end;
  }
  return marked + escapeText(text.slice(end));
}

/** Every line of markdown as part of one block quote. */
export const blockQuote = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `> ${line.trim()}`)
    .join('\n');

/** A small grey line. */
export const subtext = (markdown: string): string => `-# ${markdown}`;

/**
 * Code between fences, as it is but for characters that nobody sees; '' where it is empty. The fence is longer than any
 * run of backticks within, so that nothing in the code ends it.
 */
export function fence(code: string, language: string | null = null): string {
  const shown = cleanCode(code)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
  if (shown === '') return '';
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language?.match(LANGUAGE)?.[0] ?? ''}\n${shown}\n${marks}`;
}

/** What Discord takes for the name of a language. */
const LANGUAGE = /^[\w+#.-]{1,30}/;

/** `text`, which must be one clean line, as a link where `url` is one for the web, and with `spans` of it in bold. */
export function link(text: string, url: string | null, spans: readonly Span[] = []): string {
  const address = webAddress(url);
  // Discord reads an escaped bracket inside a link as a bracket, and then shows no link.
  return address === null
    ? bold(text, spans)
    : `[${bold(text.replaceAll('[', '［').replaceAll(']', '］'), spans)}](${address})`;
}

const ENDS_LINKS = /[()[\]\\|`*<>]/g;
const encodeMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;

/** A longer address would not leave room for the quotes. */
const MAX_ADDRESS = 400;

/** `url` where it is an address of the web that a link can hold, else null. */
function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  // In the address of a computer brackets belong; anywhere else a mark could end the link, or what stands around it.
  const [computer] = /^[^/]+\/\/[^/?#]*/.exec(href)!;
  const address = computer + href.slice(computer.length).replace(ENDS_LINKS, encodeMark);
  return address.length <= MAX_ADDRESS ? address : null;
}

/** Address of a place in the page of `url`, or of the page where that is too long; null as for {@link webAddress}. */
export const placeAddress = (url: string | null, anchor: string | null): string | null =>
  url === null ? null : (webAddress(addressAt(url, anchor)) ?? webAddress(url));

/** Bold that touches bold would show its stars, so touching spans become one. */
function mergeSpans(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  const ordered = spans.map((span) => wholeCharacters(text, span)).sort((a, b) => a.start - b.start);
  for (const span of ordered) {
    const last = merged.at(-1);
    if (span.start >= span.end) continue;
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

const wholeCharacters = (text: string, { start, end }: Span): Span => ({
  start: wholeCharacterOffset(text, Math.max(0, Math.min(start, text.length))),
  end: wholeCharacterOffset(text, Math.max(0, Math.min(end, text.length))),
});

/** Line by line, with white space outside the stars: bold does not reach over the lines of a quote everywhere. */
const boldPiece = (piece: string): string =>
  piece.replace(/\S(?:[^\n]*\S)?/g, (line) => `**${escapeText(line)}**`);
