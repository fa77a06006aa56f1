import type { JsonObject } from '../../json.ts';
import { checkOneOf, checkText, isUrl } from '../fields.ts';
import { type Place, refuse, within } from '../place.ts';
import { type ComponentWalk, checkCustomId } from './walk.ts';

const LINK = 5;
const PREMIUM = 6;

export function checkButton(walk: ComponentWalk, place: Place, button: JsonObject): void {
  checkOneOf(place, button, 'style', [1, 2, 3, 4, LINK, PREMIUM]);
  checkText(place, button, 'label', { max: 80 });
  if (button.style === PREMIUM) return;
  if (button.style === LINK) checkLinkButton(place, button);
  else checkActionButton(walk, place, button);
  if (!button.label && !button.emoji) {
    refuse(place, 'BUTTON_COMPONENT_INVALID', 'A label or an emoji is needed');
  }
}

function checkLinkButton(place: Place, button: JsonObject): void {
  checkText(place, button, 'url', { min: 1, max: 512 });
  if (!isUrl(button.url, 'discord:')) {
    refuse(within(place, 'url'), 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
  }
  if (button.custom_id) refuseBoth(within(place, 'custom_id'));
}

function checkActionButton(walk: ComponentWalk, place: Place, button: JsonObject): void {
  checkCustomId(walk, place, button);
  if (button.url) refuseBoth(within(place, 'url'));
}

function refuseBoth(place: Place): void {
  refuse(place, 'BUTTON_COMPONENT_CUSTOM_ID_URL_CONFLICT', 'A custom id and url cannot both be specified');
}
