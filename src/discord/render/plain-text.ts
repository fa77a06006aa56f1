/** An embed as the text of a message, for places where a bot may show none. */
import type { APIEmbed } from 'discord.js';
import { cut, LIMITS } from './limits.ts';
import { escapeText, subtext, unescapeText } from './markdown.ts';

/** Stands in front of the lines that a footer becomes, from the first to the last line of the text. */
const FOOTER = '💬 ';
/** Before escaping, which at most doubles it. */
const MAX_FOOTER_LINE = 200;
const MORE = '…';

/** At most 2,000 characters: title, as much of the description as fits, and the footer, cut line by line. */
export function toPlainText({ title, description = '', footer }: APIEmbed): string {
  const lines = (footer?.text ?? '').split('\n').filter((line) => line !== '');
  const below = lines.map((line) => subtext(FOOTER + escapeText(cut(line, MAX_FOOTER_LINE)))).join('\n');
  const above = title === undefined ? '' : `**${title}**`;
  const room = LIMITS.content - above.length - below.length - 2;
  return [above, wholeLines(description, room), below].filter((part) => part !== '').join('\n');
}

/** The footer of what {@link toPlainText} wrote; '' where there is none. */
export function footerOfPlainText(content: string): string {
  const start = subtext(FOOTER);
  return content
    .split('\n')
    .filter((line) => line.startsWith(start))
    .map((line) => unescapeText(line.slice(start.length)))
    .join('\n');
}

/** Lines as long as they fit, up to one that no fence of code is open behind; an ellipsis where some are left out. */
function wholeLines(markdown: string, room: number): string {
  if (markdown.length <= room) return markdown;
  let shown = '';
  let closed = '';
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const longer = shown === '' ? line : `${shown}\n${line}`;
    if (longer.length > room - MORE.length - 1) break;
    shown = longer;
    if (fence === null) fence = /^`{3,}/.exec(line)?.[0] ?? null;
    else if (line === fence) fence = null;
    if (fence === null) closed = shown;
  }
  return `${closed.trimEnd()}\n${MORE}`;
}
