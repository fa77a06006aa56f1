/** A fault that the bot is put through, and what has to come of it. */
import type { LocalDiscord } from '../../../tests/local-discord/start-local-discord.ts';
import type { BotProcess } from '../bot-process.ts';

export interface Stage {
  readonly discord: LocalDiscord;
  readonly bot: BotProcess;
  /** Asks by a command, resolves once it is answered; each person asks once, so none has to pause. */
  readonly viaCommand: () => Promise<void>;
  /** The same by a mention. */
  readonly viaMention: () => Promise<void>;
}

export interface Fault {
  readonly name: string;
  /** Plants the fault, asks, and resolves once the question is answered. Rejects with what went wrong. */
  readonly run: (stage: Stage) => Promise<void>;
  /** How the process has to end; null where it goes on. */
  readonly exit: number | null;
  /** Codes of refusals that belong to the fault. */
  readonly refusals?: readonly number[];
}

/** Faults at the start: planted before the bot is started; `exit` null where it gets on Discord in spite of it. */
export interface StartFault {
  readonly name: string;
  readonly plant: (discord: LocalDiscord) => unknown;
  readonly exit: number | null;
}

/** Requests that faults meet, tried on method and path. */
export const REQUEST = {
  callback: /^POST \/interactions/,
  edit: /^PATCH \/webhooks/,
  send: /^POST \/channels\/\d+\/messages$/,
  gateway: /\/gateway\/bot$/,
} as const;
