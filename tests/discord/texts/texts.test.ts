import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MESSAGE_COMMANDS, SLASH_COMMANDS } from '../../../src/discord/commands/table.ts';
import { inTaiwan } from '../../../src/discord/texts/taiwan.ts';
import { LOCALES, TEXTS } from '../../../src/discord/texts/texts.ts';

/** What functions are given: numbers, words and lists of words. */
const GIVEN = [[1, 2, 3], [['1', '2']], ['1', ['2', '3']]];

function sayOf(item: unknown): string {
  if (typeof item !== 'function') return String(item);
  for (const values of GIVEN) {
    try {
      return String(item(...values));
    } catch {
      // It wants others.
    }
  }
  throw new Error(`expected a text of ${JSON.stringify(GIVEN)}`);
}

/** Dotted names of all texts of a language with what they say. */
function leavesOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, item]): [string, string][] => {
    const name = path + key;
    if (typeof item === 'object') return leavesOf(item, `${name}.`);
    return [[name, sayOf(item)]];
  });
}

describe('the texts', () => {
  it.each(LOCALES)('of %s are complete', (locale) => {
    const leaves = leavesOf(TEXTS[locale]);
    expect(leaves.map(([key]) => key)).toEqual(leavesOf(TEXTS.en).map(([key]) => key));
    for (const [key, said] of leaves) expect([key, said.trim()]).not.toEqual([key, '']);
  });

  it('in Chinese are Chinese, Traditional ones without a Simplified character', () => {
    const marks = ['listSeparator', 'answer.said', 'editing.reason'];
    for (const [key, said] of leavesOf(TEXTS.zh))
      if (!marks.includes(key)) expect(said).toMatch(/\p{Script=Han}/u);
    for (const [, said] of leavesOf(TEXTS['zh-TW'])) expect(inTaiwan(said)).toBe(said);
    // A mile, hair, an empress, a necklace: what a Simplified character is mistaken for between two words.
    for (const [, said] of leavesOf(TEXTS['zh-TW'])) expect(said).not.toMatch(/[里髮后鍊]/);
    expect(TEXTS['zh-TW'].notices.failed('ab12')).toBe('抱歉，我這邊出了點問題，請稍後再試。（編號 ab12）');
  });
});

describe('the commands', () => {
  it.each([
    ['en', 'en-US'],
    ['zh', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
  ] as const)('are named in the texts of %s as people see them', (locale, discordLocale) => {
    const names = SLASH_COMMANDS.map(({ data }) => data.name_localizations?.[discordLocale]);
    const named = leavesOf(TEXTS[locale]).flatMap(([, said]) =>
      [...said.matchAll(/`\/([^\s`]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(names).toContain(name);
  });

  it('are in the table of what people can do', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/discord.md'), 'utf8');
    const named = [...page.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, cell]) => [
      ...cell!.matchAll(/`\/([a-z]+)/g),
    ]);
    const names = SLASH_COMMANDS.map(({ data }) => data.name);
    expect([...new Set(named.map(([, name]) => name!))].sort()).toEqual(names.sort());
  });

  /** The command itself, its subcommands and their options. */
  const named = (item: object): object[] => [
    item,
    ...('options' in item && Array.isArray(item.options) ? item.options.flatMap(named) : []),
  ];

  it.each([...SLASH_COMMANDS, ...MESSAGE_COMMANDS].map(({ data }) => [data.name, data] as const))(
    '%s has names and descriptions in all languages',
    (_name, data) => {
      for (const item of named(data)) {
        const languages = {
          'en-US': expect.any(String),
          'zh-CN': expect.any(String),
          'zh-TW': expect.any(String),
        };
        expect(item).toMatchObject({ name_localizations: languages });
        if ('description' in item) expect(item).toMatchObject({ description_localizations: languages });
      }
    },
  );
});
