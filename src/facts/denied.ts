/** Whether a sentence says of a day or an amount that it is not the one. */
import { rulesFor } from '../rules/languages.ts';
import type { Span } from '../types.ts';

export function isDenied({ start }: Span, text: string): boolean {
  const before = text.slice(0, start);
  return rulesFor(text).roles.denials.some(({ pattern }) => pattern.test(before));
}
