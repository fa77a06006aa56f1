import type { JsonObject } from '../../json.ts';
import { checkObjects, checkText } from '../fields.ts';
import { type Place, refuse, within } from '../place.ts';
import { COMPONENT } from './kinds.ts';
import { type ComponentWalk, checkCustomId } from './walk.ts';

const MAX_OPTIONS = 25;

export function checkSelect(walk: ComponentWalk, place: Place, select: JsonObject): void {
  checkCustomId(walk, place, select);
  checkText(place, select, 'placeholder', { max: 150 });
  checkHowMany(place, select);
  if (select.type === COMPONENT.stringSelect) checkOptions(place, select);
}

function checkHowMany(place: Place, select: JsonObject): void {
  const min = Number(select.min_values ?? 1);
  const max = Number(select.max_values ?? 1);
  if (min >= 0 && max >= 1 && min <= max && max <= MAX_OPTIONS) return;
  refuse(within(place, 'min_values'), 'NUMBER_TYPE_MAX', 'min_values or max_values is out of range');
}

function checkOptions(place: Place, select: JsonObject): void {
  const options = checkObjects(place, select, 'options', { min: 1, max: MAX_OPTIONS, required: true });
  const values = new Set<unknown>();
  for (const { place: at, item: option } of options) {
    checkText(at, option, 'label', { min: 1, max: 100, required: true });
    checkText(at, option, 'value', { min: 1, max: 100, required: true });
    checkText(at, option, 'description', { max: 100 });
    if (values.has(option.value)) {
      const message = 'The specified option value is already used';
      refuse(within(at, 'value'), 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message);
    }
    values.add(option.value);
  }
  if (Number(select.max_values ?? 1) > options.length) {
    refuse(within(place, 'max_values'), 'NUMBER_TYPE_MAX', 'max_values exceeds the number of options');
  }
}
