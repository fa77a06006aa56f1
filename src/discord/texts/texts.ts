/** Everything the bot itself says, in each language. */
import { toTraditional } from '../../text/traditional.ts';
import { EN, type Texts } from './en.ts';
import { ZH } from './zh.ts';

/** Languages of what the bot itself says; answers come in the language of their question. */
export const LOCALES = ['en', 'zh', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** How Discord itself names its parts in Traditional Chinese, where the words of Taiwan alone do not tell. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/子區/g, '討論串'],
  [/私信/g, '私人訊息'],
  [/“應用”/g, '“應用程式”'],
];

const inTaiwan = (text: string): string =>
  NAMES.reduce((shown, [name, discords]) => shown.replace(name, discords), toTraditional(text));

/** The same tree with its texts, also those that functions give, in Traditional Chinese. */
function inTraditional<T>(tree: T): T {
  if (typeof tree === 'string') return inTaiwan(tree) as T;
  if (typeof tree === 'function') return ((...values: unknown[]) => inTaiwan(String(tree(...values)))) as T;
  return Object.fromEntries(
    Object.entries(tree as object).map(([key, item]) => [key, inTraditional(item)]),
  ) as T;
}

export const TEXTS: Readonly<Record<Locale, Texts>> = { en: EN, zh: ZH, 'zh-TW': inTraditional(ZH) };
