import type { GivenOption } from '../interactions/interaction.ts';
import { OPTION } from '../rules/option-kinds.ts';
import type { Command, CommandOption } from '../world/nouns.ts';

/** Options by name, `{ question: 'why?' }`; of a subcommand nested, `{ about: { topic: 'x' } }`. */
export interface OptionValues {
  readonly [name: string]: string | number | boolean | OptionValues;
}

/**
 * The options as Discord sends them.
 *
 * Those of a registered command have its types, and Discord's own client lets nobody send options that
 * it does not have. Without one the types follow the values. `focused` names the option that the person
 * is typing in: then required ones may still be missing.
 */
export function fillInOptions(
  command: Pick<Command, 'name' | 'options'> | CommandOption | null,
  values: OptionValues,
  focused?: string,
): GivenOption[] {
  if (command && focused === undefined) requireAll(command, values);
  return Object.entries(values).map(([name, value]) => {
    const option = command ? findOption(command, name) : null;
    const type = option?.type ?? typeOf(value);
    if (typeof value === 'object') return { name, type, options: fillInOptions(option, value, focused) };
    return { name, type, value, ...(focused === name && { focused: true }) };
  });
}

function requireAll({ name, options = [] }: Pick<Command, 'name' | 'options'>, values: OptionValues): void {
  const missing = options.find((option) => option.required && values[option.name] === undefined);
  if (missing) throw new Error(`Expected a value for the required option ${missing.name} of ${name}`);
}

function findOption(
  { name, options = [] }: Pick<Command, 'name' | 'options'>,
  wanted: string,
): CommandOption {
  const option = options.find((candidate) => candidate.name === wanted);
  if (!option) {
    const names = options.map((candidate) => candidate.name).join(', ');
    throw new Error(`Expected an option of ${name} (${names || 'it has none'}), got ${wanted}`);
  }
  return option;
}

function typeOf(value: OptionValues[string]): number {
  if (typeof value === 'object') return OPTION.subcommand;
  if (typeof value === 'boolean') return OPTION.boolean;
  if (typeof value === 'string') return OPTION.string;
  return Number.isInteger(value) ? OPTION.integer : OPTION.number;
}
