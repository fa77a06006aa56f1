import type { Deferred } from '../waiting/deferred.ts';
import type { Signal } from '../waiting/signal.ts';
import type { Channel, Message, MessageBody, User } from '../world/nouns.ts';

/** Numbers of the interaction types. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

/** Numbers of the ways to acknowledge one. */
export const CALLBACK = {
  reply: 4,
  deferReply: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** What comes with an acknowledgement: a message, the choices of an autocomplete, or a modal. */
export interface CallbackData extends MessageBody {
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly custom_id?: string;
  readonly title?: string;
}

export interface Acknowledgement {
  readonly type: number;
  readonly data: CallbackData;
  readonly afterMs: number;
  /** The reply, the loading message or the updated one; null for choices and modals. */
  readonly message: Message | null;
}

/** One use of a command, component or modal, from the person's side. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly by: User;
  readonly channel: Channel;
  /** The message that the component stands on, or that its modal came from. */
  readonly source: Message | null;
  /** As it went over the gateway. */
  readonly payload: InteractionPayload;
  /** Resolves at the first acknowledgement; rejects when none came within the 3 seconds. */
  readonly acked: Promise<Acknowledgement>;
  /**
   * Resolves with the answer: the reply, or the deferred one once it was edited. Rejects when there
   * is to be none. The message is the stored one, so later edits show in it.
   */
  readonly answered: Promise<Message>;
  readonly nextEdit: () => Promise<Message>;
  readonly nextFollowUp: () => Promise<Message>;
  readonly followUps: readonly Message[];
}

export interface InteractionPayload {
  readonly id: string;
  readonly type: number;
  readonly token: string;
  readonly data?: {
    readonly name?: string;
    readonly type?: number;
    readonly options?: readonly GivenOption[];
  };
  readonly [key: string]: unknown;
}

/** An option as the person filled it in. */
export interface GivenOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly GivenOption[];
}

/** An interaction with what only the local Discord itself may touch. */
export interface InteractionRecord extends Interaction {
  readonly sentAtMs: number;
  readonly ackedEnd: Deferred<Acknowledgement>;
  readonly answeredEnd: Deferred<Message>;
  readonly edits: Signal<Message>;
  readonly followUpSignal: Signal<Message>;
  readonly followUps: Message[];
  readonly deadline: NodeJS.Timeout;
  state: 'waiting' | 'acknowledged' | 'expired';
  callbackType: number | null;
  /** The message that `@original` stands for. */
  original: Message | null;
}
