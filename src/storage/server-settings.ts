/** What those who manage a server can choose of a few ways each; the first of each holds until they do. */
const SETTINGS = {
  /** What answers are said in: the language of the question, or one for all. */
  language: ['question', 'en', 'zh', 'zh-TW'],
  /** What is said where nothing is found: a line and titles that may help, the line alone, or nothing to a mention. */
  refusals: ['titles', 'line', 'nothing'],
  /** Who sees an answer: everybody, or whoever asked by a command, alone. */
  answers: ['public', 'private'],
} as const;

export type Setting = keyof typeof SETTINGS;
export type ServerSettings = { readonly [Name in Setting]: (typeof SETTINGS)[Name][number] };

export const SETTING_NAMES = Object.keys(SETTINGS) as Setting[];

/** The ways that a setting has. */
export const waysOf = (name: Setting): readonly string[] => SETTINGS[name];

/** Settings of rows as they are kept; a way that this version does not have counts as not chosen. */
export function settingsFrom(
  rows: readonly { readonly name: string; readonly way: string }[],
): ServerSettings {
  const chosen = SETTING_NAMES.map((name) => {
    const way = rows.find((row) => row.name === name)?.way ?? '';
    return [name, waysOf(name).includes(way) ? way : waysOf(name)[0]];
  });
  return Object.fromEntries(chosen) as ServerSettings;
}
