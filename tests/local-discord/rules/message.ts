import { type JsonObject, listOrEmpty } from '../json.ts';
import { checkAllowedMentions } from './allowed-mentions.ts';
import { checkMessageComponents } from './components/message-components.ts';
import { checkEmbeds } from './embeds.ts';
import { checkList, checkText, isMissing, isSnowflake } from './fields.ts';
import { lengthOf } from './lengths.ts';
import { checkFlags, hasFlag, MESSAGE_FLAG, type MessageKind } from './message-flags.ts';
import { type Place, refuse, within } from './place.ts';

/** What is left of a message that an edit goes to, as far as the rules look at it. */
export interface MessageBefore {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly flags: number;
}

/** Checks the body of anything that makes or changes a message. */
export function checkMessage(
  place: Place,
  body: JsonObject,
  kind: MessageKind,
  before: MessageBefore | null = null,
): void {
  checkFlags(place, body, kind, before?.flags ?? 0);
  if (kind === 'defer') return;
  const isV2 =
    hasFlag(body.flags, MESSAGE_FLAG.componentsV2) || hasFlag(before?.flags, MESSAGE_FLAG.componentsV2);
  checkText(place, body, 'content', { max: 2000 });
  checkEmbeds(place, body);
  checkList(place, body, 'attachments', { max: 10 });
  checkList(place, body, 'sticker_ids', { max: 3 });
  checkMessageComponents(place, body, isV2);
  checkAllowedMentions(place, body);
  if (kind === 'create') checkCreation(place, body);
  if (isV2) checkNoLegacyFields(place, body);
  if (isEmptyAfter(body, before)) refuse(place, 50006, 'Cannot send an empty message');
}

function checkCreation(place: Place, body: JsonObject): void {
  const { nonce, message_reference: reference } = body;
  if (!isMissing(nonce) && lengthOf(String(nonce)) > 25) {
    refuse(within(place, 'nonce'), 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  }
  if (isMissing(reference)) return;
  const id = typeof reference === 'object' && 'message_id' in reference ? reference.message_id : undefined;
  if (!isSnowflake(id)) {
    refuse(within(place, 'message_reference', 'message_id'), 'NUMBER_TYPE_COERCE', 'Value is not snowflake.');
  }
}

/** A message of components shows its texts as components only. */
function checkNoLegacyFields(place: Place, body: JsonObject): void {
  const used = ['content', 'embeds', 'poll', 'sticker_ids'].find((key) => isFilled(body[key]));
  if (used === undefined) return;
  refuse(
    within(place, used),
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    'The legacy field cannot be used when using MessageFlags.IS_COMPONENTS_V2',
  );
}

/** An edit changes the fields that it names: what counts is the message that comes of it. */
function isEmptyAfter(body: JsonObject, before: MessageBefore | null): boolean {
  const after: JsonObject = { ...before, ...body };
  return !['content', 'embeds', 'components', 'poll', 'sticker_ids'].some((key) => isFilled(after[key]));
}

function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? listOrEmpty(value).length > 0 : Boolean(value);
}
