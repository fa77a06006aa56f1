import type { CallbackData, Interaction } from '../interactions/interaction.ts';
import type { State } from '../state.ts';
import { PERMISSIONS } from '../world/guilds.ts';
import type { Channel, Message } from '../world/nouns.ts';
import type { OptionValues } from './given-options.ts';
import type { InteractionOptions, WhoAndWhere } from './interaction-options.ts';
import { type SayOptions, say } from './say.ts';
import { type ModalValues, submitModal } from './submit-modal.ts';
import { typeInOption, useMessageCommand, useSlashCommand } from './use-commands.ts';
import { chooseValues, pressButton } from './use-components.ts';

/** What people do; all of it at once, the bot reacts later. */
export interface People {
  readonly say: (content: string, options?: SayOptions) => Message;
  readonly slash: (name: string, values?: OptionValues, options?: InteractionOptions) => Interaction;
  /** Types in the option `focused`, which completes itself. */
  readonly autocomplete: (
    name: string,
    values: OptionValues,
    focused: string,
    options?: InteractionOptions,
  ) => Interaction;
  /** Picks a command from the menu of a message. */
  readonly contextMenu: (name: string, target: Message, options?: InteractionOptions) => Interaction;
  readonly press: (message: Message, customId: string, options?: InteractionOptions) => Interaction;
  readonly choose: (
    message: Message,
    customId: string,
    values: readonly string[],
    options?: InteractionOptions,
  ) => Interaction;
  /** Fills in a modal, which is the `data` of an acknowledgement; `source` as in the interaction before it. */
  readonly submit: (
    modal: CallbackData,
    values: ModalValues,
    options?: InteractionOptions & { readonly source?: Message },
  ) => Interaction;
}

/** People who stay in one channel unless a test says otherwise. */
export function createPeople(state: State, home: Channel): People {
  const withDefaults = ({ by, channel, locale, permissions }: InteractionOptions = {}): WhoAndWhere => ({
    by: by ?? state.world.person,
    channel: channel ?? home,
    locale: locale ?? 'en-US',
    permissions: permissions ?? PERMISSIONS,
  });
  /** Components are used where their message is. */
  const at = ({ channel_id }: Message, options: InteractionOptions = {}): WhoAndWhere => {
    const channel = options.channel ?? state.world.channels.get(channel_id);
    return withDefaults(channel ? { ...options, channel } : options);
  };
  return {
    say: (content, options = {}) => say(state, content, { channel: home, ...options }),
    slash: (name, values = {}, options) => useSlashCommand(state, name, values, withDefaults(options)),
    autocomplete: (name, values, focused, options) =>
      typeInOption(state, name, values, focused, withDefaults(options)),
    contextMenu: (name, target, options) => useMessageCommand(state, name, target, at(target, options)),
    press: (message, customId, options) => pressButton(state, message, customId, at(message, options)),
    choose: (message, customId, values, options) =>
      chooseValues(state, message, customId, values, at(message, options)),
    submit: (modal, values, { source, ...options } = {}) =>
      submitModal(state, modal, values, source ?? null, source ? at(source, options) : withDefaults(options)),
  };
}
