import type { JsonObject } from '../json.ts';
import { startComponentWalk } from './components/component.ts';
import { COMPONENT } from './components/kinds.ts';
import { type ComponentWalk, refuseType } from './components/walk.ts';
import { checkObjects, checkText } from './fields.ts';
import type { Place } from './place.ts';

const { actionRow, textDisplay, label, textInput } = COMPONENT;

/** Checks a modal: 1 to 5 labels, texts or (the older form) rows of one text input. */
export function checkModal(place: Place, modal: JsonObject): void {
  checkText(place, modal, 'custom_id', { min: 1, max: 100, required: true });
  checkText(place, modal, 'title', { min: 1, max: 45, required: true });
  const walk = startComponentWalk(true);
  for (const { place: at, item } of checkObjects(place, modal, 'components', {
    min: 1,
    max: 5,
    required: true,
  })) {
    if (item.type === actionRow) checkInputRow(walk, at, item);
    else if (item.type === label || item.type === textDisplay) walk.check(at, item, null);
    else refuseType(at, [actionRow, textDisplay, label]);
  }
}

function checkInputRow(walk: ComponentWalk, place: Place, row: JsonObject): void {
  for (const { place: at, item } of checkObjects(place, row, 'components', {
    min: 1,
    max: 1,
    required: true,
  })) {
    if (item.type === textInput) walk.check(at, item, row);
    else refuseType(at, [textInput]);
  }
}
