import { placeOfInteraction } from '../connection/place.ts';
import type { Context } from '../context.ts';
import type { Titles } from '../titles.ts';
import { scopeAt } from './where.ts';

/** Titles of what is seen where something is used. */
export async function titlesAt(
  interaction: Parameters<typeof placeOfInteraction>[0],
  { catalog, rulesAt }: Pick<Context, 'catalog' | 'rulesAt'>,
): Promise<Titles> {
  const place = placeOfInteraction(interaction);
  return catalog.titles(scopeAt(place, await rulesAt(place)));
}
