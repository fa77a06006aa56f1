/** A message as the parts that render it hand it on. */
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';
import { LIMITS } from './limits.ts';
import { toPlainText } from './plain-text.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What is sent; its texts ping nobody, as every send says. */
export interface Rendered {
  /** A line that needs no frame, at most 2,000 characters; then there is no embed. */
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  /** Left out, an edit keeps the buttons and menus that are there. */
  readonly components?: readonly Row[];
}

export const COLOR = { answered: 0x2f855a, unanswered: 0x8a8f98, plain: 0x3b6ea5 } as const;

/** A sentence or two of the bot itself. */
export const renderNotice = (text: string): Rendered => ({
  embeds: [{ color: COLOR.plain, description: text }],
});

/** A notice with one more line below. */
export const withLine = ({ embeds: [embed, ...more], ...rendered }: Rendered, line: string): Rendered => ({
  ...rendered,
  embeds: [{ ...embed, description: [embed?.description ?? '', line].join('\n') }, ...more],
});

/** A line as somebody would write it in a talk. */
export const renderLine = (text: string): Rendered => ({
  content: text.slice(0, LIMITS.content),
  embeds: [],
});

/** What Discord is sent: where no embed may be shown, the same as plain text. */
export const bodyOf = ({ content = '', embeds, components }: Rendered, mayEmbed: boolean) => ({
  content: mayEmbed || embeds.length === 0 ? content : toPlainText(embeds[0]!),
  embeds: mayEmbed ? embeds : [],
  ...(components && { components }),
});
