import { type CallbackData, INTERACTION, type Interaction } from '../interactions/interaction.ts';
import { openInteraction } from '../interactions/open-interaction.ts';
import { COMPONENT } from '../rules/components/kinds.ts';
import type { State } from '../state.ts';
import type { Component, Message } from '../world/nouns.ts';
import type { WhoAndWhere } from './interaction-options.ts';

/** What a person writes, by the custom id of the input. */
export type ModalValues = Readonly<Record<string, string>>;

/** A person fills in a modal; `source` is the message whose component opened it, if one did. */
export function submitModal(
  state: State,
  modal: CallbackData,
  values: ModalValues,
  source: Message | null,
  who: WhoAndWhere,
): Interaction {
  const components = (modal.components ?? []).map((component) => fillIn(component, values));
  const data = { custom_id: modal.custom_id, components };
  return openInteraction(state, { ...who, type: INTERACTION.modalSubmit, data, source });
}

/** Inputs stand in labels, or in the older form in rows; the rest carries nothing back. */
function fillIn({ type, component, components }: Component, values: ModalValues): Component {
  if (type === COMPONENT.label && component) {
    return { type, id: 1, component: fillInInput(component, values) };
  }
  return { type, id: 1, components: (components ?? []).map((input) => fillInInput(input, values)) };
}

function fillInInput({ type, custom_id = '' }: Component, values: ModalValues): Component {
  return { type, id: 2, custom_id, value: values[custom_id] ?? '' };
}
