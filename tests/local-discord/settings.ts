/** How the local Discord behaves; the defaults are those of the real one where it has them. */
export interface Settings {
  readonly token: string;
  /** Bits of the privileged intents that the application was granted. */
  readonly privilegedIntents: number;
  readonly heartbeatIntervalMs: number;
  /** Discord drops an interaction that nobody acknowledged after 3 seconds. */
  readonly acknowledgeWithinMs: number;
  /** The token of an interaction answers for 15 minutes. */
  readonly interactionLivesMs: number;
  readonly resumeWithinMs: number;
  /** Shards that the gateway advises. */
  readonly shards: number;
  /** Shards that may log in at once, every 5 s. */
  readonly identifiesAtOnce: number;
  /** Logins that are left for today. */
  readonly sessionStarts: number;
  /** How long tests wait for the bot before they fail; less than the test runner's own limit. */
  readonly patienceMs: number;
}

export const DEFAULT_SETTINGS: Settings = {
  token: 'local.discord.token',
  privilegedIntents: 0,
  heartbeatIntervalMs: 41_250,
  acknowledgeWithinMs: 3_000,
  interactionLivesMs: 15 * 60_000,
  resumeWithinMs: 60_000,
  shards: 1,
  identifiesAtOnce: 1,
  sessionStarts: 1_000,
  patienceMs: 15_000,
};
