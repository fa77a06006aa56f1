/** Those who ask by a command, button or form. */
import { toSimplified } from '../text/normalize.ts';
import type { Answer } from '../types.ts';
import type { Asker } from './ask.ts';
import { type Answerable, acknowledge, respond, textsFor } from './interaction.ts';
import { type Locale, TEXTS } from './texts/texts.ts';

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

/** For messages: labels in the language of the answer, Traditional where the question is. */
export function textsOfAnswer({ language, question }: Answer): (typeof TEXTS)[Locale] {
  if (language === 'en') return TEXTS.en;
  return TEXTS[toSimplified(question) === question ? 'zh' : 'zh-TW'];
}
