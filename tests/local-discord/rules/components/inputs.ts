import type { JsonObject } from '../../json.ts';
import { checkInteger, checkOneOf, checkText } from '../fields.ts';
import type { Place } from '../place.ts';
import { COMPONENT } from './kinds.ts';
import { type ComponentWalk, checkCustomId, refusePosition } from './walk.ts';

const MAX_INPUT = 4000;

export function checkTextInput(
  walk: ComponentWalk,
  place: Place,
  input: JsonObject,
  parent: JsonObject | null,
): void {
  if (!walk.inModal) {
    refusePosition(place, 'Text inputs are for modals');
    return;
  }
  checkCustomId(walk, place, input);
  checkOneOf(place, input, 'style', [1, 2]);
  // In a label the title stands on the label, in a row on the input itself.
  if (parent?.type === COMPONENT.actionRow) {
    checkText(place, input, 'label', { min: 1, max: 45, required: true });
  }
  checkText(place, input, 'placeholder', { max: 100 });
  checkText(place, input, 'value', { max: MAX_INPUT });
  checkInteger(place, input, 'min_length', 0, MAX_INPUT);
  checkInteger(place, input, 'max_length', 1, MAX_INPUT);
}

/** File uploads, radio groups and check boxes: of these only the position and the custom id are checked. */
export function checkOtherInput(walk: ComponentWalk, place: Place, input: JsonObject): void {
  if (!walk.inModal) refusePosition(place, 'This component is for modals');
  checkCustomId(walk, place, input);
}
