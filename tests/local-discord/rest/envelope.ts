import type { RequestRecord } from '../records.ts';
import type { State } from '../state.ts';
import { Refusal, refusal } from './refusal.ts';

/** Interactions and their webhooks carry their own token; everything else needs the bot's. */
const WITH_OWN_TOKEN = /^\/(interactions|webhooks)\/[^/]+\/[^/]+/;

/** Refuses who is not the bot, and who does not say what it is. */
export function checkSender({ settings }: State, { path, headers }: RequestRecord): void {
  const needsToken = !WITH_OWN_TOKEN.test(path) && path !== '/gateway';
  if (needsToken && headers.authorization !== `Bot ${settings.token}`) {
    throw refusal(401, 0, '401: Unauthorized');
  }
  // Without it Discord's proxy may block the client.
  if (!/^DiscordBot \(.+\)/.test(headers['user-agent'] ?? '')) {
    throw refusal(400, 0, 'The user agent must be DiscordBot ($url, $version)');
  }
}

/** The body as JSON, undefined when there is none. */
export function parseBody({ headers }: RequestRecord, body: string): unknown {
  if (body === '') return undefined;
  if (!headers['content-type']?.startsWith('application/json')) {
    const message = 'Expected "Content-Type" header to be one of {application/json}.';
    throw new Refusal(400, [{ path: [], code: 'CONTENT_TYPE_INVALID', message }]);
  }
  try {
    return JSON.parse(body);
  } catch {
    throw refusal(400, 50109, 'The request body contains invalid JSON.');
  }
}
