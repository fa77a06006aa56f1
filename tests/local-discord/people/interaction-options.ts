import type { Channel, User } from '../world/nouns.ts';

/** Who uses a command or component, and where; the usual person in the usual channel where it is left out. */
export interface InteractionOptions {
  readonly by?: User;
  readonly channel?: Channel;
  /** Language of the person's Discord, `zh-CN`. */
  readonly locale?: string;
}

/** The same with every default filled in. */
export type WhoAndWhere = Required<InteractionOptions>;
