import { COMPONENT } from '../rules/components/kinds.ts';
import { flattenComponents } from './components.ts';
import type { AllowedMentions, Message, MessageBody, Pings, User } from './nouns.ts';
import type { World } from './world.ts';

/** What Discord does where a bot says nothing about mentions: it pings all. */
const DEFAULT: AllowedMentions = { parse: ['users', 'roles', 'everyone'], replied_user: true };

/** The people that a text names as `<@id>`. */
export function peopleNamedIn(text: string, world: World): User[] {
  return idsIn(text, /<@!?(\d+)>/g).flatMap((id) => world.people.get(id) ?? []);
}

/** Who a message of the bot pings; `repliedTo` is the message that it answers, if any. */
export function pingsOf(world: World, body: MessageBody, repliedTo: Message | null = null): Pings {
  const allowed = body.allowed_mentions ?? DEFAULT;
  const text = pingingTextOf(body);
  const mentions = peopleNamedIn(text, world).filter(({ id }) => allows(allowed, 'users', id));
  const repliedUser = repliedTo?.author;
  if (repliedUser && allowed.replied_user && !mentions.includes(repliedUser)) mentions.push(repliedUser);
  return {
    mentions,
    mention_roles: idsIn(text, /<@&(\d+)>/g).filter((id) => allows(allowed, 'roles', id)),
    mention_everyone: /@(everyone|here)/.test(text) && Boolean(allowed.parse?.includes('everyone')),
  };
}

/** Embeds never ping; the content and text displays do. */
function pingingTextOf(body: MessageBody): string {
  const displays = flattenComponents(body.components ?? []).filter(
    ({ type }) => type === COMPONENT.textDisplay,
  );
  return [body.content ?? '', ...displays.map(({ content }) => content ?? '')].join('\n');
}

function allows(allowed: AllowedMentions, kind: 'users' | 'roles', id: string): boolean {
  return Boolean(allowed.parse?.includes(kind) || allowed[kind]?.includes(id));
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))];
}
