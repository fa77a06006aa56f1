/** Everything the bot itself says, in each language. */
import { EN, type Texts } from './en.ts';
import { inTaiwan } from './taiwan.ts';
import { ZH } from './zh.ts';

/** Languages of what the bot itself says; answers come in the language of their question. */
export const LOCALES = ['en', 'zh', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same tree with its texts, also those that functions give, in Traditional Chinese. */
function inTraditional<T>(tree: T): T {
  if (typeof tree === 'string') return inTaiwan(tree) as T;
  if (typeof tree === 'function') return ((...values: unknown[]) => inTaiwan(String(tree(...values)))) as T;
  return Object.fromEntries(
    Object.entries(tree as object).map(([key, item]) => [key, inTraditional(item)]),
  ) as T;
}

export const TEXTS: Readonly<Record<Locale, Texts>> = { en: EN, zh: ZH, 'zh-TW': inTraditional(ZH) };
