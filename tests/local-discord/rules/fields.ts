import { isJsonObject, type JsonObject } from '../json.ts';
import { lengthOf, trimmedLengthOf } from './lengths.ts';
import { type Place, refuse, within } from './place.ts';

/** How long a text or a list may be; lengths of texts are in code points. */
export interface LengthRule {
  readonly min?: number;
  readonly max: number;
  readonly required?: boolean;
  /** Count after trimming, as embeds are. */
  readonly trimmed?: boolean;
}

/** An object in a list, with the place it stands at. */
export interface Item {
  readonly place: Place;
  readonly item: JsonObject;
}

export function isMissing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

export function requireField(place: Place): void {
  refuse(place, 'BASE_TYPE_REQUIRED', 'This field is required');
}

export function checkText(place: Place, owner: JsonObject, key: string, rule: LengthRule): void {
  const value = owner[key];
  const at = within(place, key);
  if (isMissing(value)) {
    if (rule.required) requireField(at);
    return;
  }
  if (typeof value !== 'string') {
    refuse(at, 'STRING_TYPE_CONVERT', 'Must be a string.');
    return;
  }
  checkLength(at, rule.trimmed ? trimmedLengthOf(value) : lengthOf(value), rule);
}

/** The list of a field, empty when there is none. */
export function checkList(place: Place, owner: JsonObject, key: string, rule: LengthRule): unknown[] {
  const value = owner[key];
  const at = within(place, key);
  if (isMissing(value)) {
    if (rule.required) requireField(at);
    return [];
  }
  if (!Array.isArray(value)) {
    refuse(at, 'LIST_TYPE_CONVERT', 'Must be a list.');
    return [];
  }
  checkLength(at, value.length, rule);
  return value;
}

/** The objects of a list; anything else in it is a problem. */
export function checkObjects(place: Place, owner: JsonObject, key: string, rule: LengthRule): Item[] {
  const items: Item[] = [];
  for (const [index, item] of checkList(place, owner, key, rule).entries()) {
    const at = within(place, key, index);
    if (isJsonObject(item)) items.push({ place: at, item });
    else refuse(at, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
  }
  return items;
}

export function checkOneOf(
  place: Place,
  owner: JsonObject,
  key: string,
  allowed: readonly (string | number)[],
): void {
  if (allowed.some((value) => value === owner[key])) return;
  refuse(within(place, key), 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
}

/** Checks an optional whole number against its two bounds, both allowed. */
export function checkInteger(place: Place, owner: JsonObject, key: string, min: number, max: number): void {
  const value = owner[key];
  if (isMissing(value)) return;
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return;
  refuse(within(place, key), 'NUMBER_TYPE_MAX', `int value should be between ${min} and ${max}.`);
}

export function isSnowflake(value: unknown): boolean {
  return typeof value === 'string' && /^\d+$/.test(value);
}

/** Whether it is a URL of the web, or of one of the other protocols (`attachment:`). */
export function isUrl(value: unknown, ...otherProtocols: string[]): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  return ['http:', 'https:', ...otherProtocols].includes(new URL(value).protocol);
}

function checkLength(at: Place, length: number, { min = 0, max }: LengthRule): void {
  if (length >= min && length <= max) return;
  if (min === 0) refuse(at, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  else refuse(at, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
}
