import type { JsonObject } from '../json.ts';
import { checkText } from './fields.ts';
import { checkLocalizations } from './localizations.ts';
import { type Place, refuse, within } from './place.ts';

/** Discord's own pattern for the names of slash commands and their options. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Checks name and description of a slash command or an option, and their translations. */
export function checkNameAndDescription(place: Place, owner: JsonObject): void {
  checkName(within(place, 'name'), owner.name);
  checkLocalizations(place, owner, 'name_localizations', { min: 1, max: 32 }, checkName);
  checkText(place, owner, 'description', { min: 1, max: 100, required: true });
  checkLocalizations(place, owner, 'description_localizations', { min: 1, max: 100 });
}

function checkName(place: Place, name: unknown): void {
  if (typeof name === 'string' && NAME.test(name) && name === name.toLowerCase()) return;
  refuse(place, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
}
