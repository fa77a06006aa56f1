/** `/status`, `/help` and `/privacy`: what the bot tells of itself. */
import { InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { LibraryStatus } from '../../library.ts';
import { titlesAt } from '../asking/titles-at.ts';
import { type Answerable, respond, textsFor } from '../connection/interaction.ts';
import type { Context } from '../context.ts';
import { forgetRow } from '../panels/admin.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { COLOR, type Rendered, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { localizations } from '../texts/locale.ts';
import type { SlashCommand } from './command.ts';

export const STATUS = tell(
  'status',
  '状态',
  ['How old the articles are', '文章有多新'],
  async (texts, context, interaction) => {
    const status = context.catalog.status();
    if (status === null) return renderNotice(texts.notices.preparing);
    const { count } = await titlesAt(interaction, context);
    return renderStatus(status, count(), texts);
  },
);

export const HELP = tell('help', '帮助', ['How to ask', '怎样提问'], ({ help }, { inviteLink }) =>
  renderList(help.title, [
    help.answers,
    help.languages,
    help.lists,
    help.ask,
    help.mention,
    help.followUp,
    help.message,
    help.tellMe,
    help.articles,
    help.other,
    help.invite(inviteLink()),
  ]),
);

export const PRIVACY = tell(
  'privacy',
  '隐私',
  ['What is kept', '保存了什么'],
  (texts, { sendsTo, keepsAt }, { memberPermissions }) => {
    const { title, nobody, kept, notKept, articles, learned, own, memory, local, sent, shared, reset, left } =
      texts.privacy;
    const list = renderList(title, [
      nobody,
      kept,
      notKept,
      articles,
      learned,
      own,
      memory,
      sendsTo === null ? local : sent(sendsTo),
      ...(keepsAt === null ? [] : [shared(keepsAt)]),
      reset,
      left,
    ]);
    const mayManage = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    return mayManage ? { ...list, components: [forgetRow(texts)] } : list;
  },
);

/** A command that answers at once, to that person alone. */
function tell(
  name: string,
  chineseName: string,
  [description, chineseDescription]: readonly [string, string],
  render: (texts: Texts, context: Context, interaction: Answerable) => Rendered | Promise<Rendered>,
): SlashCommand {
  return {
    data: {
      name,
      name_localizations: localizations(name, chineseName),
      description,
      description_localizations: localizations(description, chineseDescription),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    },
    run: async (interaction, context) =>
      respond(interaction, await render(textsFor(interaction), context, interaction)),
  };
}

function renderList(title: string, lines: readonly string[]): Rendered {
  const description = lines.map((line) => `- ${line}`).join('\n');
  return { embeds: [{ color: COLOR.plain, title, description }] };
}

/** Of the articles only those that are seen where it was asked. */
function renderStatus({ builtAt, model, index }: LibraryStatus, articles: number, texts: Texts): Rendered {
  const { status } = texts;
  const lines = [
    // Not as a Discord timestamp, which shows another day to readers in another time zone.
    [status.indexed, `${builtAt.slice(0, 16).replace('T', ' ')} UTC`],
    [status.articles, String(articles)],
    [status.model, escapeText(oneLine(model))],
  ].map(([label, value]) => `${label} **${value}**`);
  return {
    embeds: [
      { color: COLOR.plain, title: status.title, description: lines.join('\n'), footer: { text: index } },
    ],
  };
}
