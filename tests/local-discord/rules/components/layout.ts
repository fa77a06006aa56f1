import { isJsonObject, type JsonObject, listOrEmpty, objectOrEmpty } from '../../json.ts';
import { checkInteger, checkText, requireField } from '../fields.ts';
import { type Place, refuse, within } from '../place.ts';
import { COMPONENT, SELECTS } from './kinds.ts';
import { type ComponentWalk, checkChildren, refusePosition } from './walk.ts';

const WHITE = 0xffffff;

type Parent = JsonObject | null;

/** A row holds 5 buttons or 1 select. */
export function checkActionRow(walk: ComponentWalk, place: Place, row: JsonObject, parent: Parent): void {
  if (parent && parent.type !== COMPONENT.container) {
    refusePosition(place, 'An action row sits at the top or in a container');
  }
  checkChildren(walk, place, row, { allowed: [COMPONENT.button, ...SELECTS], max: 5 });
  const children = listOrEmpty(row.components).map(objectOrEmpty);
  const holdsSelect = children.some((child) => SELECTS.some((type) => type === child.type));
  if (holdsSelect && children.length > 1) {
    const message = 'The specified component exceeds the maximum width';
    refuse(within(place, 'components'), 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
  }
}

/** A section holds up to 3 texts beside a button or a thumbnail. */
export function checkSection(walk: ComponentWalk, place: Place, section: JsonObject): void {
  checkChildren(walk, place, section, { allowed: [COMPONENT.textDisplay], max: 3 });
  const { accessory } = section;
  const at = within(place, 'accessory');
  const fits =
    isJsonObject(accessory) &&
    (accessory.type === COMPONENT.button || accessory.type === COMPONENT.thumbnail);
  if (fits) walk.check(at, accessory, section);
  else refuse(at, 'BASE_TYPE_REQUIRED', 'A section needs a button or a thumbnail');
}

export function checkContainer(
  walk: ComponentWalk,
  place: Place,
  container: JsonObject,
  parent: Parent,
): void {
  if (parent) refusePosition(place, 'A container sits at the top');
  checkInteger(place, container, 'accent_color', 0, WHITE);
  const { actionRow, section, textDisplay, mediaGallery, file, separator } = COMPONENT;
  const allowed = [actionRow, section, textDisplay, mediaGallery, file, separator];
  checkChildren(walk, place, container, { allowed, max: 40 });
}

/** A label puts a title above one input of a modal. */
export function checkLabel(walk: ComponentWalk, place: Place, label: JsonObject): void {
  if (!walk.inModal) {
    refusePosition(place, 'Labels are for modals');
    return;
  }
  checkText(place, label, 'label', { min: 1, max: 45, required: true });
  checkText(place, label, 'description', { max: 100 });
  const at = within(place, 'component');
  if (isJsonObject(label.component)) walk.check(at, label.component, label);
  else requireField(at);
}
