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

/** Problems told when no article can be used at all. */
const MAX_PROBLEMS = 20;

/** The corpus holds no article that can be used; the message lists why. */
export class CorpusError extends Error {
  constructor(problems: readonly Problem[]) {
    const told = problems.slice(0, MAX_PROBLEMS).map(describeProblem);
    const more = problems.length > MAX_PROBLEMS ? [`… and ${problems.length - MAX_PROBLEMS} more`] : [];
    super(
      problems.length === 0
        ? 'The corpus is empty. Put Markdown, text or JSON Lines files into it, or name another one with --corpus or CORPUS.'
        : ['The corpus has no article that can be used:', ...told, ...more].join('\n  '),
    );
  }
}
