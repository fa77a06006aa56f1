import { INTENT } from '../../gateway/protocol.ts';
import { dispatch } from '../../gateway/send.ts';
import { objectOrEmpty } from '../../json.ts';
import { directChannel } from '../../world/channels.ts';
import { PERMISSION, permissionsIn } from '../../world/guilds.ts';
import type { Channel } from '../../world/nouns.ts';
import { refusal, unknownGuild } from '../refusal.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';
import { findChannel } from './find-channel.ts';

/** Channels, guilds and people. */
export const CHANNEL_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel', handle: (call) => ok(findChannel(call)) },
  { method: 'PATCH', path: '/channels/:channel', handle: changeThread },
  { method: 'GET', path: '/channels/:channel/threads/archived/public', handle: getArchived },
  { method: 'GET', path: '/guilds/:guild/threads/active', handle: getActive },
  { method: 'POST', path: '/channels/:channel/typing', handle: showTyping },
  { method: 'POST', path: '/users/@me/channels', handle: openDirectChannel },
  { method: 'GET', path: '/users/:user', handle: getUser },
  { method: 'GET', path: '/guilds/:guild', handle: getGuild },
  { method: 'GET', path: '/guilds/:guild/members/:user', handle: getMember },
];

function showTyping(call: Call) {
  call.state.records.typing.push(findChannel(call).id);
  return noContent();
}

const isArchived = (thread: Channel): boolean => objectOrEmpty(thread.thread_metadata).archived === true;

function getActive({ state: { world }, part }: Call) {
  const guild = world.guilds.get(part('guild'));
  if (!guild) throw unknownGuild();
  return ok({ threads: guild.threads.filter((thread) => !isArchived(thread)), members: [] });
}

function getArchived(call: Call) {
  const { id, guild_id } = findChannel(call);
  const threads = call.state.world.guilds.get(guild_id ?? '')?.threads ?? [];
  const archived = threads.filter((thread) => thread.parent_id === id && isArchived(thread));
  return ok({ threads: archived, members: [], has_more: false });
}

function openDirectChannel({ state: { world }, body }: Call) {
  const person = world.people.get(String(body.recipient_id));
  if (!person || person.bot) throw refusal(400, 50033, 'Invalid Recipient(s)');
  return ok(directChannel(world, person));
}

function getUser({ state: { world }, part }: Call) {
  const user = world.people.get(part('user'));
  if (!user) throw refusal(404, 10013, 'Unknown User');
  return ok(user);
}

/** A bot marks the threads of others with tags only where it may manage threads. */
function changeThread(call: Call) {
  const { state, body } = call;
  const channel = findChannel(call);
  const may = (permissionsIn(state.world, channel) & PERMISSION.manageThreads) !== 0n;
  if (channel.thread_metadata === undefined || !may) throw refusal(403, 50013, 'Missing Permissions');
  Object.assign(channel, { applied_tags: body.applied_tags });
  const audience = { intent: INTENT.guilds, guildId: channel.guild_id };
  dispatch(state.gateway, 'THREAD_UPDATE', audience, () => channel);
  return ok(channel);
}

function getMember({ state: { world }, part }: Call) {
  const guild = world.guilds.get(part('guild'));
  if (!guild) throw unknownGuild();
  const member = guild.members.find(({ user }) => user.id === part('user'));
  if (!member) throw refusal(404, 10007, 'Unknown Member');
  return ok(member);
}

function getGuild({ state: { world }, part }: Call) {
  const guild = world.guilds.get(part('guild'));
  if (!guild) throw unknownGuild();
  return ok(guild);
}
