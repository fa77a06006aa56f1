import type { JsonObject } from '../../json.ts';
import { checkObjects, checkText } from '../fields.ts';
import { type Place, refuse, within } from '../place.ts';

/** One pass over the components of a message or modal, and what it has counted so far. */
export interface ComponentWalk {
  readonly inModal: boolean;
  /** Custom ids are unique over a whole message. */
  readonly customIds: Set<string>;
  /** Components so far, nested ones included. */
  count: number;
  /** Code points of all text displays so far. */
  displayedText: number;
  /** Checks one component and all in it; `parent` is null at the top. */
  readonly check: (place: Place, component: JsonObject, parent: JsonObject | null) => void;
}

/** The check of one type of component. */
export type ComponentCheck = (
  walk: ComponentWalk,
  place: Place,
  component: JsonObject,
  parent: JsonObject | null,
) => void;

export function checkCustomId(walk: ComponentWalk, place: Place, component: JsonObject): void {
  checkText(place, component, 'custom_id', { min: 1, max: 100, required: true });
  const id = component.custom_id;
  if (typeof id !== 'string') return;
  if (walk.customIds.has(id)) {
    const at = within(place, 'custom_id');
    refuse(at, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  walk.customIds.add(id);
}

/** Checks the components inside of one, which may be of the allowed types only. */
export function checkChildren(
  walk: ComponentWalk,
  place: Place,
  parent: JsonObject,
  rule: { readonly allowed: readonly number[]; readonly max: number },
): void {
  const children = checkObjects(place, parent, 'components', { min: 1, max: rule.max, required: true });
  for (const child of children) {
    if (rule.allowed.some((type) => type === child.item.type)) walk.check(child.place, child.item, parent);
    else refuseType(child.place, rule.allowed);
  }
}

export function refuseType(place: Place, allowed: readonly number[]): void {
  const message = `Value of field "type" must be one of (${allowed.join(', ')}).`;
  refuse(within(place, 'type'), 'UNION_TYPE_CHOICES', message);
}

export function refusePosition(place: Place, message: string): void {
  refuse(place, 'UNION_TYPE_CHOICES', message);
}
