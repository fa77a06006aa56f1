/** Tables of how a question asks, and what the answer then looks like. */

export type Table = readonly (readonly [asked: RegExp, expected: RegExp])[];

/** What the first row says whose question fits. */
export const expectedBy = (table: Table, asking: string): RegExp | undefined =>
  table.find(([asked]) => asked.test(asking))?.[1];
