/** `npm run fuzz`: thousands of things that people do in any order; none may be lost, doubled, or ping anybody. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { startBot } from '../../src/discord/bot.ts';
import { deployCommands } from '../../src/discord/deploy.ts';
import { openEngine } from '../../src/engine.ts';
import { libraryOf } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import type { CallbackData, Interaction } from '../../tests/local-discord/interactions/interaction.ts';
import { type LocalDiscord, startLocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import { flattenComponents } from '../../tests/local-discord/world/components.ts';
import { MANAGER_PERMISSIONS } from '../../tests/local-discord/world/guilds.ts';
import type { Component, Message } from '../../tests/local-discord/world/nouns.ts';
import { makeFolder } from './bot-process.ts';

const HELP = `Usage: npm run fuzz [-- --events 5000 --seed 1]

Asks, mentions, replies, presses, chooses, reacts and manages at random on a local Discord. Ends with 1 where an
interaction got no answer, a message two, Discord refused something, or anybody was pinged.

      --events N      things that people do (5000)
      --seed N        the same order again (1)`;

const MESSAGE_CONTENT = 1 << 15;
/**
 * A message that is deleted while the bot looks at it, and an acknowledgement that is said again: here the model works in the
 * same process, so the answer to the first may come late.
 */
const HARMLESS: readonly unknown[] = [10008, 40060];
const EPHEMERAL = 1 << 6;
/** Done at the same time. */
const AT_ONCE = 8;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(HELP);
else process.exit(await run(Number(values.events), Number(values.seed)));

async function run(events: number, seed: number): Promise<number> {
  const folder = makeFolder();
  const engine = await openEngine({
    corpus: ['corpus'],
    embeddings: join(folder, 'embeddings'),
    model: 'models/zh-en-static',
  });
  const discord = await startLocalDiscord({ privilegedIntents: MESSAGE_CONTENT, patienceMs: 60_000 });
  const { token, api } = discord;
  await deployCommands({ token, api, guildId: null });
  const failures: unknown[] = [];
  const log = createLog({
    level: 'error',
    secrets: [token],
    write: (line) => failures.push(JSON.parse(line)),
  });
  process.on('unhandledRejection', (error) => failures.push(String(error)));
  const state = openServerState(join(folder, 'state.db'));
  const bot = await startBot({
    ...{ token, api, library: libraryOf(engine), state, log },
    manners: { cooldownMs: 0 },
    reindex: async () => {},
    articles: {
      ...{ corpus: join(folder, 'corpus'), records: join(folder, 'sources'), copies: join(folder, 'copies') },
    },
    readsMessages: true,
    helperWaitMs: 20,
  });
  const acts = createActs(discord, seed);
  const problems: string[] = [];
  let done = 0;
  const worker = async (): Promise<void> => {
    while (done < events) {
      done += 1;
      if (done % 500 === 0) process.stderr.write(`${done} of ${events}\n`);
      await acts().catch((error: Error) => problems.push(error.message));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const last = discord.say(`<@${discord.bot.id}> who signed with Liaoning and when`, {
    author: discord.addPerson('last'),
  });
  await discord.replyTo(last).catch((error: Error) => problems.push(error.message));
  await bot.stop();
  await discord.stop();
  state.close();
  const refused = discord.violations.filter(({ code }) => !HARMLESS.includes(code));
  const unacknowledged = discord
    .interactions()
    .filter((one) => (one as { state?: string }).state !== 'acknowledged');
  const table = {
    events: events,
    'without an answer': problems.length + unacknowledged.length,
    'answered twice': doubled(discord),
    pinged: discord.messagesIn().filter(isPing).length,
    'refused by Discord': refused.length,
    'mentions left to Discord': discord.liveMentionRisks.length,
    'errors in the log': failures.length,
  };
  console.table(table);
  for (const problem of [...problems, ...refused, ...failures].slice(0, 10)) console.log(problem);
  return Object.entries(table).every(([name, count]) => name === 'events' || count === 0) ? 0 : 1;
}

function isPing({ author, mentions, mention_everyone, mention_roles }: Message): boolean {
  return author.bot && (mentions.length > 0 || mention_everyone || mention_roles.length > 0);
}

function doubled(discord: LocalDiscord): number {
  const replied = discord
    .messagesIn()
    .flatMap(({ author, message_reference: to }) =>
      author.id === discord.bot.id && to ? [to.message_id] : [],
    );
  return replied.length - new Set(replied).size;
}

/** Does something at random each time it is called, and waits until that is answered. */
function createActs(discord: LocalDiscord, seed: number): () => Promise<unknown> {
  const channels = [
    discord.channel,
    discord.addThread('aside'),
    discord.directChannel(),
    discord.addChannel('other'),
  ];
  const forum = discord.addForum('forum');
  const shown: Message[] = [];
  let people = 0;
  const words = fc.oneof(
    fc.constantFrom(
      ...[
        'who signed with Liaoning and when',
        '谁和辽宁签了约，什么时候？',
        'hello',
        'thanks',
        'help',
        '',
        ' ',
        '@everyone',
        '<@1>',
      ],
      ...[
        'who won the football cup?',
        'What articles do you have?',
        'and when?',
        '```',
        '**',
        '> quoted\nwho?',
        '👍',
      ],
    ),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  const picks = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.nat(), words), { numRuns: 20_000, seed });
  let place = 0;
  return async () => {
    const [what, which, who, text] = picks[place++ % picks.length]!;
    const channel = channels[which % channels.length]!;
    people += 1;
    const by = channel.guild_id === undefined ? discord.person : discord.addPerson(`p${people}`);
    const options = {
      ...{ by, channel },
      locale: ['en-US', 'zh-CN', 'zh-TW', 'fr'][who % 4]!,
      ...(who % 3 === 0 && { permissions: MANAGER_PERMISSIONS }),
    };
    const keep = async (interaction: Interaction): Promise<unknown> => {
      const { type, message, data } = await interaction.acked;
      if (type === 9) return keep(discord.submit(data, fillIn(data, text), options));
      if (type === 6 || type === 8) return message;
      const answer = await interaction.answered;
      shown.push(answer);
      if (shown.length > 200) shown.shift();
      return answer;
    };
    const before = shown[which % Math.max(1, shown.length)];
    const inPublic = before !== undefined && (before.flags & EPHEMERAL) === 0;
    switch (what % 14) {
      case 0:
      case 1:
        return keep(discord.slash('ask', { question: text || 'x', private: who % 5 === 0 }, options));
      case 2: {
        const author = by;
        discord.say(`<@${discord.bot.id}> ${text}`, { author, channel });
        return undefined;
      }
      case 3:
        discord.say(text, { author: by, channel, ...(inPublic && { replyTo: before }) });
        return undefined;
      case 4:
        return keep(discord.slash('articles', who % 2 ? { title: text || 'x' } : {}, options));
      case 5: {
        const name = ['status', 'help', 'privacy'][who % 3]!;
        return keep(discord.slash(name, {}, options));
      }
      case 6: {
        if (channel.guild_id === undefined) return undefined;
        const name = ['settings', 'channels', 'corpus', 'gaps', 'digest', 'solved', 'reset', 'reindex'][
          who % 8
        ]!;
        return keep(discord.slash('admin', { [name]: {} }, options));
      }
      case 10: {
        if (channel.guild_id === undefined) return undefined;
        const everywhere = who % 7 === 0;
        const file = discord.attach(who % 5 ? `${text.slice(0, 20)}.md` : 'a.pdf', `# ${text}\n\n${text}`);
        const used = [
          { add: { file, everywhere } },
          { add: { address: `http://127.0.0.1:9/${text}`, everywhere } },
          { write: { everywhere } },
          { list: { everywhere } },
          { changes: { everywhere } },
          { learn: { channel: forum.id } },
        ][who % 6]!;
        return keep(discord.slash('admin', { articles: used }, options));
      }
      case 7:
        return keep(
          discord.contextMenu('Ask about this', discord.say(text, { author: by, channel }), options),
        );
      case 8:
        discord.addPost(text.slice(0, 90) || 'post', text, forum, by);
        return undefined;
      case 9:
        if (inPublic) discord.react(before, who % 2 ? '👎' : '👍', by);
        return undefined;
      default: {
        if (before === undefined) return undefined;
        const usable = flattenComponents(before.components).filter(
          ({ custom_id, disabled }) => custom_id !== undefined && !disabled,
        );
        const component = usable[who % Math.max(1, usable.length)];
        return component === undefined
          ? undefined
          : keep(use(before, component, { ...options, channel: undefined }, who));
      }
    }
  };

  /** All that a form asks for. */
  function fillIn({ components }: CallbackData, text: string): Record<string, string> {
    const inputs = flattenComponents((components ?? []).flatMap(({ component }) => component ?? []));
    return Object.fromEntries(inputs.map(({ custom_id = '' }) => [custom_id, text.trim() || 'x']));
  }

  function use(
    message: Message,
    component: Component,
    { channel: _, ...options }: object & { channel?: unknown },
    who: number,
  ): Interaction {
    const id = component.custom_id!;
    if (component.type === 2) return discord.press(message, id, options);
    const values = component.type === 3 ? (component.options ?? []).map(({ value }) => value) : [];
    const chosen =
      component.type === 8
        ? [discord.channel.id]
        : component.type === 6
          ? []
          : [values[who % values.length]!];
    return discord.choose(message, id, chosen, options);
  }
}
