/** Those who ask by a command, button or form. */
import { type Answerable, acknowledge, respond, textsFor } from '../connection/interaction.ts';
import { placeOfInteraction } from '../connection/place.ts';
import { renderNotice } from '../render/rendered.ts';
import type { Asker } from './ask.ts';

export function askerOf(interaction: Answerable, isPrivate: boolean): Asker {
  const texts = textsFor(interaction);
  return {
    personId: interaction.user.id,
    place: placeOfInteraction(interaction),
    isPrivate,
    texts,
    textsFor: () => texts,
    acknowledge: () => acknowledge(interaction, isPrivate),
    respond: (body) => respond(interaction, body),
    // Each has to be answered; before it is acknowledged that is seen by nobody else.
    decline: (reason) => respond(interaction, renderNotice(reason)),
  };
}
