/** Numbers of the option types that the rules tell apart; the last type there is has number 11. */
export const OPTION = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  channel: 7,
  number: 10,
  attachment: 11,
} as const;

export const LAST_OPTION_TYPE = 11;

export function isSubcommandOrGroup(type: unknown): boolean {
  return type === OPTION.subcommand || type === OPTION.subcommandGroup;
}

/** Whether options of the type may have choices or autocomplete. */
export function takesChoices(type: unknown): boolean {
  return type === OPTION.string || type === OPTION.integer || type === OPTION.number;
}
