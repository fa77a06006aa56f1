/** Pictures that chats and wikis write as `:name:`. */

/** Those that say something, as the character that they stand for; the others only adorn. */
const SAID: Readonly<Record<string, string>> = {
  white_check_mark: '✅', heavy_check_mark: '✅', check: '✅', ballot_box_with_check: '✅', yes: '✅', tick: '✅', thumbsup: '👍', '+1': '👍',
  x: '❌', negative_squared_cross_mark: '❌', cross: '❌', no: '❌', no_entry: '⛔', no_entry_sign: '🚫', thumbsdown: '👎', '-1': '👎',
  warning: '⚠️', exclamation: '❗', question: '❓', star: '⭐', lock: '🔒', construction: '🚧',
}; // biome-ignore format: a table

const SHORTCODE = /(?<![\w:/.]):([a-z][a-z0-9_]*[a-z0-9]|x|[+-]1):(?![\w:/])/g;

/** The text with its pictures as characters, and without those that nobody reads. */
export const withoutShortcodes = (text: string): string =>
  text.replace(SHORTCODE, (_, name: string) => SAID[name] ?? '');
