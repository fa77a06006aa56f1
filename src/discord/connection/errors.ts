/** Failures between the bot and Discord, as one line that says what to do. */

import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { describeThrown } from '../../describe-thrown.ts';

/** Its message is for the person who runs the bot: one line, without the token. */
export class DiscordFailure extends Error {
  override readonly name = 'DiscordFailure';
}

const STATUS_PAGE = 'https://discordstatus.com';
const DEVELOPER_PAGE = 'https://discord.com/developers/applications';
const DISCORD_API = 'https://discord.com/api';

const WRONG_TOKEN =
  `Discord does not accept DISCORD_TOKEN. Press "Reset Token" on the Bot page of ${DEVELOPER_PAGE}, ` +
  'and put the new token into .env.';

const CLOSES: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.InvalidShard]:
    'Discord refuses the shard. Start the bot again: it asks how many there are to be.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord requires more shards than it advised. Start the bot again: it asks how many there are to be.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks version 10 of its API. Update discord.js with npm install.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know an intent of the bot. Update discord.js with npm install.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord disallows an intent of the bot. With MESSAGE_CONTENT=1 switch "Message Content Intent" on under ' +
    `"Privileged Gateway Intents" on the Bot page of ${DEVELOPER_PAGE}, or set MESSAGE_CONTENT=0: it needs no other.`,
};

/** For a gateway that Discord has closed for good. */
export const describeClose = (code: number): DiscordFailure =>
  new DiscordFailure(
    `${CLOSES[code] ?? `Discord ended the connection for good. See ${STATUS_PAGE}.`} (close code ${code})`,
  );

/** For a login that neither succeeds nor fails, as when the gateway refuses WebSockets. */
export const describeDeadline = (deadlineMs: number, api: string | null, cause?: unknown): DiscordFailure =>
  new DiscordFailure(
    `Discord at ${api ?? DISCORD_API} did not let the bot in within ${deadlineMs / 1000} s. ` +
      `Check that a proxy or firewall lets WebSockets through, and ${STATUS_PAGE}; then start again.`,
    { cause },
  );

/** For a connection that broke off and did not come back. */
export const describeOutage = (deadlineMs: number): DiscordFailure =>
  new DiscordFailure(
    `The connection to Discord broke off and did not come back within ${deadlineMs / 1000} s. ` +
      `Check the connection and ${STATUS_PAGE}; then start again.`,
  );

/** For anything that a login or a request throws. `secret` never shows. */
export function describeFailure(error: unknown, api: string | null, secret: string): DiscordFailure {
  if (error instanceof DiscordFailure) return error;
  const line = lineFor(error, api ?? DISCORD_API);
  return new DiscordFailure(secret === '' ? line : line.replaceAll(secret, '[token]'), { cause: error });
}

function lineFor(error: unknown, api: string): string {
  if (isWrongToken(error)) return WRONG_TOKEN;
  const status = statusOf(error);
  if (status !== null && status >= 500) {
    return `Discord at ${api} has trouble (HTTP ${status}). See ${STATUS_PAGE}, and try again in some minutes.`;
  }
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess) {
    return 'The bot may not change commands in this server. Check DISCORD_GUILD_ID, and invite the bot with the scopes bot and applications.commands.';
  }
  const reason = unreachableReason(error);
  if (reason !== null) {
    return `Discord cannot be reached at ${api} (${reason}). Check the connection, the proxy and DISCORD_API.`;
  }
  const text = describeThrown(error);
  return `Discord at ${api} answered in an unexpected way: ${text.replace(/\s+/g, ' ')}. See ${STATUS_PAGE}.`;
}

const statusOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;

/** An interaction that is over is refused with the same status, by another code. */
export const isWrongToken = (error: unknown): boolean =>
  (statusOf(error) === 401 && !isExpiredInteraction(error)) ||
  (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);

const isExpiredInteraction = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidWebhookToken;

/** Why no answer came, as it stands on an error or, as with fetch, on its cause; null for other errors. */
export function unreachableReason(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  if (
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:E[A-Z_]+|UND_ERR_(?!INVALID)\w+)$/.test(error.code)
  ) {
    return error.code;
  }
  return unreachableReason(error.cause);
}
