/** Where questions are answered, as those who manage a server and whoever runs the bot have set it. */
import { type Scope, SHARED } from '../../scope.ts';
import { type ServerSettings, settingsFrom } from '../../storage/server-settings.ts';
import type { ServerState } from '../../storage/server-state.ts';
import type { Language } from '../../types.ts';
import type { Place } from '../connection/place.ts';
import type { Texts } from '../texts/en.ts';
import { localeOfPerson } from '../texts/locale.ts';
import { TEXTS } from '../texts/texts.ts';

export interface Rules {
  readonly state: ServerState;
  readonly answersDirectMessages: boolean;
}

/** Why nothing is answered there, in words for who asked; null where it is. Threads belong to their channel. */
export function whyNotHere(
  { guildId, channelId, parentId }: Place,
  { state, answersDirectMessages }: Rules,
  { notices }: Texts,
): string | null {
  if (guildId === null) return answersDirectMessages ? null : notices.noDirectMessages;
  const allowed = state.allowedChannels(guildId);
  const isAllowed = allowed.length === 0 || allowed.some((id) => id === channelId || id === parentId);
  return isAllowed ? null : notices.otherChannels(allowed.slice(0, MAX_NAMED).map((id) => `<#${id}>`));
}

/** What somebody may see there. */
export function scopeAt({ guildId, channelId, parentId }: Place, state: ServerState): Scope {
  if (guildId === null) return SHARED;
  const parts = state.partsOfChannel(guildId, parentId ?? channelId);
  return { server: guildId, ...(parts.length > 0 && { parts }) };
}

/** What is set where nobody has chosen anything. */
const UNSET = settingsFrom([]);

export const settingsAt = ({ guildId }: Place, state: ServerState): ServerSettings =>
  guildId === null ? UNSET : state.settings(guildId);

/** What is said in a server by itself: in the language that it has chosen, else in that which it has set on Discord. */
export function textsOfServer(guildId: string, discordLocale: string, state: ServerState): Texts {
  const { language } = state.settings(guildId);
  return TEXTS[language === 'question' ? localeOfPerson(discordLocale) : language];
}

/** The language that a server has chosen for all answers; null where each question chooses. */
export function languageAt(place: Place, state: ServerState): Language | null {
  const { language } = settingsAt(place, state);
  if (language === 'question') return null;
  return language === 'en' ? 'en' : 'zh';
}

/** What is said to all in a server that has chosen one language; null where each question chooses. */
export function textsAt(place: Place, state: ServerState): Texts | null {
  const { language } = settingsAt(place, state);
  return language === 'question' ? null : TEXTS[language];
}

/** More channels are a list that nobody reads. */
const MAX_NAMED = 5;
