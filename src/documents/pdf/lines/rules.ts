/** Straight lines that a page of a PDF draws: what tables are ruled with. */

/** A matrix of a PDF: [a, b, c, d, e, f]. */
export type Matrix = readonly number[];

export const multiply = (m: Matrix, n: Matrix): number[] => [
  m[0]! * n[0]! + m[2]! * n[1]!,
  m[1]! * n[0]! + m[3]! * n[1]!,
  m[0]! * n[2]! + m[2]! * n[3]!,
  m[1]! * n[2]! + m[3]! * n[3]!,
  m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
  m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
];

/** A line along one axis: `top` is `bottom`, or `left` is `right`. In points from the upper left corner of the page. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Operators of pdf.js, by number: https://github.com/mozilla/pdf.js/blob/master/src/shared/util.js (OPS, DrawOPS). */
const SAVE = 10;
const RESTORE = 11;
const TRANSFORM = 12;
const FORM_BEGIN = 74;
const FORM_END = 75;
const CONSTRUCT_PATH = 91;
/** The path only bounds what is drawn later. */
const END_PATH = 28;
const COORDINATES: readonly number[] = [2, 2, 6, 0];
const MOVE_TO = 0;

/** A filled rectangle that is thinner is a line. */
const MAX_THICKNESS = 2.5;
/** Shorter lines are parts of letters and pictures. */
const MIN_LENGTH = 6;
/** A drawing of more lines than this is a map or a plot. */
const MAX_RULES = 4_000;

/** `upright` turns the coordinates of the page to those of its text. Empty where the page draws more than tables do. */
export function findRules(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  upright: Matrix,
): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let now = upright;
  for (const [i, operator] of fnArray.entries()) {
    const args = (argsArray[i] ?? []) as readonly unknown[];
    if (operator === SAVE) saved.push(now);
    else if (operator === FORM_BEGIN) {
      saved.push(now);
      if (args[0]) now = multiply(now, args[0] as Matrix);
    } else if (operator === RESTORE || operator === FORM_END) now = saved.pop() ?? now;
    else if (operator === TRANSFORM) now = multiply(now, args as Matrix);
    else if (operator === CONSTRUCT_PATH && args[0] !== END_PATH) {
      const path = (args[1] as readonly (ArrayLike<number> | null)[])[0];
      if (path) rules.push(...rulesOfPath(path, now));
      if (rules.length > MAX_RULES) return [];
    }
  }
  return rules;
}

function rulesOfPath(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  let points: [number, number][] = [];
  const close = (): void => {
    rules.push(...edges(points));
    points = [];
  };
  while (at < path.length) {
    const operator = path[at]!;
    if (operator === MOVE_TO) close();
    const count = COORDINATES[operator] ?? 0;
    // Of a curve only its end matters: rounded corners of a box.
    if (count > 0) {
      const [x, y] = multiply(matrix, [1, 0, 0, 1, path[at + count - 1]!, path[at + count]!]).slice(4);
      points.push([x!, y!]);
    }
    at += count + 1;
  }
  close();
  return rules;
}

/** The sides of a box, or one line where it is thin. */
function edges(points: readonly [number, number][]): Rule[] {
  if (points.length < 2) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
  const { left, right, top, bottom } = box;
  const width = right - left;
  const height = bottom - top;
  if (height <= MAX_THICKNESS) return width < MIN_LENGTH ? [] : [flat(box)];
  if (width <= MAX_THICKNESS) return height < MIN_LENGTH ? [] : [steep(box)];
  if (points.length < 4 || points.length > 9 || width < MIN_LENGTH || height < MIN_LENGTH) return [];
  return [
    flat({ ...box, bottom: top }),
    flat({ ...box, top: bottom }),
    steep({ ...box, right: left }),
    steep({ ...box, left: right }),
  ];
}

const flat = ({ left, right, top, bottom }: Rule): Rule => {
  const y = (top + bottom) / 2;
  return { left, right, top: y, bottom: y };
};
const steep = ({ left, right, top, bottom }: Rule): Rule => {
  const x = (left + right) / 2;
  return { left: x, right: x, top, bottom };
};
