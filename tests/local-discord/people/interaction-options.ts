import type { Channel, User } from '../world/nouns.ts';

/** Who uses a command or component, and where; the usual person in the usual channel where it is left out. */
export interface InteractionOptions {
  readonly by?: User;
  readonly channel?: Channel;
  /** Language of the person's Discord, `zh-CN`. */
  readonly locale?: string;
  /** What the person may do in the channel, as the bit set in a string that Discord sends. */
  readonly permissions?: string;
}

/** The same with every default filled in. */
export type WhoAndWhere = Required<InteractionOptions>;
