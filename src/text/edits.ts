/** How far words are apart in typing. */

/** Whether one letter left out, put in, replaced, or two neighbours swapped make one word of the other. */
export const isOneEditApart = (a: string, b: string): boolean => a !== b && editsWithin(a, b, 1);

/** Whether at most `most` such edits lead from one word to the other (optimal string alignment). */
export function editsWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, replaced);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > most) return false;
    before = last;
    last = row;
  }
  return last[b.length]! <= most;
}
