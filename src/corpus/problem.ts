/** What could not be used of a corpus, told so that the person who owns the file can mend it. */

export interface Problem {
  /** Path of the file, with `:line` where a line is meant. */
  readonly where: string;
  /** What was expected and what came. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
}

export const describeProblem = ({ where, reason, remedy }: Problem): string =>
  `${where}: ${reason}. ${remedy}.`;
