import { type JsonObject, listOrEmpty, objectOrEmpty } from '../../json.ts';
import { COMMAND } from '../../rules/command.ts';
import { checkCommandSet } from '../../rules/command-set.ts';
import { startingAt } from '../../rules/place.ts';
import type { Command } from '../../world/nouns.ts';
import { nextSnowflake } from '../../world/snowflakes.ts';
import { GLOBAL } from '../../world/world.ts';
import { refusal, refuseProblems } from '../refusal.ts';
import { type Call, ok, type Route } from '../route.ts';

/** The commands of the application, everywhere and in one guild. */
export const COMMAND_ROUTES: readonly Route[] = [
  '/applications/:application/commands',
  '/applications/:application/guilds/:guild/commands',
].flatMap((path): Route[] => [
  { method: 'GET', path, handle: (call) => ok(commandsOf(call, scopeOf(call))) },
  { method: 'PUT', path, handle: replaceCommands },
]);

function replaceCommands(call: Call) {
  const scope = scopeOf(call);
  const place = startingAt();
  checkCommandSet(place, call.request.body, scope !== GLOBAL);
  refuseProblems(place);
  const before = commandsOf(call, scope);
  const commands = listOrEmpty(call.request.body)
    .map(objectOrEmpty)
    .map((given) => completeCommand(call, scope, given, before));
  call.state.world.commands.set(scope, commands);
  return ok(commands);
}

/** A command that stays keeps its id. */
function completeCommand(call: Call, scope: string, given: JsonObject, before: readonly Command[]): Command {
  const name = String(given.name);
  const type = Number(given.type ?? COMMAND.slash);
  const old = before.find((command) => command.name === name && command.type === type);
  return {
    application_id: call.state.world.application.id,
    version: nextSnowflake(),
    default_member_permissions: null,
    description: '',
    dm_permission: true,
    nsfw: false,
    ...(scope === GLOBAL ? { contexts: null, integration_types: [0] } : { guild_id: scope }),
    ...given,
    id: old?.id ?? nextSnowflake(),
    name,
    type,
  };
}

function scopeOf({ state: { world }, part }: Call): string {
  if (part('application') !== world.application.id) {
    throw refusal(403, 20012, 'You are not authorized to perform this action on this application');
  }
  const guild = part('guild');
  if (guild !== '' && !world.guilds.has(guild)) throw refusal(403, 50001, 'Missing Access');
  return guild === '' ? GLOBAL : guild;
}

function commandsOf({ state }: Call, scope: string): readonly Command[] {
  return state.world.commands.get(scope) ?? [];
}
