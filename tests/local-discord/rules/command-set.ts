import { isJsonObject } from '../json.ts';
import { COMMAND, checkCommand } from './command.ts';
import { type Place, refuse, within } from './place.ts';

/** How many commands of a type one scope (everywhere, or one guild) may have. */
const MOST = new Map<unknown, number>([
  [COMMAND.slash, 100],
  [COMMAND.user, 15],
  [COMMAND.message, 15],
  [COMMAND.entryPoint, 1],
]);

/** Checks the list that replaces all commands of a scope. */
export function checkCommandSet(place: Place, commands: unknown, inGuild: boolean): void {
  if (!Array.isArray(commands)) {
    refuse(place, 'LIST_TYPE_CONVERT', 'Must be a list.');
    return;
  }
  const namesByType = new Map<unknown, unknown[]>();
  for (const [index, command] of commands.entries()) {
    const at = within(place, index);
    if (!isJsonObject(command)) {
      refuse(at, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
      continue;
    }
    checkCommand(at, command, inGuild);
    const names = namesByType.get(command.type ?? COMMAND.slash) ?? [];
    if (names.includes(command.name)) {
      const message = 'Application command names must be unique';
      refuse(within(at, 'name'), 'APPLICATION_COMMANDS_DUPLICATE_NAME', message);
    }
    namesByType.set(command.type ?? COMMAND.slash, [...names, command.name]);
  }
  for (const [type, names] of namesByType) {
    const most = MOST.get(type);
    if (most !== undefined && names.length > most) {
      refuse(place, 30032, `Maximum number of application commands reached (${most})`);
    }
  }
}
