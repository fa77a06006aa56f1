import { isJsonObject, type JsonObject } from '../json.ts';
import { checkText, isMissing, type LengthRule } from './fields.ts';
import { type Place, refuse, within } from './place.ts';

const LOCALES = new Set(
  `id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th
  zh-CN ja zh-TW ko`.split(/\s+/),
);

/** Checks the translations of a text; each is held to the rule of the text, and to `alsoCheck`. */
export function checkLocalizations(
  place: Place,
  owner: JsonObject,
  key: string,
  rule: LengthRule,
  alsoCheck?: (place: Place, text: unknown) => void,
): void {
  const translations = owner[key];
  if (!isJsonObject(translations)) return;
  const at = within(place, key);
  for (const [locale, text] of Object.entries(translations)) {
    if (!LOCALES.has(locale)) {
      refuse(within(at, locale), 'DICT_TYPE_UNKNOWN_KEY', `Unknown locale ${locale}`);
    }
    if (isMissing(text)) continue;
    checkText(at, translations, locale, rule);
    alsoCheck?.(within(at, locale), text);
  }
}
