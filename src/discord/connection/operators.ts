/** Who runs the bot: the owner of the application, or its team, and whoever the settings name. */
import { type Client, Team, TeamMemberMembershipState } from 'discord.js';

/** Asks Discord once who owns the application; while it gives no answer, only those of the settings count. */
export function createOperators(
  client: Client,
  ids: readonly string[],
): (personId: string) => Promise<boolean> {
  let owners: Promise<readonly string[]> | null = null;
  const findOwners = (): Promise<readonly string[]> => {
    owners ??= readOwners(client).catch(() => {
      owners = null;
      return [];
    });
    return owners;
  };
  return async (personId) => ids.includes(personId) || (await findOwners()).includes(personId);
}

async function readOwners({ application }: Client): Promise<readonly string[]> {
  const owner = (await application?.fetch())?.owner ?? null;
  if (!(owner instanceof Team)) return owner === null ? [] : [owner.id];
  return owner.members
    .filter(({ membershipState }) => membershipState === TeamMemberMembershipState.Accepted)
    .map(({ id }) => id);
}
