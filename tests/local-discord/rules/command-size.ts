import { type JsonObject, listOrEmpty, objectOrEmpty } from '../json.ts';
import { lengthOf } from './lengths.ts';

/** Characters of a slash command as Discord adds them up: of each text the longest translation. */
export function commandSize(command: JsonObject): number {
  let size = longest(command, 'name') + longest(command, 'description');
  for (const choice of listOrEmpty(command.choices).map(objectOrEmpty)) {
    size += longest(choice, 'name') + lengthOf(choice.value);
  }
  for (const option of listOrEmpty(command.options)) size += commandSize(objectOrEmpty(option));
  return size;
}

function longest(owner: JsonObject, key: string): number {
  const translations = Object.values(objectOrEmpty(owner[`${key}_localizations`]));
  return Math.max(lengthOf(owner[key]), ...translations.map(lengthOf));
}
