import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Context } from '../context.ts';

/** What happens when somebody uses a button or a menu; `parts` stand in its id behind the kind. */
export type ComponentAction = (
  interaction: MessageComponentInteraction,
  parts: readonly string[],
  context: Context,
) => Promise<void>;

/** What happens when somebody sends a form. */
export type FormAction = (
  interaction: ModalSubmitInteraction,
  parts: readonly string[],
  context: Context,
) => Promise<void>;
