import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { send } from './send-answer.ts';

/** A fault that a test plants in the way of requests. */
export interface RestFaultPlan {
  /** Tried on method and path: `POST /channels/1/messages`. */
  readonly match: RegExp;
  /** How many requests it meets; 1 where it is left out. */
  readonly times?: number;
  /** Meets the request only once it took effect, so that just the answer is lost. */
  readonly after?: boolean;
  readonly delayMs?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Breaks the connection off. */
  readonly reset?: boolean;
  readonly status?: number;
  /** JSON, or a text that goes out as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For status 429: how long to wait, and whether on all routes. */
  readonly retryAfterSeconds?: number;
  readonly isGlobal?: boolean;
}

export interface RestFault extends RestFaultPlan {
  hits: number;
}

/** The faults that meet a request; each of them counts it. */
export function takeFaults(faults: readonly RestFault[], key: string): RestFault[] {
  const taken = faults.filter(({ match, hits, times = 1 }) => hits < times && match.test(key));
  for (const fault of taken) fault.hits += 1;
  return taken;
}

/** Does the faults in turn; true where the request has been dealt with. */
export async function strike(
  faults: readonly RestFault[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  for (const fault of faults) {
    if (fault.delayMs !== undefined) await wait(fault.delayMs, undefined, { ref: false });
    if (fault.hang) return true;
    if (fault.reset) {
      request.socket.resetAndDestroy();
      return true;
    }
    if (fault.status !== undefined) {
      send(response, fault.status, fault.body ?? bodyOf(fault), headersOf(fault));
      return true;
    }
  }
  return false;
}

function bodyOf({ status, retryAfterSeconds = 0.3, isGlobal = false }: RestFault): unknown {
  return status === 429
    ? { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: isGlobal }
    : { message: `${status}: a planted fault`, code: 0 };
}

function headersOf(fault: RestFault): Record<string, string> {
  const { status, retryAfterSeconds = 0.3, isGlobal, headers } = fault;
  if (status !== 429) return { ...headers };
  return {
    'retry-after': String(retryAfterSeconds),
    'x-ratelimit-scope': isGlobal ? 'global' : 'user',
    ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    ...headers,
  };
}
