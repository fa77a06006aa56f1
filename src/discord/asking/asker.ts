/** Those who ask by a command, button or form. */

import { type Answerable, acknowledge, respond, textsFor } from '../connection/interaction.ts';
import type { Asker } from './ask.ts';

export function askerOf(interaction: Answerable, isPrivate: boolean): Asker {
  const texts = textsFor(interaction);
  return {
    personId: interaction.user.id,
    guildId: interaction.guildId,
    isPrivate,
    texts,
    textsFor: () => texts,
    acknowledge: () => acknowledge(interaction, isPrivate),
    respond: (body) => respond(interaction, body),
  };
}
