/** What stands on one baseline. */
/** Text in its place; as in `Piece`. */
interface Raisable {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Baselines of one line differ by less, in parts of the smaller size. */
const SAME_BASELINE = 0.3;

/** Stretches by baseline, from top to bottom, each row from left to right. */
export function groupRows<T extends { readonly y: number; readonly size: number; readonly left: number }>(
  stretches: readonly T[],
): T[][] {
  const rows: T[][] = [];
  for (const stretch of [...stretches].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row !== undefined && stretch.y - row[0]!.y < SAME_BASELINE * Math.min(row[0]!.size, stretch.size))
      row.push(stretch);
    else rows.push([stretch]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Rows with exponents, marks of notes and indices put to the line of the larger text that they touch. */
export function withRaised<T extends Raisable>(rows: readonly (readonly T[])[]): T[][] {
  const moved = rows.map((row) => [...row]);
  for (const [at, row] of rows.entries())
    for (const piece of row) {
      const target = [at - 1, at + 1].find((other) =>
        rows[other]?.some((text) => isRaisedBeside(piece, text)),
      );
      if (target === undefined) continue;
      moved[at] = moved[at]!.filter((other) => other !== piece);
      moved[target]!.push(piece);
    }
  return moved.map((row) => row.sort((a, b) => a.left - b.left));
}

const isRaisedBeside = (piece: Raisable, text: Raisable): boolean =>
  piece.size < 0.85 * text.size &&
  piece.text.trim().length <= MAX_RAISED &&
  Math.abs(piece.y - text.y) < 0.55 * text.size &&
  (Math.abs(piece.left - text.right) < 0.3 * text.size ||
    Math.abs(text.left - piece.right) < 0.3 * text.size);

const MAX_RAISED = 6;
