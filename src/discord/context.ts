/** What every command and component is given besides the interaction itself. */
import type { Library } from '../library.ts';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';
import type { TakeTurn } from './asking/turns.ts';
import type { Helpers } from './asking/unasked.ts';
import type { Catalog } from './catalog.ts';
import type { Farewell } from './farewell.ts';

export interface Context {
  readonly library: Library;
  readonly state: ServerState;
  readonly catalog: Catalog;
  readonly log: Log;
  readonly inviteLink: () => string;
  readonly takeTurn: TakeTurn;
  /** True the first time that it is asked of something, for as long as the bot runs. */
  readonly isFirst: (what: string) => boolean;
  readonly answersDirectMessages: boolean;
  /** Whether somebody may do what concerns all servers: who runs the bot. */
  readonly isOperator: (personId: string) => Promise<boolean>;
  /** Waits for work that may take long, but not longer than the bot has time for. */
  readonly unlessClosing: Farewell['unlessClosing'];
  /** Whether Discord shows the bot messages that are not for it. */
  readonly readsMessages: boolean;
  readonly helpers: Helpers;
  /** How long somebody else has for an answer before the bot gives one that nobody asked it for. */
  readonly helperWaitMs: number;
  /** Like `unlessClosing`, for what is not worth waiting for once the bot is to end. */
  readonly unlessEnding: Farewell['unlessClosing'];
  /** Indexes the articles anew; null where the bot cannot. */
  readonly reindex: (() => Promise<unknown>) | null;
}

/** The day it is, in universal time, `YYYY-MM-DD`. */
export const today = (): string => new Date().toISOString().slice(0, 10);
