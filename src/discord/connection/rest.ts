/** How Discord's API is called: within what time, how often, and how patiently. */
import { setTimeout as wait } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { unreachableReason } from './errors.ts';

/** Over all tries of a call. */
const REST_TIMEOUT_MS = 20_000;
/** A call that hangs is tried again while an interaction can still be acknowledged within its 3 seconds. */
const CALLBACK_TRY_MS = 1_000;
const TRY_MS = 5_000;
/**
 * Pauses before the second to the fifth try; half as long for a callback, whose interaction ends after 3 seconds.
 * discord.js tries four times within milliseconds, an outage lasts longer.
 */
const RETRY_PAUSES_MS: readonly number[] = [200, 500, 1_000, 2_000];

/** Longer than this nobody waits for the limit of a route to pass; a callback has 3 seconds in all. */
const MAX_RATE_LIMIT_MS = 15_000;
const MAX_CALLBACK_RATE_LIMIT_MS = 2_000;

type MakeRequest = RESTOptions['makeRequest'];

/** Options of discord.js for the bot and for the deployment of commands; `api` is null for Discord's own address. */
export const restOptions = (api: string | null, pausesMs = RETRY_PAUSES_MS) =>
  ({
    version: '10',
    timeout: REST_TIMEOUT_MS,
    retries: 0,
    makeRequest: persist(DefaultRestOptions.makeRequest, pausesMs),
    rejectOnRateLimit: ({ route, retryAfter }) =>
      retryAfter > (isCallback(route) ? MAX_CALLBACK_RATE_LIMIT_MS : MAX_RATE_LIMIT_MS),
    ...(api !== null && { api }),
  }) satisfies Partial<RESTOptions>;

/**
 * Tries again where Discord has trouble or an answer is lost or broken off.
 *
 * Every call of this bot may be repeated: messages carry a nonce, a second acknowledgement gets 40060, edits and
 * replacements say the same again.
 */
function persist(makeRequest: MakeRequest, pausesMs: readonly number[]): MakeRequest {
  return async (url, init) => {
    const tryMs = isCallback(url) ? CALLBACK_TRY_MS : TRY_MS;
    for (const pauseMs of pausesMs) {
      const response = await tryOnce(makeRequest, url, init, tryMs).catch((error: unknown) => {
        if (init.signal?.aborted || !isPassing(error)) throw error;
        return null;
      });
      if (response && response.status < 500) return response;
      await wait(isCallback(url) ? pauseMs / 2 : pauseMs, undefined, { signal: init.signal as AbortSignal });
    }
    return tryOnce(makeRequest, url, init, tryMs);
  };
}

/** One try, with its answer read to the end: an answer that breaks off is a try that failed. */
async function tryOnce(
  makeRequest: MakeRequest,
  url: string,
  init: Parameters<MakeRequest>[1],
  tryMs: number,
): ReturnType<MakeRequest> {
  const signals = [init.signal as AbortSignal, AbortSignal.timeout(tryMs)];
  const response = await makeRequest(url, { ...init, signal: AbortSignal.any(signals) });
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('application/json')) JSON.parse(text);
  const { status, statusText } = response;
  const headers = Object.fromEntries(response.headers);
  return new Response(hasNoBody(status) ? null : text, { status, statusText, headers }) as Awaited<
    ReturnType<MakeRequest>
  >;
}

/** The connection failed, or what came over it is no whole JSON. */
const isPassing = (error: unknown): boolean =>
  error instanceof SyntaxError || unreachableReason(error) !== null;

const hasNoBody = (status: number): boolean => status === 204 || status === 304;

const isCallback = (address: string): boolean => /\/interactions\/.+\/callback/.test(address);
