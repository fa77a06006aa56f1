/** 2015-01-01, the day that Discord's ids count from. */
const EPOCH_MS = 1_420_070_400_000n;

let made = 0n;

/** An id of Discord's kind, never the same twice in a process; its upper bits are the time. */
export function nextSnowflake(): string {
  made += 1n;
  return String(((BigInt(Date.now()) - EPOCH_MS) << 22n) | (made & 0xfffn));
}

/** The shard that hears of a guild; direct messages have none and go to shard 0. */
export function shardOf(guildId: string | undefined, shardCount: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}

/** Now, in the form of Discord's timestamps. */
export function timestampNow(): string {
  return new Date().toISOString().replace('Z', '000+00:00');
}
