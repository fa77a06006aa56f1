import { type JsonObject, objectOrEmpty } from '../../json.ts';
import { checkList, checkOneOf, checkText, isMissing, isUrl } from '../fields.ts';
import { lengthOf } from '../lengths.ts';
import { type Place, refuse, within } from '../place.ts';
import type { ComponentWalk } from './walk.ts';

export function checkTextDisplay(walk: ComponentWalk, place: Place, display: JsonObject): void {
  checkText(place, display, 'content', { min: 1, max: 4000, required: true });
  walk.displayedText += lengthOf(display.content);
}

export function checkThumbnail(_walk: ComponentWalk, place: Place, thumbnail: JsonObject): void {
  checkText(place, thumbnail, 'description', { max: 1024 });
  if (!isUrl(objectOrEmpty(thumbnail.media).url, 'attachment:')) {
    refuse(within(place, 'media', 'url'), 'BASE_TYPE_REQUIRED', 'A url is required');
  }
}

export function checkMediaGallery(_walk: ComponentWalk, place: Place, gallery: JsonObject): void {
  checkList(place, gallery, 'items', { min: 1, max: 10, required: true });
}

export function checkFile(_walk: ComponentWalk, place: Place, file: JsonObject): void {
  const { url } = objectOrEmpty(file.file);
  if (typeof url === 'string' && url.startsWith('attachment://')) return;
  refuse(within(place, 'file', 'url'), 'BASE_TYPE_REQUIRED', 'Only attachment:// is allowed');
}

export function checkSeparator(_walk: ComponentWalk, place: Place, separator: JsonObject): void {
  if (!isMissing(separator.spacing)) checkOneOf(place, separator, 'spacing', [1, 2]);
}
