/** For which side somebody signed, spoke or came. */
import { LANGUAGES } from '../../rules/languages.ts';
import { questionTerms } from '../../text/analyze.ts';
import { normalizeWithOrigin, originalSpan } from '../../text/normalize.ts';
import type { Terms } from '../../types.ts';

const SIDES = LANGUAGES.flatMap(({ asking }) => asking.sides);
const ANY_SIDE = LANGUAGES.flatMap(({ asking }) => asking.anySide);

export interface Side {
  readonly terms: Terms;
  /** False for 公司 and 省里, which may be either. */
  readonly isNamed: boolean;
}

/** The side whose people are asked for; null where the question tells none. */
export function sideAsked(text: string, today: string): Side | null {
  const folded = normalizeWithOrigin(text);
  const side = SIDES.map(({ pattern }) => pattern.exec(folded.text)?.indices?.groups?.side).find(
    (span) => span !== undefined,
  );
  if (side === undefined) return null;
  // As the question writes it: PICC is a name in capitals only.
  const { start, end } = originalSpan(folded, ...side);
  const written = folded.text.slice(...side);
  return {
    terms: questionTerms(text.slice(start, end), today),
    isNamed: !ANY_SIDE.some(({ pattern }) => pattern.test(written)),
  };
}
