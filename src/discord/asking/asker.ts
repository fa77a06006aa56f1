/** Those who ask by a command, button or form. */
import { type Answerable, acknowledge, respond, textsFor } from '../connection/interaction.ts';
import { placeOfInteraction } from '../connection/place.ts';
import type { Context } from '../context.ts';
import { renderNotice } from '../render/rendered.ts';
import type { Asker } from './ask.ts';
import { isSmallTalk } from './mention.ts';
import { textsAt } from './where.ts';

/** `wantsPrivacy` where they have said that nobody else is to see it. Small talk is for them alone, too. */
export async function askerOf(
  interaction: Answerable,
  question: string,
  wantsPrivacy: boolean,
  { rulesAt }: Context,
): Promise<Asker> {
  const texts = textsFor(interaction);
  const place = placeOfInteraction(interaction);
  const rules = await rulesAt(place);
  const isPrivate = wantsPrivacy || rules.settings.answers === 'private' || isSmallTalk(question);
  return {
    personId: interaction.user.id,
    place,
    rules,
    isPrivate,
    wantsPrivacy,
    maySayNothing: false,
    texts,
    textsFor: () => (isPrivate ? null : textsAt(rules)) ?? texts,
    acknowledge: () => acknowledge(interaction, isPrivate),
    respond: (body) => respond(interaction, body),
    // Each has to be answered; before it is acknowledged that is seen by nobody else.
    decline: (reason) => respond(interaction, renderNotice(reason)),
  };
}
