/** How often one client may do something: a store of tries for each, which fills again with time. */

export interface Rate {
  /** Tries at once. */
  readonly burst: number;
  /** Tries that come back in a second. */
  readonly perSecond: number;
}

/** A person asks seldom; a hundred behind one address may ask at once. Guesses of a token are few. */
export const RATES = {
  ask: { burst: 150, perSecond: 3 },
  look: { burst: 400, perSecond: 40 },
  steer: { burst: 30, perSecond: 0.5 },
  signIn: { burst: 8, perSecond: 0.1 },
} as const satisfies Record<string, Rate>;

/** Beyond this the client that was seen first is forgotten. */
const MAX_CLIENTS = 5_000;

/** Seconds until the next try of a client, 0 for now; a try that may be is counted. */
export function createRate(
  { burst, perSecond }: Rate,
  now: () => number = () => performance.now(),
): (client: string) => number {
  const clients = new Map<string, { left: number; at: number }>();
  return (client) => {
    const time = now();
    const known = clients.get(client);
    const left =
      known === undefined ? burst : Math.min(burst, known.left + ((time - known.at) / 1000) * perSecond);
    const wait = left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    clients.delete(client);
    const [oldest] = clients.keys();
    if (clients.size >= MAX_CLIENTS && oldest !== undefined) clients.delete(oldest);
    clients.set(client, { left: wait === 0 ? left - 1 : left, at: time });
    return wait;
  };
}
