/** A bot on a local Discord of its own, with what it asked the library and what it logged. */
import { join } from 'node:path';
import { expect } from 'vitest';
import type { AskOptions } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/answer-types.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { deployCommands } from '../../src/discord/deploy.ts';
import type { Library } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { openServerState, type ServerState } from '../../src/storage/server-state.ts';
import type { Settings } from '../local-discord/settings.ts';
import { type LocalDiscord, startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { flattenComponents } from '../local-discord/world/components.ts';
import type { Component, Message } from '../local-discord/world/nouns.ts';
import { saying } from '../make-blocks.ts';
import { makeFolder } from '../temporary-folder.ts';

export interface Scene {
  readonly discord: LocalDiscord;
  readonly state: ServerState;
  /** What the library was asked, in order; without the scope. */
  readonly asked: [question: string, options: AskOptions][];
  /** Lines of the log from `info` upwards, read. */
  readonly logged: { readonly level: string; readonly event: string; readonly [key: string]: unknown }[];
  /** Starts the bot anew: with nothing in memory, on the same Discord and the same database. */
  readonly restart: (changes?: Partial<BotOptions>) => Promise<Bot>;
  readonly bot: () => Bot;
  /** Ends everything and expects that Discord had nothing to refuse. */
  readonly end: () => Promise<void>;
}

/** Commands are deployed and the bot is ready; people need not pause between questions unless `changes` says so. */
export async function openScene(
  library: Library,
  changes: Partial<BotOptions> = {},
  settings: Partial<Settings> = {},
): Promise<Scene> {
  const discord = await startLocalDiscord({ patienceMs: 5_000, ...settings });
  const state = await openServerState(join(makeFolder(), 'state.db'));
  const asked: Scene['asked'] = [];
  const logged: Scene['logged'] = [];
  const recording: Library = {
    ...library,
    ask: (question, options = {}) => {
      const { scope: _, ...others } = options;
      asked.push([question, others]);
      return library.ask(question, options);
    },
  };
  const log = createLog({
    level: 'info',
    secrets: [discord.token],
    write: (line) => logged.push(JSON.parse(line)),
  });
  const { token, api } = discord;
  const options: BotOptions = {
    token,
    api,
    library: recording,
    state,
    log,
    manners: { cooldownMs: 0 },
    loginDeadlineMs: 3_000,
    drainDeadlineMs: 3_000,
    ...changes,
  };
  await deployCommands({ token, api, guildId: null });
  let bot = await startBot(options);
  return {
    discord,
    state,
    asked,
    logged,
    bot: () => bot,
    restart: async (more = {}) => {
      await bot.stop();
      bot = await startBot({ ...options, ...more });
      return bot;
    },
    end: async () => {
      await bot.stop();
      await discord.stop();
      await state.close();
      expect(discord.violations).toEqual([]);
      expect(discord.liveMentionRisks).toEqual([]);
    },
  };
}

/** A library that answers everything alike. */
export function libraryThatAnswers(answer: Answer | (() => Promise<Answer>)): Library {
  const articles = typeof answer === 'function' ? [] : answer.evidence.map(({ article }) => article);
  return {
    ask: async (question) => ({ ...(typeof answer === 'function' ? await answer() : answer), question }),
    status: async () => ({
      index: 'build-1',
      builtAt: '2026-11-03T08:00:00.000Z',
      articles: articles.length,
      passages: articles.length,
      model: 'static',
    }),
    articles: async () => articles,
    article: async (id) => {
      const source = articles.find((article) => article.id === id);
      return source ? { ...source, passages: [{ id: `${id}#1`, ...saying('a passage') }] } : null;
    },
    group: async (questions) => questions.map((_, number) => [number]),
    close: async () => {},
  };
}

export const shownIn = ({ embeds }: Message): string => embeds[0]?.description ?? '';

/** Its text and its labels: all that somebody reads. */
export const readIn = (message: Message): string =>
  [
    ...message.embeds.map(({ title, description, footer }) => [title, description, footer?.text].join('\n')),
    ...componentsOf(message).map(({ label, placeholder }) => label ?? placeholder ?? ''),
  ].join('\n');

export const componentsOf = ({ components }: Message): Component[] => flattenComponents(components);

/** The id of the component of a kind that stands under a message. */
export const idOf = (message: Message, kind: string): string =>
  componentsOf(message).find(({ custom_id = '' }) => custom_id.split(':')[0] === kind)?.custom_id ?? '';
