/** The server's own knowledge: solved posts of forums and threads that a manager chose become articles, anew each day. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'discord.js';
import { writeArticle } from '../../import/article-file.ts';
import { type Context, today } from '../context.ts';
import type { Texts } from '../texts/en.ts';
import { articleOfPost, isForAll, type Learnable, learnableOf, postsOf } from './posts.ts';

const LOOK_MS = 3_600_000;

type Needs = Pick<Context, 'state' | 'corpus' | 'readsMessages' | 'rebuild' | 'log' | 'isOurs'>;

const folderOf = (corpus: string, guildId: string, channelId: string): string =>
  join(corpus, 'servers', guildId, 'learned', channelId);

/** Begins to learn from a channel, or where it does already, stops and deletes what came of it. */
export async function learnOrStop(
  client: Client<true>,
  guildId: string,
  channelId: string,
  { state, corpus, readsMessages }: Needs,
  { editing: { learning, off } }: Texts,
): Promise<{ readonly said: string; readonly hasChanged: boolean }> {
  const name = `<#${channelId}>`;
  const refuse = (said: string) => ({ said, hasChanged: false });
  if (corpus === null) return refuse(off);
  if ((await state.learnedChannels()).some((one) => one.guildId === guildId && one.channelId === channelId)) {
    await state.unlearn(guildId, channelId);
    const folder = folderOf(corpus, guildId, channelId);
    const hasChanged = existsSync(folder);
    rmSync(folder, { recursive: true, force: true });
    return { said: learning.off(name), hasChanged };
  }
  if (!readsMessages) return refuse(learning.needsContent);
  const channel = await learnableOf(client, channelId);
  if (channel?.guildId !== guildId) return refuse(learning.unread(name));
  if (!isForAll(channel)) return refuse(learning.notPublic(name));
  const { count, hasChanged } = await learnFrom(channel, corpus, await tagOf(channel, state));
  await state.learnFrom(guildId, channelId, today());
  return { said: learning.on(name, count), hasChanged };
}

const tagOf = (channel: Learnable, state: Context['state']): Promise<string | null> =>
  state.solvedTag(channel.guildId, (channel.isThread() ? channel.parentId : channel.id) ?? '');

/**
 * Writes an article for each solved post, and deletes those of posts that are solved no more, or gone. Each is read whole
 * again, so what somebody deleted goes. A failure leaves what was there.
 */
async function learnFrom(
  channel: Learnable,
  corpus: string,
  solvedTag: string | null,
): Promise<{ readonly count: number; readonly hasChanged: boolean }> {
  const folder = folderOf(corpus, channel.guildId, channel.id);
  const articles = new Map<string, string>();
  for (const post of await postsOf(channel)) {
    const article = await articleOfPost(post, solvedTag);
    if (article !== null) articles.set(`${post.id}.md`, article);
  }
  let hasChanged = false;
  for (const [file, article] of articles) {
    const path = join(folder, file);
    if (existsSync(path) && readFileSync(path, 'utf8') === article) continue;
    writeArticle(folder, file, article);
    hasChanged = true;
  }
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    if (articles.has(file)) continue;
    rmSync(join(folder, file), { force: true });
    hasChanged = true;
  }
  return { count: articles.size, hasChanged };
}

/** Learns anew from what was not read today, and deletes what no server wants to be learned any more. */
async function learnAll(
  client: Client<true>,
  { state, corpus, readsMessages, rebuild, log, isOurs }: Needs,
): Promise<void> {
  if (corpus === null) return;
  let hasChanged = false;
  const day = today();
  for (const { guildId, channelId, lastDay } of await state.learnedChannels()) {
    if (lastDay >= day || !readsMessages || !isOurs(guildId)) continue;
    try {
      const channel = await learnableOf(client, channelId);
      // It was deleted, or not everybody may read it any more: then nobody is to read it here.
      if (channel === null || !isForAll(channel)) await state.unlearn(guildId, channelId);
      else {
        const learned = await learnFrom(channel, corpus, await tagOf(channel, state));
        await state.learnFrom(guildId, channelId, day);
        hasChanged ||= learned.hasChanged;
      }
    } catch (error) {
      log.warn('solved posts could not be read', { error });
    }
  }
  hasChanged = (await forgetUnlearned({ corpus, state })) || hasChanged;
  if (hasChanged) await rebuild?.();
}

/**
 * Deletes what was learned of channels that no server wants to be learned any more; true where there was some. Without a
 * last day a channel is not learned from as long as the bot reads no messages.
 */
export async function forgetUnlearned({ corpus, state }: Pick<Needs, 'corpus' | 'state'>): Promise<boolean> {
  if (corpus === null) return false;
  const learned = (await state.learnedChannels()).filter(({ lastDay }) => lastDay !== '');
  const wanted = new Set(learned.map(({ guildId, channelId }) => folderOf(corpus, guildId, channelId)));
  const servers = join(corpus, 'servers');
  let hasChanged = false;
  for (const guildId of existsSync(servers) ? readdirSync(servers) : []) {
    const learned = join(servers, guildId, 'learned');
    for (const channelId of existsSync(learned) ? readdirSync(learned) : []) {
      const folder = folderOf(corpus, guildId, channelId);
      if (wanted.has(folder)) continue;
      rmSync(folder, { recursive: true, force: true });
      hasChanged = true;
    }
  }
  return hasChanged;
}

/** Looks now and every hour; returns what ends it. */
export function watchLearning(client: Client<true>, context: Context): () => void {
  const { state, readsMessages } = context;
  const work = async (): Promise<void> => {
    // What could not be read anew would outlive what people delete.
    if (!readsMessages)
      for (const { guildId, channelId } of await state.learnedChannels())
        await state.learnFrom(guildId, channelId, '');
    await learnAll(client, context);
  };
  const look = (): void => {
    work().catch((error) => context.log.error('solved posts could not be learned', { error }));
  };
  look();
  const looking = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(looking);
}
