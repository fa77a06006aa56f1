/** What every command and component is given besides the interaction itself. */
import type { Library } from '../library.ts';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';
import type { Writer } from '../writing/write.ts';
import type { Manners, TakeTurn } from './asking/turns.ts';
import type { Helpers } from './asking/unasked.ts';
import type { RulesAt } from './asking/where.ts';
import type { Writings } from './asking/written.ts';
import type { Catalog } from './catalog.ts';
import type { Editor } from './editing/editor.ts';
import type { Farewell } from './farewell.ts';
import type { Sharing } from './sharing/sharing.ts';

export interface Context {
  readonly library: Library;
  readonly state: ServerState;
  readonly rulesAt: RulesAt;
  readonly catalog: Catalog;
  readonly log: Log;
  readonly inviteLink: () => string;
  readonly takeTurn: TakeTurn;
  readonly manners: Manners;
  /** The language model that writes answers; null where none is set. */
  readonly writer: Writer | null;
  readonly writings: Writings;
  /** Pause between two edits of a message; that of Discord where it is left out. */
  readonly editMs?: number;
  readonly sharing: Sharing;
  /** Whether this process hears of a server. */
  readonly isOurs: (guildId: string) => boolean;
  readonly answersDirectMessages: boolean;
  /** Host of the language model to which questions go that is not on this machine; null where none is. */
  readonly sendsTo: string | null;
  /** Host of the server that the state is kept on; null where it is a file of this machine. */
  readonly keepsAt: string | null;
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
  /** Indexes the articles as they are now, once for all who want that at the same time; null where the bot cannot. */
  readonly rebuild: (() => Promise<unknown>) | null;
  /** Changes the articles; null where the bot cannot. */
  readonly editor: Editor | null;
  /** The folder of the corpus in which the solved posts of servers are kept; null where the bot changes no articles. */
  readonly corpus: string | null;
}

/** The day it is, in universal time, `YYYY-MM-DD`. */
export const today = (): string => new Date().toISOString().slice(0, 10);
