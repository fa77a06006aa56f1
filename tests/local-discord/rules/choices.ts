import type { JsonObject } from '../json.ts';
import { checkObjects, checkText } from './fields.ts';
import { lengthOf } from './lengths.ts';
import { checkLocalizations } from './localizations.ts';
import { OPTION } from './option-kinds.ts';
import { type Place, refuse, within } from './place.ts';

/** Checks the `choices` of an option or of an autocomplete answer, whose values are of the option's type. */
export function checkChoices(place: Place, owner: JsonObject, optionType: unknown, required = false): void {
  for (const { place: at, item: choice } of checkObjects(place, owner, 'choices', { max: 25, required })) {
    checkText(at, choice, 'name', { min: 1, max: 100, required: true });
    checkLocalizations(at, choice, 'name_localizations', { min: 1, max: 100 });
    if (optionType === OPTION.string) checkTextValue(within(at, 'value'), choice.value);
    else checkNumberValue(within(at, 'value'), choice.value, optionType);
  }
}

function checkTextValue(at: Place, value: unknown): void {
  if (typeof value !== 'string') refuse(at, 'STRING_TYPE_CONVERT', 'Must be a string.');
  else if (lengthOf(value) > 100) refuse(at, 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.');
}

function checkNumberValue(at: Place, value: unknown, optionType: unknown): void {
  const fits = optionType === OPTION.integer ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!fits) refuse(at, 'NUMBER_TYPE_COERCE', 'Must be a number.');
}
