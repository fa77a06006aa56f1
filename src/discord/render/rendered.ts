/** A message as the parts that render it hand it on. */
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What is sent; its texts ping nobody, as embeds never do. */
export interface Rendered {
  readonly embeds: readonly APIEmbed[];
  /** Left out, an edit keeps the buttons and menus that are there. */
  readonly components?: readonly Row[];
}

export const COLOR = { answered: 0x2f855a, unanswered: 0x8a8f98, plain: 0x3b6ea5 } as const;

/** A sentence or two of the bot itself. */
export const renderNotice = (text: string): Rendered => ({
  embeds: [{ color: COLOR.plain, description: text }],
});
