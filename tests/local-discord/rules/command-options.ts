import { type JsonObject, listOrEmpty } from '../json.ts';
import { checkChoices } from './choices.ts';
import { checkNameAndDescription } from './command-names.ts';
import { checkInteger, checkObjects, isMissing } from './fields.ts';
import { isSubcommandOrGroup, LAST_OPTION_TYPE, OPTION, takesChoices } from './option-kinds.ts';
import { type Place, refuse, within } from './place.ts';

const MAX_TEXT = 6000;
const WRONG_TYPE = 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID';
const WRONG_REQUIRED = 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID';

/** Checks the options of a command, group or subcommand; `depth` is 0 for those of the command itself. */
export function checkCommandOptions(place: Place, owner: JsonObject, depth = 0): void {
  const inGroup = owner.type === OPTION.subcommandGroup && depth > 0;
  const rule = { min: inGroup ? 1 : 0, max: 25, required: inGroup };
  const names = new Set<unknown>();
  let hasOptional = false;
  let nested = 0;
  const options = checkObjects(place, owner, 'options', rule);
  for (const { place: at, item: option } of options) {
    checkOption(at, option, depth);
    if (names.has(option.name)) {
      refuse(
        within(at, 'name'),
        'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
        'Option names must be unique',
      );
    }
    names.add(option.name);
    if (inGroup && option.type !== OPTION.subcommand) {
      refuse(within(at, 'type'), WRONG_TYPE, 'A group holds subcommands');
    }
    if (isSubcommandOrGroup(option.type)) nested += 1;
    else if (!option.required) hasOptional = true;
    else if (hasOptional) {
      refuse(at, WRONG_REQUIRED, 'Required options must be placed before non-required options');
    }
  }
  if (nested > 0 && nested < options.length) {
    const message =
      'Sub-command and sub-command group option types are mutually exclusive to all other types';
    refuse(within(place, 'options'), WRONG_TYPE, message);
  }
}

function checkOption(place: Place, option: JsonObject, depth: number): void {
  checkNameAndDescription(place, option);
  if (isMissing(option.type)) refuse(within(place, 'type'), 'BASE_TYPE_REQUIRED', 'This field is required');
  checkInteger(place, option, 'type', 1, LAST_OPTION_TYPE);
  checkInteger(place, option, 'min_length', 0, MAX_TEXT);
  checkInteger(place, option, 'max_length', 1, MAX_TEXT);
  checkSuggestions(place, option);
  if (isSubcommandOrGroup(option.type)) checkNested(place, option, depth);
  else if (option.options) refuse(within(place, 'options'), WRONG_TYPE, 'Only subcommands have options');
}

/** Choices are fixed, autocomplete asks the bot: an option has one of them at most. */
function checkSuggestions(place: Place, option: JsonObject): void {
  const hasChoices = listOrEmpty(option.choices).length > 0;
  if (hasChoices) checkChoices(place, option, option.type);
  if (hasChoices && option.autocomplete) {
    const message = 'Choices and autocomplete exclude each other';
    refuse(within(place, 'autocomplete'), 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', message);
  }
  if (takesChoices(option.type)) return;
  const message = 'Only strings and numbers have choices or autocomplete';
  if (option.choices) refuse(within(place, 'choices'), 'APPLICATION_COMMAND_CHOICES', message);
  if (option.autocomplete) {
    refuse(within(place, 'autocomplete'), 'APPLICATION_COMMAND_AUTOCOMPLETE', message);
  }
}

/** A command holds groups and subcommands, a group subcommands, a subcommand neither. */
function checkNested(place: Place, option: JsonObject, depth: number): void {
  if (option.required) refuse(within(place, 'required'), WRONG_REQUIRED, 'A subcommand cannot be required');
  const isTooDeep = depth > 1 || (option.type === OPTION.subcommandGroup && depth > 0);
  if (isTooDeep) refuse(place, WRONG_TYPE, 'Nested too deep');
  else checkCommandOptions(place, option, depth + 1);
}
