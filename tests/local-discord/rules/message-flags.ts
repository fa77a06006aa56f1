import type { JsonObject } from '../json.ts';
import { isMissing } from './fields.ts';
import { type Place, refuse, within } from './place.ts';

export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voiceMessage: 1 << 13,
  componentsV2: 1 << 15,
} as const;

/** How a message reaches Discord; each way may set other flags. */
export type MessageKind = 'create' | 'edit' | 'callback' | 'defer' | 'followup';

const { suppressEmbeds, ephemeral, suppressNotifications, voiceMessage, componentsV2 } = MESSAGE_FLAG;
const ON_CREATION = suppressEmbeds | suppressNotifications | voiceMessage | componentsV2;
const SETTABLE: Readonly<Record<MessageKind, number>> = {
  create: ON_CREATION,
  edit: suppressEmbeds | componentsV2,
  callback: ON_CREATION | ephemeral,
  defer: ephemeral,
  followup: ON_CREATION | ephemeral,
};

/** Checks the flags of a request; `before` holds those of the message that is edited, else 0. */
export function checkFlags(place: Place, body: JsonObject, kind: MessageKind, before: number): void {
  const { flags } = body;
  const at = within(place, 'flags');
  if (isMissing(flags)) return;
  if (typeof flags !== 'number' || !Number.isInteger(flags)) {
    refuse(at, 'NUMBER_TYPE_COERCE', 'Must be an integer.');
    return;
  }
  const forbidden = flags & ~SETTABLE[kind] & ~before;
  if (forbidden !== 0) {
    refuse(at, 'MESSAGE_FLAGS_INVALID', `Flags ${forbidden} may not be set here (${kind})`);
  }
  if (before & componentsV2 && !(flags & componentsV2)) {
    refuse(at, 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'IS_COMPONENTS_V2 cannot be removed');
  }
}

export function hasFlag(flags: unknown, flag: number): boolean {
  return typeof flags === 'number' && (flags & flag) !== 0;
}
