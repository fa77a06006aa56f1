import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, '../../web/src/style/base.css'), 'utf8');
const COLOURS = new Map(
  [...CSS.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What is written on what, and bars that have to be told from their ground. */
const PAIRS = [
  ...['ground', 'surface', 'soft'].flatMap((under) =>
    ['text', 'dim', 'accent'].map((over) => [over, under, 4.5] as const),
  ),
  ...['good', 'bad'].flatMap((over) => [[over, 'ground', 4.5] as const, [over, 'surface', 4.5] as const]),
  ['on-accent', 'accent', 4.5],
  ['on-mark', 'mark', 4.5],
  ['text', 'track', 4.5],
  ...['accent', 'good', 'bad', 'words'].map((bar) => [bar, 'track', 3] as const),
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(PAIRS)('%s on %s has a contrast of at least %d', (over, under, least) => {
    expect(contrast(COLOURS.get(over)![theme], COLOURS.get(under)![theme])).toBeGreaterThanOrEqual(least);
  });
});
