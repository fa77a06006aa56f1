/** What most letters of a document are like: only what differs from them is set off. */

import { containsHan } from '../../../text/characters.ts';
import type { Page, Piece } from './page.ts';

/** Size of most letters, to half a point. */
export const usualSize = (pages: readonly Page[]): number =>
  mostOf(
    pages.flatMap(({ pieces }) => pieces),
    ({ size }) => Math.round(size * 2) / 2,
  ) ?? 0;

/**
 * What is heavy or of fixed width is so beside the body: where most of the text is, it says nothing. Chinese has a font of
 * its own, so that its weight is told by itself.
 */
export function relativeToBody(pages: readonly Page[]): Page[] {
  const pieces = pages.flatMap((page) => page.pieces);
  const isMonoBody = mostOf(pieces, ({ isMono }) => isMono);
  const isHeavyHan = mostOf(
    pieces.filter(({ text }) => containsHan(text)),
    ({ isHeavy }) => isHeavy,
  );
  const isHeavyOther = mostOf(
    pieces.filter(({ text }) => !containsHan(text)),
    ({ isHeavy }) => isHeavy,
  );
  const weigh = ({ isHeavy, text }: Piece): boolean | null =>
    (containsHan(text) ? isHeavyHan : isHeavyOther) === true ? null : isHeavy;
  return pages.map((page) => ({
    ...page,
    pieces: page.pieces.map((piece) => ({
      ...piece,
      isHeavy: weigh(piece),
      isMono: piece.isMono && isMonoBody === false,
    })),
  }));
}

/** What most letters have; undefined without any. */
function mostOf<T>(pieces: readonly Piece[], of: (piece: Piece) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const piece of pieces) counts.set(of(piece), (counts.get(of(piece)) ?? 0) + piece.text.trim().length);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
