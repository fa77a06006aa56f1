/** Where questions are answered, as those who manage a server and whoever runs the bot have set it. */
import type { Log } from '../../log.ts';
import { type Scope, SHARED } from '../../scope.ts';
import { StateAway } from '../../storage/database/server.ts';
import { type PlaceRules, type PlaceState, UNSET } from '../../storage/place-state.ts';
import type { ServerState } from '../../storage/server-state.ts';
import type { Language } from '../../types.ts';
import type { Place } from '../connection/place.ts';
import type { Texts } from '../texts/en.ts';
import { localeOfPerson } from '../texts/locale.ts';
import { TEXTS } from '../texts/texts.ts';

/** What was chosen for a place; never rejects. */
export type RulesAt = (place: Pick<Place, 'guildId' | 'channelId' | 'parentId'>) => Promise<PlaceRules>;

/** Places whose rules are remembered; each takes some 500 bytes. */
const REMEMBERED = 10_000;

/** Where the state cannot be read, what was seen last holds on, or else that nobody has chosen anything. */
export function createRules(state: PlaceState, log: Log): RulesAt {
  const seen = new Map<string, PlaceRules>();
  return async ({ guildId, channelId, parentId }) => {
    if (guildId === null) return UNSET;
    const key = parentId ?? channelId;
    try {
      const rules = await state.rulesOf(guildId, key);
      seen.delete(key);
      seen.set(key, rules);
      const [oldest] = seen.keys();
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
      return rules;
    } catch (error) {
      log[error instanceof StateAway ? 'debug' : 'error']('what a server has chosen could not be read', {
        error,
      });
      return seen.get(key) ?? UNSET;
    }
  };
}

/** Why nothing is answered there, in words for who asked; null where it is. Threads belong to their channel. */
export function whyNotHere(
  { guildId, channelId, parentId }: Place,
  { allowed }: PlaceRules,
  answersDirectMessages: boolean,
  { notices }: Texts,
): string | null {
  if (guildId === null) return answersDirectMessages ? null : notices.noDirectMessages;
  const isAllowed = allowed.length === 0 || allowed.some((id) => id === channelId || id === parentId);
  return isAllowed ? null : notices.otherChannels(allowed.slice(0, MAX_NAMED).map((id) => `<#${id}>`));
}

/** What somebody may see there. */
export function scopeAt({ guildId }: Pick<Place, 'guildId'>, { parts }: PlaceRules): Scope {
  if (guildId === null) return SHARED;
  return { server: guildId, ...(parts.length > 0 && { parts }) };
}

/** What is said in a server by itself: in the language that it has chosen, else in that which it has set on Discord. */
export async function textsOfServer(
  guildId: string,
  discordLocale: string,
  state: Pick<ServerState, 'settings'>,
): Promise<Texts> {
  const { language } = await state.settings(guildId);
  return TEXTS[language === 'question' ? localeOfPerson(discordLocale) : language];
}

/** The language that a server has chosen for all answers; null where each question chooses. */
export function languageAt({ settings: { language } }: PlaceRules): Language | null {
  if (language === 'question') return null;
  return language === 'en' ? 'en' : 'zh';
}

/** What is said to all in a server that has chosen one language; null where each question chooses. */
export const textsAt = ({ settings: { language } }: PlaceRules): Texts | null =>
  language === 'question' ? null : TEXTS[language];

/** More channels are a list that nobody reads. */
const MAX_NAMED = 5;
