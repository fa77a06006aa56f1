import { isJsonObject, type JsonObject } from '../json.ts';
import { checkList, isSnowflake } from './fields.ts';
import { type Place, refuse, within } from './place.ts';

const PARSEABLE: readonly unknown[] = ['users', 'roles', 'everyone'];

/** Checks who a message may ping; leaving the field out is allowed, and dangerous (see `pingsByDefault`). */
export function checkAllowedMentions(place: Place, body: JsonObject): void {
  const allowed = body.allowed_mentions;
  if (!isJsonObject(allowed)) return;
  const at = within(place, 'allowed_mentions');
  const parse = checkList(at, allowed, 'parse', { max: 3 });
  checkUnique(within(at, 'parse'), parse);
  for (const kind of parse) {
    if (!PARSEABLE.includes(kind)) {
      refuse(within(at, 'parse'), 'BASE_TYPE_CHOICES', `Value must be one of {${PARSEABLE.join(', ')}}.`);
    }
  }
  for (const kind of ['users', 'roles']) {
    const ids = checkList(at, allowed, kind, { max: 100 });
    checkUnique(within(at, kind), ids);
    if (!ids.every(isSnowflake)) refuse(within(at, kind), 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');
    if (parse.includes(kind) && ids.length > 0) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      refuse(within(at, 'parse'), 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
}

/**
 * Whether Discord would look for mentions in the text by itself: no `allowed_mentions`, or none with
 * an empty `parse`. Holds for edits too: one that leaves it out parses again with the default.
 */
export function pingsByDefault(body: JsonObject): boolean {
  const allowed = body.allowed_mentions;
  if (!isJsonObject(allowed)) return true;
  return !Array.isArray(allowed.parse) || allowed.parse.length > 0;
}

function checkUnique(place: Place, values: readonly unknown[]): void {
  if (new Set(values).size === values.length) return;
  refuse(place, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value');
}
