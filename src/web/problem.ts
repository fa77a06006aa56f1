/** What went wrong with a request, as problem+json (RFC 9457). */
import { LibraryError } from '../library.ts';
import { StateAway } from '../storage/database/server.ts';

/** Kinds of problem, by which the page chooses what it says; each with its status and title. */
const KINDS = {
  'bad-request': [400, 'The request cannot be read'],
  'sign-in-needed': [401, 'Signing in is needed for this'],
  'wrong-token': [401, 'This is not the token'],
  'wrong-origin': [403, 'Another site may not do this'],
  'wrong-host': [403, 'The page is not served under this name'],
  'not-found': [404, 'There is nothing here'],
  'already-under-way': [409, 'Something else is under way'],
  'not-possible': [409, 'This is not possible now'],
  'too-large': [413, 'The request is too large'],
  'wrong-type': [415, 'Expected application/json'],
  'too-many-requests': [429, 'Too many requests'],
  failed: [500, 'Something went wrong here'],
  'not-answered': [503, 'No answer could be given'],
  'too-many-waiting': [503, 'Too many questions are waiting'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemKind = keyof typeof KINDS;
export const PROBLEM_KINDS = Object.keys(KINDS) as ProblemKind[];

/** As it is sent. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** What of the request was not as expected. */
  readonly errors?: readonly string[];
}

/** A request is not answered as it asks; `detail` is for people. */
export class WebProblem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly string[];
  readonly retryAfter: number | null;

  constructor(
    kind: ProblemKind,
    {
      detail = '',
      errors = [],
      retryAfter = null,
      ...rest
    }: ErrorOptions & {
      detail?: string;
      errors?: readonly string[];
      /** Seconds. */
      retryAfter?: number | null;
    } = {},
  ) {
    super(detail, rest);
    this.kind = kind;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

export const TYPE = 'urn:corpus-answers:';

export function bodyOfProblem({ kind, message, errors }: WebProblem): ProblemBody {
  const [status, title] = KINDS[kind];
  return {
    type: TYPE + kind,
    title,
    status,
    ...(message !== '' && { detail: message }),
    ...(errors.length > 0 && { errors }),
  };
}

const KEPT_ELSEWHERE = 'What is kept of questions cannot be read or changed just now.';

/** The problem that an error is to whoever asked; of errors of our own doing nothing is told but that. */
export function problemOf(error: unknown): WebProblem {
  if (error instanceof WebProblem) return error;
  if (error instanceof LibraryError) {
    const kind = error.reason === 'full' ? 'too-many-waiting' : 'not-answered';
    return new WebProblem(kind, { detail: error.message, retryAfter: 10, cause: error });
  }
  if (error instanceof StateAway)
    return new WebProblem('not-possible', { detail: KEPT_ELSEWHERE, retryAfter: 10, cause: error });
  return new WebProblem('failed', { cause: error });
}

export function toResponse(problem: WebProblem): Response {
  const body = bodyOfProblem(problem);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(problem.retryAfter !== null && { 'Retry-After': String(problem.retryAfter) }),
    },
  });
}
