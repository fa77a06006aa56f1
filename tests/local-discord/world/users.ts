import type { Member, User } from './nouns.ts';
import { nextSnowflake, timestampNow } from './snowflakes.ts';

export function makeUser(username: string, { isBot = false } = {}): User {
  return {
    id: nextSnowflake(),
    username,
    discriminator: '0',
    global_name: null,
    avatar: null,
    bot: isBot,
  };
}

export function makeMember(user: User): Member {
  return { user, ...makeMemberWithoutUser() };
}

/** The form of messages, which carry their author beside the member. */
export function makeMemberWithoutUser(): Omit<Member, 'user'> {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: timestampNow(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}
