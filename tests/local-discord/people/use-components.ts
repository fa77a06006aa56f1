import { INTERACTION, type Interaction } from '../interactions/interaction.ts';
import { openInteraction } from '../interactions/open-interaction.ts';
import { COMPONENT } from '../rules/components/kinds.ts';
import type { State } from '../state.ts';
import { flattenComponents } from '../world/components.ts';
import { PERMISSIONS } from '../world/guilds.ts';
import type { Component, Message } from '../world/nouns.ts';
import type { WhoAndWhere } from './interaction-options.ts';

/** A person presses a button of a message. */
export function pressButton(state: State, message: Message, customId: string, who: WhoAndWhere): Interaction {
  const button = findComponent(message, customId);
  const data = { component_type: COMPONENT.button, custom_id: customId, id: button.id };
  return openInteraction(state, { ...who, type: INTERACTION.component, data, source: message });
}

/** A person chooses from a select of a message. */
export function chooseValues(
  state: State,
  message: Message,
  customId: string,
  values: readonly string[],
  who: WhoAndWhere,
): Interaction {
  const { id, type, options = [] } = findComponent(message, customId);
  if (type === COMPONENT.channelSelect) {
    const channels = Object.fromEntries(values.map((value) => [value, resolveChannel(state, value)]));
    const data = { component_type: type, custom_id: customId, id, values, resolved: { channels } };
    return openInteraction(state, { ...who, type: INTERACTION.component, data, source: message });
  }
  if (type === COMPONENT.roleSelect) {
    const roles = Object.fromEntries(
      values.map((value) => [value, { id: value, name: 'role', permissions: '0' }]),
    );
    const data = { component_type: type, custom_id: customId, id, values, resolved: { roles } };
    return openInteraction(state, { ...who, type: INTERACTION.component, data, source: message });
  }
  for (const value of values) {
    if (!options.some((option) => option.value === value)) {
      const offered = options.map((option) => option.value).join(', ');
      throw new Error(`Expected a value of ${customId} (${offered}), got ${value}`);
    }
  }
  const data = { component_type: COMPONENT.stringSelect, custom_id: customId, id, values };
  return openInteraction(state, { ...who, type: INTERACTION.component, data, source: message });
}

/** Discord sends the chosen channels with what the person may do there. */
function resolveChannel({ world }: State, id: string) {
  const channel = world.channels.get(id);
  if (!channel) throw new Error(`Expected the id of a channel, got ${id}`);
  return { id, type: channel.type, name: channel.name, permissions: PERMISSIONS };
}

/** What nobody can press must not be pressed by a test. */
function findComponent(message: Message, customId: string): Component {
  const components = flattenComponents(message.components);
  const component = components.find((candidate) => candidate.custom_id === customId);
  if (!component) {
    const ids = components.flatMap((candidate) => candidate.custom_id ?? []).join(', ');
    throw new Error(`Expected a component of the message (${ids || 'it has none'}), got ${customId}`);
  }
  if (component.disabled) throw new Error(`Expected a component that can be used, ${customId} is disabled`);
  return component;
}
