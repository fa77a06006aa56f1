/** In which language somebody is spoken to. */
import type { LocalizationMap } from 'discord.js';
import { containsHan } from '../../text/characters.ts';
import { toSimplified } from '../../text/normalize.ts';
import { inTaiwan } from './taiwan.ts';
import type { Locale } from './texts.ts';

/** For the language that a person has set on Discord; English where the bot does not speak it. */
export function localeOfPerson(discordLocale: string): Locale {
  if (discordLocale === 'zh-TW') return 'zh-TW';
  return discordLocale === 'zh-CN' ? 'zh' : 'en';
}

/** For messages, which do not tell what language their writer has set. */
export function localeOfText(text: string): Locale {
  if (!containsHan(text)) return 'en';
  return toSimplified(text) === text ? 'zh' : 'zh-TW';
}

/** A name or description of a command in the languages that Discord chooses from. */
export const localizations = (en: string, zh: string): LocalizationMap => ({
  'en-US': en,
  'zh-CN': zh,
  'zh-TW': inTaiwan(zh),
});
