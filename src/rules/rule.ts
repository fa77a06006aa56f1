/** A rule of a language: what is written so means that. Its examples are its tests. */
export interface Rule<T> {
  /** In simplified, lower-case text, unless the file of the rule says otherwise. */
  readonly pattern: RegExp;
  readonly means: T;
  /** What the rule reads. */
  readonly examples: readonly string[];
  /** What looks like it and is left alone. */
  readonly not?: readonly string[];
}

/** Source of a pattern for what any of these rules reads, as a group that captures nothing; without rules it fits nowhere. */
export const sourceOf = (rules: readonly Pick<Rule<unknown>, 'pattern'>[]): string =>
  rules.length === 0 ? '(?:(?!))' : `(?:${rules.map(({ pattern }) => pattern.source).join('|')})`;

/** Whether a text fits any of these rules. */
export function fitter(rules: readonly Pick<Rule<unknown>, 'pattern'>[]): (text: string) => boolean {
  return (text) => rules.some(({ pattern }) => pattern.test(text));
}
