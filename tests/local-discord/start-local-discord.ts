import { createGatewayControls, type GatewayControls } from './gateway/gateway-controls.ts';
import type { Interaction } from './interactions/interaction.ts';
import { type BotWatch, createBotWatch } from './people/bot-watch.ts';
import { createPeople, type People } from './people/people.ts';
import { createPlaces, type Places } from './people/places.ts';
import type { Records } from './records.ts';
import type { RestFault, RestFaultPlan } from './rest/rest-faults.ts';
import { serve } from './server.ts';
import type { Settings } from './settings.ts';
import { createState } from './state.ts';
import { addGuild } from './world/guilds.ts';
import type { Channel, Command, Guild, User } from './world/nouns.ts';
import { GLOBAL } from './world/world.ts';

/** A Discord of one's own, for one bot: strict where the real one is, and silent where it is not needed. */
export interface LocalDiscord extends People, Places, BotWatch, Records {
  /** Base address for discord.js: `rest: { api, version: '10' }`. */
  readonly api: string;
  /** The bot's token. */
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  /** Who speaks and asks where a test names nobody. */
  readonly person: User;
  /** Where people are unless a test says otherwise. */
  readonly guild: Guild;
  readonly channel: Channel;
  /** The commands that were registered, everywhere or in one guild. */
  readonly commands: (guild?: Guild) => readonly Command[];
  /** All uses of commands, components and forms so far, oldest first. */
  readonly interactions: () => readonly Interaction[];
  /** Plants a fault in the way of requests; `hits` of the answer counts those that it met. */
  readonly fault: (plan: RestFaultPlan) => Readonly<RestFault>;
  readonly gateway: GatewayControls;
  readonly stop: () => Promise<void>;
}

/** Starts a Discord on a free port of this machine, with one guild, one channel and one person. */
export async function startLocalDiscord(settings: Partial<Settings> = {}): Promise<LocalDiscord> {
  const state = createState(settings);
  const { world, records } = state;
  const guild = addGuild(world, 'Home');
  const channel = guild.channels[0]!;
  const stop = await serve(state);
  return {
    ...records,
    ...createPeople(state, channel),
    ...createPlaces(state, { guild, channel }),
    ...createBotWatch(state),
    api: `http://127.0.0.1:${state.port}/api`,
    token: state.settings.token,
    applicationId: world.application.id,
    bot: world.bot,
    person: world.person,
    guild,
    channel,
    commands: (place) => world.commands.get(place?.id ?? GLOBAL) ?? [],
    interactions: () => [...world.interactions.values()],
    fault: (plan) => {
      const fault: RestFault = { ...plan, hits: 0 };
      state.restFaults.push(fault);
      return fault;
    },
    gateway: createGatewayControls(state),
    stop,
  };
}
