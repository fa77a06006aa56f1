import type { JsonObject } from '../../json.ts';
import { checkObjects } from '../fields.ts';
import { type Place, refuse, within } from '../place.ts';
import { startComponentWalk } from './component.ts';
import { COMPONENT } from './kinds.ts';
import { refuseType } from './walk.ts';

/** Nested components count too. */
const MAX_COMPONENTS = 40;
const MAX_ROWS = 5;
/** Code points over all text displays of a message. */
const MAX_DISPLAYED_TEXT = 4000;

/** Checks the components of a message: rows only, unless it is a message of components (V2). */
export function checkMessageComponents(place: Place, body: JsonObject, isV2: boolean): void {
  const walk = startComponentWalk(false);
  for (const { place: at, item } of checkObjects(place, body, 'components', {
    max: isV2 ? MAX_COMPONENTS : MAX_ROWS,
  })) {
    if (isV2 || item.type === COMPONENT.actionRow) walk.check(at, item, null);
    else refuseType(at, [COMPONENT.actionRow]);
  }
  const at = within(place, 'components');
  if (isV2 && walk.count > MAX_COMPONENTS) {
    refuse(at, 'BASE_TYPE_MAX_LENGTH', `Must be ${MAX_COMPONENTS} or fewer in length, nested ones included.`);
  }
  if (isV2 && walk.displayedText > MAX_DISPLAYED_TEXT) {
    const message = `Displayable text exceeds maximum size of ${MAX_DISPLAYED_TEXT}`;
    refuse(at, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
}
