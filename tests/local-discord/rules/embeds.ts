import { isJsonObject, type JsonObject, listOrEmpty, objectOrEmpty } from '../json.ts';
import { checkInteger, checkObjects, checkText, type Item, isMissing, isUrl } from './fields.ts';
import { trimmedLengthOf } from './lengths.ts';
import { type Place, refuse, within } from './place.ts';

/** Over all embeds of one message together, not for each. */
const TOTAL_CHARACTERS = 6000;
const WHITE = 0xffffff;
const CONTENT_KEYS = [
  'title',
  'description',
  'image',
  'thumbnail',
  'author',
  'footer',
  'url',
  'timestamp',
] as const;

/** Checks the `embeds` of a message and what they come to together. */
export function checkEmbeds(place: Place, body: JsonObject): void {
  const embeds = checkObjects(place, body, 'embeds', { max: 10 });
  let total = 0;
  for (const embed of embeds) {
    checkEmbed(embed);
    total += charactersIn(embed.item);
  }
  if (total > TOTAL_CHARACTERS) {
    const at = within(place, 'embeds');
    refuse(at, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${TOTAL_CHARACTERS}`);
  }
}

function checkEmbed({ place, item: embed }: Item): void {
  checkText(place, embed, 'title', { max: 256, trimmed: true });
  checkText(place, embed, 'description', { max: 4096, trimmed: true });
  checkText(place, embed, 'url', { max: 2048 });
  checkLinks(place, embed);
  checkInteger(place, embed, 'color', 0, WHITE);
  if (!isMissing(embed.timestamp) && Number.isNaN(Date.parse(String(embed.timestamp)))) {
    refuse(within(place, 'timestamp'), 'DATE_TIME_TYPE_PARSE', 'Could not parse the timestamp.');
  }
  if (isJsonObject(embed.footer)) {
    checkText(within(place, 'footer'), embed.footer, 'text', { max: 2048, required: true, trimmed: true });
  }
  if (isJsonObject(embed.author)) {
    checkText(within(place, 'author'), embed.author, 'name', { max: 256, required: true, trimmed: true });
  }
  for (const field of checkObjects(place, embed, 'fields', { max: 25 })) {
    checkText(field.place, field.item, 'name', { min: 1, max: 256, required: true, trimmed: true });
    checkText(field.place, field.item, 'value', { min: 1, max: 1024, required: true, trimmed: true });
  }
  if (!CONTENT_KEYS.some((key) => embed[key]) && listOrEmpty(embed.fields).length === 0) {
    refuse(place, 'EMBED_EMPTY', 'Embed has no content');
  }
}

function checkLinks(place: Place, embed: JsonObject): void {
  if (embed.url && !isUrl(embed.url)) {
    refuse(within(place, 'url'), 'URL_TYPE_INVALID_SCHEME', 'Not a well formed URL.');
  }
  for (const key of ['image', 'thumbnail']) {
    const { url } = objectOrEmpty(embed[key]);
    if (url && !isUrl(url, 'attachment:')) {
      refuse(within(place, key, 'url'), 'URL_TYPE_INVALID_SCHEME', 'Not a well formed URL.');
    }
  }
}

function charactersIn(embed: JsonObject): number {
  const texts = [
    embed.title,
    embed.description,
    objectOrEmpty(embed.footer).text,
    objectOrEmpty(embed.author).name,
  ];
  for (const field of listOrEmpty(embed.fields)) {
    const { name, value } = objectOrEmpty(field);
    texts.push(name, value);
  }
  return texts.reduce<number>((sum, text) => sum + trimmedLengthOf(text), 0);
}
