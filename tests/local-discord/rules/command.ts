import { type JsonObject, listOrEmpty } from '../json.ts';
import { checkNameAndDescription } from './command-names.ts';
import { checkCommandOptions } from './command-options.ts';
import { commandSize } from './command-size.ts';
import { checkList, checkOneOf, checkText, isMissing, isSnowflake } from './fields.ts';
import { checkLocalizations } from './localizations.ts';
import { type Place, refuse, within } from './place.ts';

/** Numbers of the command types. */
export const COMMAND = { slash: 1, user: 2, message: 3, entryPoint: 4 } as const;

const MAX_SIZE = 8000;

/** Checks one command, for everywhere or for one guild. */
export function checkCommand(place: Place, command: JsonObject, inGuild: boolean): void {
  if (!isMissing(command.type)) checkOneOf(place, command, 'type', Object.values(COMMAND));
  if ((command.type ?? COMMAND.slash) === COMMAND.slash) checkSlashCommand(place, command);
  else checkMenuCommand(place, command);
  const permissions = command.default_member_permissions;
  if (!isMissing(permissions) && !isSnowflake(permissions)) {
    refuse(
      within(place, 'default_member_permissions'),
      'NUMBER_TYPE_COERCE',
      'Must be a bit set in a string.',
    );
  }
  checkScope(place, command, 'contexts', [0, 1, 2], inGuild);
  checkScope(place, command, 'integration_types', [0, 1], inGuild);
}

function checkSlashCommand(place: Place, command: JsonObject): void {
  checkNameAndDescription(place, command);
  checkCommandOptions(place, command);
  const size = commandSize(command);
  if (size > MAX_SIZE) {
    const message = `Command exceeds maximum size (${MAX_SIZE}): ${size}`;
    refuse(place, 'APPLICATION_COMMAND_TOO_LARGE', message);
  }
}

/** Commands of context menus have a name and nothing else to show; it may have spaces and capitals. */
function checkMenuCommand(place: Place, command: JsonObject): void {
  checkText(place, command, 'name', { min: 1, max: 32, required: true });
  checkLocalizations(place, command, 'name_localizations', { min: 1, max: 32 });
  if (command.description) {
    const message = 'Context menu commands cannot have description';
    const at = within(place, 'description');
    refuse(at, 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID', message);
  }
  if (listOrEmpty(command.options).length > 0) {
    refuse(within(place, 'options'), 'APPLICATION_COMMAND_OPTIONS', 'Only slash commands have options');
  }
}

function checkScope(
  place: Place,
  command: JsonObject,
  key: string,
  allowed: readonly unknown[],
  inGuild: boolean,
): void {
  if (isMissing(command[key])) return;
  const at = within(place, key);
  if (inGuild) refuse(at, 'APPLICATION_COMMAND_GUILD_SCOPE', `${key} is for global commands`);
  const values = checkList(place, command, key, { min: 1, max: allowed.length });
  const areFine = values.every((value) => allowed.includes(value)) && new Set(values).size === values.length;
  if (!areFine) refuse(at, 'BASE_TYPE_CHOICES', 'Unknown or repeated value');
}
