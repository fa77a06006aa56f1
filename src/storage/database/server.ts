/** A database on a server: each request has its time, and while the server is known to be away none is sent. */
import { type Client, createClient, LibsqlError } from '@libsql/client/http';
import type { Log } from '../../log.ts';
import type { Database } from './file.ts';
import { migrate, tryWriting, versionOf } from './migrate.ts';
import { sqlOf } from './sql.ts';

export interface StateServer {
  /** `libsql://`, `https://` or `http://` with host and port. */
  readonly url: string;
  /** '' where the server wants none. */
  readonly token: string;
}

/** Where the loss of the server is told, and its return. */
export type TroubleLog = Pick<Log, 'info' | 'warn'>;

/** The server of the state does not answer; the message says which and why. */
export class StateAway extends Error {
  constructor({ url }: StateServer, cause: unknown) {
    super(`STATE_URL: ${url} does not answer (${reasonOf(cause)})`, { cause });
  }
}

/** The server of the state cannot be used as it is set; the message says what to do. */
class StateRefused extends Error {}

/** Whoever used a command sees nothing after 3 s; what is read before it is acknowledged has to be there sooner. */
const DEADLINE_MS = 1_000;
/** For what nobody waits for: opening, and looking at it as the doctor does. */
const OPEN_DEADLINE_MS = 5_000;
/** Pauses between two tries while it is away. */
const FIRST_PAUSE_MS = 500;
const LAST_PAUSE_MS = 15_000;
const STEPS = 4;
/** What hangs until its deadline holds nothing else up. */
const REQUESTS_AT_ONCE = 200;

/**
 * Opens the database of a server, which is brought up to date now or, where it is away, with the first request that is
 * answered. Rejects where it refuses the token, or is of a later release.
 */
export async function openRemote(
  server: StateServer,
  migrations: readonly string[],
  log: TroubleLog | null,
  deadlineMs: number = DEADLINE_MS,
): Promise<Database> {
  const client = clientOf(server);
  const within = createBreaker(server, log);
  let ready: Promise<void> | null = null;
  const prepare = (deadlineMs: number): Promise<void> => {
    ready ??= within(() => migrate(client, placeOf(server), migrations), deadlineMs).catch((error) => {
      ready = null;
      throw error;
    });
    return ready;
  };
  await prepare(OPEN_DEADLINE_MS).catch((error) => {
    if (error instanceof StateAway && !isRefused(error.cause)) return;
    client.close();
    throw isRefused(error.cause) ? refused(server, error.cause) : error;
  });
  const sql = sqlOf(client);
  const when =
    <Given extends unknown[], T>(work: (...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> => {
      await prepare(deadlineMs);
      return within(() => work(...given), deadlineMs);
    };
  return {
    all: when(sql.all) as Database['all'],
    run: when(sql.run),
    together: when(sql.together),
    // The files are those of the server.
    flush: async () => {},
    close: async () => client.close(),
  };
}

/** Reads the database of a server, and writes to it in a transaction that is rolled back. Rejects as {@link openRemote} does, and where it is away. */
export async function tryRemote(server: StateServer, migrations: readonly string[]): Promise<void> {
  const client = clientOf(server, OPEN_DEADLINE_MS);
  try {
    await versionOf(client, placeOf(server), migrations);
    await tryWriting(client);
  } catch (error) {
    if (isRefused(error)) throw refused(server, error);
    throw isAway(error) ? new StateAway(server, error) : error;
  } finally {
    client.close();
  }
}

const clientOf = ({ url, token }: StateServer, deadlineMs = OPEN_DEADLINE_MS): Client =>
  createClient({
    url,
    ...(token !== '' && { authToken: token }),
    concurrency: REQUESTS_AT_ONCE,
    // Gives the connection free, where nobody waits any more.
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(deadlineMs) }),
  });

const placeOf = ({ url }: StateServer) => ({ setting: 'STATE_URL', name: url });

/** Does work within a time, and while the server is away nothing but one try after each pause. */
function createBreaker(server: StateServer, log: TroubleLog | null) {
  let away: { readonly error: StateAway; readonly pauseMs: number; readonly until: number } | null = null;
  return async <T>(work: () => Promise<T>, deadlineMs: number): Promise<T> => {
    if (away !== null) {
      if (performance.now() < away.until) throw away.error;
      // Others wait for what becomes of this one.
      away = { ...away, until: performance.now() + away.pauseMs + deadlineMs };
    }
    try {
      const result = await inTime(work(), deadlineMs);
      if (away !== null) log?.info('the state of servers is there again');
      away = null;
      return result;
    } catch (error) {
      if (!isAway(error)) throw error;
      const lost = new StateAway(server, error);
      if (away === null) log?.warn('the state of servers is away', { error: lost });
      const pauseMs = away === null ? FIRST_PAUSE_MS : Math.min(2 * away.pauseMs, LAST_PAUSE_MS);
      away = { error: lost, pauseMs, until: performance.now() + pauseMs };
      throw lost;
    }
  };
}

/** In steps: where this process is held up itself, one goes by, and an answer that is there meanwhile is heard. */
function inTime<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    let left = STEPS;
    const step = (): void => {
      if (left-- > 0) timer = setTimeout(step, deadlineMs / STEPS);
      else reject(new Error(`no answer within ${deadlineMs} ms`));
    };
    step();
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What the server says of a statement is an answer; anything else is none. */
const isAway = (error: unknown): boolean =>
  !(error instanceof LibsqlError) || /^(?:SERVER_ERROR|HRANA_)/.test(error.code);

const isRefused = (error: unknown): boolean => /HTTP status 40[13]\b/.test(String(error));

const refused = ({ url }: StateServer, cause: unknown): StateRefused =>
  new StateRefused(
    `STATE_URL: ${url} refuses the bot (${reasonOf(cause)}). Set STATE_TOKEN to a token that it takes.`,
    { cause },
  );

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } };
  return cause?.message || message || String(error);
}
