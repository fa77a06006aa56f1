/** What the address of the page says: which screen, and what is shown on it. Nothing of it reaches a server. */

export const SCREENS = ['ask', 'articles', 'index', 'questions'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Address {
  readonly screen: Screen | 'article' | 'sign-in';
  /** Of the talk, in their order. */
  readonly questions: readonly string[];
  /** Parameters with one value. */
  readonly values: Readonly<Record<string, string>>;
}

/** Reads the part of an address behind `#`; anything else is the first screen. */
export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [name = '', rest = ''] = path.split('/', 2);
  const parameters = new URLSearchParams(query);
  const questions = parameters.getAll('q').filter((question) => question.trim() !== '');
  parameters.delete('q');
  const values = Object.fromEntries(parameters);
  if (name === 'sign-in') return { screen: 'sign-in', questions, values: { ...values, token: rest } };
  const known = [...SCREENS, 'article'] as const;
  return { screen: known.find((one) => one === name) ?? 'ask', questions, values };
}

/** The part of an address behind `#`, with it. */
export function writeAddress(
  screen: Address['screen'],
  values: Readonly<Record<string, string>> = {},
  questions: readonly string[] = [],
): string {
  const parameters = new URLSearchParams([
    ...questions.map((question) => ['q', question]),
    ...Object.entries(values).filter(([, value]) => value !== ''),
  ]);
  const query = parameters.toString();
  return `#/${screen}${query === '' ? '' : `?${query}`}`;
}

/** A link that may be followed: addresses of articles are what somebody wrote. */
export const webAddress = (url: string | null): string | null =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
