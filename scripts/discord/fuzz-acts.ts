/** What people do to the bot, one thing at random after the other. */
import fc from 'fast-check';
import type { CallbackData, Interaction } from '../../tests/local-discord/interactions/interaction.ts';
import type { InteractionOptions } from '../../tests/local-discord/people/interaction-options.ts';
import type { LocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import { flattenComponents } from '../../tests/local-discord/world/components.ts';
import { MANAGER_PERMISSIONS } from '../../tests/local-discord/world/guilds.ts';
import type { Channel, Component, Message, User } from '../../tests/local-discord/world/nouns.ts';

const EPHEMERAL = 1 << 6;
/** Messages that somebody may come back to. */
const SHOWN = 200;

const WORDS = fc.oneof(
  fc.constantFrom(
    'who signed with Liaoning and when',
    '谁和辽宁签了约，什么时候？',
    'hello',
    'thanks',
    'help',
    '',
    ' ',
    '@everyone',
    '<@1>',
    'who won the football cup?',
    'What articles do you have?',
    'and when?',
    '```',
    '**',
    '> quoted\nwho?',
    '👍',
  ),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

/** Who does something, where, and what is drawn for it. */
interface Occasion {
  readonly discord: LocalDiscord;
  readonly forum: Channel;
  readonly channel: Channel;
  readonly by: User;
  /** Chooses between kinds of the same thing. */
  readonly which: number;
  readonly text: string;
  /** Something that was said before. */
  readonly before: Message | undefined;
  readonly options: InteractionOptions;
}

/** An interaction that waits for its answer, or nothing where none is due. */
type Act = (occasion: Occasion) => Interaction | undefined;

const isPublic = (message: Message | undefined): message is Message =>
  message !== undefined && (message.flags & EPHEMERAL) === 0;

const ask: Act = ({ discord, text, which, options }) =>
  discord.slash('ask', { question: text || 'x', private: which % 5 === 0 }, options);

const mention: Act = ({ discord, text, by, channel }) => {
  discord.say(`<@${discord.bot.id}> ${text}`, { author: by, channel });
  return undefined;
};

const say: Act = ({ discord, text, by, channel, before }) => {
  discord.say(text, { author: by, channel, ...(isPublic(before) && { replyTo: before }) });
  return undefined;
};

const listArticles: Act = ({ discord, text, which, options }) =>
  discord.slash('articles', which % 2 ? { title: text || 'x' } : {}, options);

const askAboutBot: Act = ({ discord, which, options }) =>
  discord.slash(['status', 'help', 'privacy'][which % 3]!, {}, options);

const PANELS = ['settings', 'channels', 'corpus', 'gaps', 'digest', 'solved', 'reset', 'reindex'];

const openPanel: Act = ({ discord, channel, which, options }) =>
  channel.guild_id === undefined
    ? undefined
    : discord.slash('admin', { [PANELS[which % PANELS.length]!]: {} }, options);

const askAboutMessage: Act = ({ discord, text, by, channel, options }) =>
  discord.contextMenu('Ask about this', discord.say(text, { author: by, channel }), options);

const post: Act = ({ discord, text, forum, by }) => {
  discord.addPost(text.slice(0, 90) || 'post', text, forum, by);
  return undefined;
};

const react: Act = ({ discord, before, which, by }) => {
  if (isPublic(before)) discord.react(before, which % 2 ? '👎' : '👍', by);
  return undefined;
};

const changeArticles: Act = ({ discord, channel, forum, which, text, options }) => {
  if (channel.guild_id === undefined) return undefined;
  const everywhere = which % 7 === 0;
  const file = discord.attach(which % 5 ? `${text.slice(0, 20)}.md` : 'a.pdf', `# ${text}\n\n${text}`);
  const articles = [
    { add: { file, everywhere } },
    { add: { address: `http://127.0.0.1:9/${text}`, everywhere } },
    { write: { everywhere } },
    { list: { everywhere } },
    { changes: { everywhere } },
    { learn: { channel: forum.id } },
  ][which % 6]!;
  return discord.slash('admin', { articles }, options);
};

const useComponent: Act = ({ discord, before, which, options }) => {
  if (before === undefined) return undefined;
  const usable = flattenComponents(before.components).filter(
    ({ custom_id, disabled }) => custom_id !== undefined && !disabled,
  );
  const component = usable[which % Math.max(1, usable.length)];
  if (component === undefined) return undefined;
  const { channel: _, ...elsewhere } = options;
  if (component.type === 2) return discord.press(before, component.custom_id!, elsewhere);
  return discord.choose(before, component.custom_id!, chosenOf(discord, component, which), elsewhere);
};

function chosenOf(discord: LocalDiscord, { type, options }: Component, which: number): string[] {
  if (type === 8) return [discord.channel.id];
  if (type === 6) return [];
  const values = type === 3 ? (options ?? []).map(({ value }) => value) : [];
  return [values[which % values.length]!];
}

/** As often as each stands here. */
const ACTS: readonly Act[] = [
  ...[ask, ask, mention, say, listArticles, askAboutBot, openPanel, askAboutMessage, post, react],
  ...[changeArticles, useComponent, useComponent, useComponent],
];

/** Does something at random each time it is called, and waits until that is answered. */
export function createActs(discord: LocalDiscord, seed: number): () => Promise<unknown> {
  const channels = [
    discord.channel,
    discord.addThread('aside'),
    discord.directChannel(),
    discord.addChannel('other'),
  ];
  const forum = discord.addForum('forum');
  const shown: Message[] = [];
  let people = 0;
  const picks = fc.sample(fc.tuple(fc.nat(), fc.nat(), fc.nat(), WORDS), { numRuns: 20_000, seed });
  let place = 0;
  return async () => {
    const [what, where, which, text] = picks[place++ % picks.length]!;
    const channel = channels[where % channels.length]!;
    people += 1;
    const by = channel.guild_id === undefined ? discord.person : discord.addPerson(`p${people}`);
    const options = {
      ...{ by, channel },
      locale: ['en-US', 'zh-CN', 'zh-TW', 'fr'][which % 4]!,
      ...(which % 3 === 0 && { permissions: MANAGER_PERMISSIONS }),
    };
    const before = shown[where % Math.max(1, shown.length)];
    const act = ACTS[what % ACTS.length]!;
    const interaction = act({ discord, forum, channel, by, which, text, before, options });
    return interaction && answered(interaction, text, options);
  };

  async function answered(interaction: Interaction, text: string, options: object): Promise<unknown> {
    const { type, message, data } = await interaction.acked;
    if (type === 9) return answered(discord.submit(data, fillIn(data, text), options), text, options);
    if (type === 6 || type === 8) return message;
    const answer = await interaction.answered;
    shown.push(answer);
    if (shown.length > SHOWN) shown.shift();
    return answer;
  }
}

/** All that a form asks for. */
function fillIn({ components }: CallbackData, text: string): Record<string, string> {
  const inputs = flattenComponents((components ?? []).flatMap(({ component }) => component ?? []));
  return Object.fromEntries(inputs.map(({ custom_id = '' }) => [custom_id, text.trim() || 'x']));
}
