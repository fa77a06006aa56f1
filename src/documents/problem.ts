/** What could not be used of a corpus, told so that the person who owns the file can mend it. */

export interface Problem {
  /** Path of the file, with `:line` where a line is meant. */
  readonly where: string;
  /** What was expected and what came. */
  readonly reason: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Id of the article that is there in spite of it, where there is one. */
  readonly article?: string;
  /** True where the system handed nothing over, so that what the file holds is unknown: a build without it would lose it. */
  readonly isUnread?: true;
}

/** Codes of a file that is not there, or a link that leads nowhere: nothing to be lost. */
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'ELOOP'];

/** `{ isUnread: true }` for an error of the system about a file that is there, else nothing. */
export function markUnread({ code, syscall }: NodeJS.ErrnoException): Pick<Problem, 'isUnread'> {
  return syscall === undefined || NOT_THERE.includes(code ?? '') ? {} : { isUnread: true };
}

export const describeProblem = ({ where, reason, remedy }: Problem): string =>
  `${where}: ${reason}. ${remedy}.`;

/** Problems told; a broken file of a million lines would bury the rest. */
const MAX_PROBLEMS = 20;

/** The first problems, a line each, and how many more there are. */
export function describeProblems(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, MAX_PROBLEMS).map(describeProblem);
  return problems.length > MAX_PROBLEMS ? [...lines, `… and ${problems.length - MAX_PROBLEMS} more`] : lines;
}

/** The corpus holds no article that can be used; the message lists why. */
export class CorpusError extends Error {
  constructor(problems: readonly Problem[]) {
    super(
      problems.length === 0
        ? 'The corpus is empty. Put Markdown, text or JSON Lines files into it, or name another one with --corpus or CORPUS.'
        : ['The corpus has no article that can be used:', ...describeProblems(problems)].join('\n  '),
    );
  }
}

/** A file of the corpus cannot be read just now; the message names it and the system's reason. */
export class UnreadError extends Error {
  constructor(problem: Problem) {
    super(`${describeProblem(problem)} Nothing was built.`);
  }
}
