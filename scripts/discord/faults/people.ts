/** What people and those who manage servers do to a bot: it says little, and goes on. */
import { MANAGER_PERMISSIONS, PERMISSION } from '../../../tests/local-discord/world/guilds.ts';
import type { Fault, Stage } from './fault.ts';

const QUESTION = 'who signed with Liaoning and when';

const mention = ({ discord }: Stage): string => `<@${discord.bot.id}> ${QUESTION}`;

const expectThat = (isSo: boolean, problem: string): void => {
  if (!isSo) throw new Error(problem);
};

/** Something that is done before a question which has to be answered all the same. */
const before = (name: string, run: (stage: Stage) => Promise<void> | void): Fault => ({
  name,
  exit: null,
  run: async (stage) => {
    await stage.viaCommand();
    await run(stage);
    await stage.viaMention();
  },
});

export const PEOPLE_FAULTS: readonly Fault[] = [
  before('a flood of mentions', async (stage) => {
    const { discord, viaMention } = stage;
    const author = discord.addPerson('flood');
    for (let place = 0; place < 100; place++) discord.say(`${mention(stage)} ${place}`, { author });
    await viaMention();
    const replies = discord.messagesIn().filter(({ message_reference: to }) => {
      const asked = discord.messagesIn().find(({ id }) => id === to?.message_id);
      return asked?.author.id === author.id;
    });
    expectThat(replies.length <= 4, `a flood of one person got ${replies.length} replies`);
  }),
  before('buttons that were forged', async ({ discord }) => {
    const answer = discord.messagesIn().find(({ author }) => author.id === discord.bot.id)!;
    for (const custom_id of ['page:0123456789abcdef:NaN', 'why:', 'reset:1', 'source:x']) {
      const button = { type: 2, style: 1, label: 'x', custom_id };
      const forged = { ...answer, components: [{ type: 1, components: [button] }] };
      const { type } = await discord.press(forged, custom_id).acked;
      expectThat(type === 6, `${custom_id} got a callback of type ${type}`);
    }
  }),
  before('a file that is no article, and an address in a private network', async ({ discord }) => {
    const file = discord.attach('map.pdf', 'no PDF at all');
    for (const add of [{ file }, { address: `${discord.api}/gateway` }]) {
      const { answered } = discord.slash(
        'admin',
        { articles: { add } },
        { permissions: MANAGER_PERMISSIONS },
      );
      const said = (await answered).embeds[0]?.description ?? '';
      expectThat(said.startsWith('Not added'), `told: ${said}`);
    }
  }),
  before('a channel without Embed Links', async (stage) => {
    const { discord } = stage;
    const channel = discord.addChannel('bare');
    discord.withhold(channel, PERMISSION.embedLinks);
    const { content } = await discord.replyTo(discord.say(mention(stage), { channel }));
    expectThat(content.includes('Northwestern'), `answered with: ${content}`);
  }),
  ...(['archived', 'locked'] as const).map((how) =>
    before(`a thread that is ${how}`, async (stage) => {
      const { discord } = stage;
      const channel = discord.addThread(how);
      discord.closeThread(channel, how);
      discord.say(mention(stage), { channel });
      const told = await discord.slash('ask', { question: QUESTION }, { channel }).answered;
      expectThat((told.flags & 64) !== 0, 'a closed thread was written to');
    }),
  ),
  before('a server that removes the bot, and one that is away', ({ discord }) => {
    discord.removeBot(discord.addGuild('left'));
    discord.loseGuild(discord.addGuild('away'));
  }),
];
