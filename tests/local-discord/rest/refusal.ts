import { type ErrorBody, errorBodyOf } from '../rules/error-body.ts';
import type { Place, Problem } from '../rules/place.ts';

/** A request that Discord refuses: the status and the body of the answer, and each reason. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly problems: readonly Problem[];

  constructor(status: number, problems: readonly Problem[]) {
    const body = errorBodyOf(problems);
    super(body.message);
    this.status = status;
    this.body = body;
    this.problems = problems;
  }
}

/** A refusal of the request as a whole. */
export function refusal(status: number, code: number, message: string): Refusal {
  return new Refusal(status, [{ path: [], code, message }]);
}

/** Throws when the checks found anything. */
export function refuseProblems({ problems }: Place): void {
  if (problems.length > 0) throw new Refusal(400, problems);
}

export const unknownChannel = () => refusal(404, 10003, 'Unknown Channel');
export const unknownGuild = () => refusal(404, 10004, 'Unknown Guild');
export const unknownMessage = () => refusal(404, 10008, 'Unknown Message');
export const unknownWebhook = () => refusal(404, 10015, 'Unknown Webhook');
