import { type Call, ok, type Route } from '../route.ts';

/** The gateway, the bot and its application. */
export const APPLICATION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/gateway', handle: ({ state }) => ok({ url: gatewayUrl(state.port) }) },
  { method: 'GET', path: '/gateway/bot', handle: getGatewayBot },
  { method: 'GET', path: '/users/@me', handle: getMe },
  { method: 'GET', path: '/applications/@me', handle: getApplication },
  { method: 'GET', path: '/oauth2/applications/@me', handle: getApplication },
];

const FOUR_HOURS_MS = 14_400_000;

function getGatewayBot({ state: { settings, port } }: Call) {
  return ok({
    url: gatewayUrl(port),
    shards: settings.shards,
    session_start_limit: {
      total: 1000,
      remaining: settings.sessionStarts,
      reset_after: FOUR_HOURS_MS,
      max_concurrency: settings.identifiesAtOnce,
    },
  });
}

function getMe({ state: { world } }: Call) {
  return ok({ ...world.bot, mfa_enabled: false, locale: 'en-US', email: null, verified: true });
}

function getApplication({ state: { world } }: Call) {
  const { application, bot, person, guilds } = world;
  return ok({ ...application, bot, owner: person, approximate_guild_count: guilds.size });
}

function gatewayUrl(port: number): string {
  return `ws://127.0.0.1:${port}`;
}
