import type { JsonObject } from '../../json.ts';
import { type Place, refuse, within } from '../place.ts';
import { checkButton } from './buttons.ts';
import { checkFile, checkMediaGallery, checkSeparator, checkTextDisplay, checkThumbnail } from './content.ts';
import { checkOtherInput, checkTextInput } from './inputs.ts';
import { COMPONENT } from './kinds.ts';
import { checkActionRow, checkContainer, checkLabel, checkSection } from './layout.ts';
import { checkSelect } from './selects.ts';
import type { ComponentCheck, ComponentWalk } from './walk.ts';

const CHECKS: ReadonlyMap<unknown, ComponentCheck> = new Map<unknown, ComponentCheck>([
  [COMPONENT.actionRow, checkActionRow],
  [COMPONENT.button, checkButton],
  [COMPONENT.stringSelect, checkSelect],
  [COMPONENT.textInput, checkTextInput],
  [COMPONENT.userSelect, checkSelect],
  [COMPONENT.roleSelect, checkSelect],
  [COMPONENT.mentionableSelect, checkSelect],
  [COMPONENT.channelSelect, checkSelect],
  [COMPONENT.section, checkSection],
  [COMPONENT.textDisplay, checkTextDisplay],
  [COMPONENT.thumbnail, checkThumbnail],
  [COMPONENT.mediaGallery, checkMediaGallery],
  [COMPONENT.file, checkFile],
  [COMPONENT.separator, checkSeparator],
  [COMPONENT.container, checkContainer],
  [COMPONENT.label, checkLabel],
  [COMPONENT.fileUpload, checkOtherInput],
  [COMPONENT.radioGroup, checkOtherInput],
  [COMPONENT.checkboxGroup, checkOtherInput],
  [COMPONENT.checkbox, checkOtherInput],
]);

export function startComponentWalk(inModal: boolean): ComponentWalk {
  const walk: ComponentWalk = {
    inModal,
    customIds: new Set(),
    count: 0,
    displayedText: 0,
    check: (place, component, parent) => checkComponent(walk, place, component, parent),
  };
  return walk;
}

function checkComponent(
  walk: ComponentWalk,
  place: Place,
  component: JsonObject,
  parent: JsonObject | null,
): void {
  walk.count += 1;
  const check = CHECKS.get(component.type);
  if (check) check(walk, place, component, parent);
  else refuse(within(place, 'type'), 'UNION_TYPE_CHOICES', `Unknown component type ${component.type}`);
}
