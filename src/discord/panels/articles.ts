/** What those see who change the articles: lists, what was taken, changes, and the forms for writing. */
import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { ArticleChange } from '../../storage/article-state.ts';
import { customId, type Kind, textKey } from '../custom-id.ts';
import type { Entry } from '../editing/entries.ts';
import type { Taken } from '../editing/taking.ts';
import { cut, joinWithin, LIMITS } from '../render/limits.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { COLOR, type Rendered, type Row, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import type { Titles } from '../titles.ts';

/** Entries of a page: as many as a menu may have. */
const PAGE_SIZE = LIMITS.selectOptions;
const MAX_NAME = 100;
const MAX_REASON = 200;
/** What was taken and what was not; more is a number. */
const MAX_TOLD = 10;
/** Longest text that a form of Discord takes. */
const MAX_WRITTEN = 4_000;

const whose = (guildId: string | null): string => (guildId === null ? 'all' : 'here');
const shown = (name: string): string => escapeText(cut(oneLine(name) || '—', MAX_NAME));

/** Page `page`, from 1; `titles` are those that the index has, which tells whether an article was read. */
export function renderEntries(
  entries: readonly Entry[],
  page: number,
  guildId: string | null,
  titles: Titles,
  { editing }: Texts,
): Rendered {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const at = Math.max(1, Math.min(page, pages));
  const those = entries.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
  const described = those.map((entry) => ({ entry, ...describeEntry(entry, guildId, titles, editing) }));
  const lines = described.map(({ title, about }) => `- ${shown(title)} · ${about}`);
  const options = described.map(({ entry, title }) => ({
    label: cut(oneLine(title) || '—', LIMITS.choice),
    value: textKey(entry.name),
  }));
  return {
    embeds: [
      {
        color: COLOR.plain,
        title: guildId === null ? editing.listTitleAll : editing.listTitle,
        description: joinWithin(lines, '\n', LIMITS.embedDescription) || editing.none,
        footer: { text: editing.page(at, pages, entries.length) },
      },
    ],
    components: [
      ...(options.length === 0 ? [] : [menuRow(customId('remove', whose(guildId)), editing.remove, options)]),
      ...(pages > 1 ? [pageRow(at, pages, guildId, editing)] : []),
    ],
  };
}

function describeEntry(
  { name, source, files, changed }: Entry,
  guildId: string | null,
  titles: Titles,
  editing: Texts['editing'],
): { readonly title: string; readonly about: string } {
  if (files.length !== 1 || files[0] !== name) {
    const failing = source?.reason
      ? [editing.failing(escapeText(cut(oneLine(editing.reason(source.reason)), MAX_REASON)))]
      : [];
    return { title: name, about: [editing.ofSource(files.length, changed), ...failing].join(' · ') };
  }
  const id = (guildId === null ? '' : `servers/${guildId}/`) + name.replace(/\.[^./]+$/, '');
  const article = titles.byId(id);
  // A file of JSON Lines has many articles, under their own ids.
  const state =
    name.endsWith('.jsonl') || name.endsWith('.gz')
      ? []
      : [article === null ? editing.isNotRead : editing.isRead];
  return {
    title: article?.title ?? name,
    about: [...state, ...(changed === null ? [] : [editing.changed(changed)])].join(' · '),
  };
}

export function renderTaken(given: readonly Taken[], isAddress: boolean, { editing }: Texts): Rendered {
  const taken = given.flatMap((one) => one.taken);
  const left = given.flatMap((one) => one.left);
  const same = given.reduce((sum, one) => sum + one.same, 0);
  const lines = [
    ...(taken.length === 0
      ? []
      : [editing.taken(taken.slice(0, MAX_TOLD).map(shown), Math.max(0, taken.length - MAX_TOLD))]),
    ...(same === 0 ? [] : [editing.same(same)]),
    ...(left.length === 0
      ? []
      : [
          editing.left(
            left
              .slice(0, MAX_TOLD)
              .map((reason) => escapeText(cut(oneLine(editing.reason(reason)), MAX_REASON))),
            Math.max(0, left.length - MAX_TOLD),
          ),
        ]),
    ...(isAddress && taken.length > 0 ? [editing.keptUpToDate] : []),
  ];
  return renderNotice(joinWithin(lines, '\n', LIMITS.embedDescription - MAX_REASON));
}

/** The newest changes, and a menu to undo one. */
export function renderChanges(
  changes: readonly ArticleChange[],
  guildId: string | null,
  { editing }: Texts,
): Rendered {
  const those = changes.slice(0, PAGE_SIZE);
  const lineOf = ({ at, person, what, name }: ArticleChange): string =>
    `- ${at.slice(0, 16).replace('T', ' ')} UTC · ${byWhom(person)} ${editing.what[what]} **${shown(name)}**`;
  const options = those.map(({ id, at, what, name }) => ({
    label: cut(`${editing.what[what]} ${oneLine(name)}`, LIMITS.choice),
    value: String(id),
    description: `${at.slice(0, 16).replace('T', ' ')} UTC`,
  }));
  return {
    embeds: [
      {
        color: COLOR.plain,
        title: editing.changesTitle,
        description: joinWithin(those.map(lineOf), '\n', LIMITS.embedDescription) || editing.noChanges,
      },
    ],
    components:
      options.length === 0 ? [] : [menuRow(customId('changes', whose(guildId)), editing.undoOne, options)],
  };
}

/** What was removed, and the way back. */
export const renderRemoved = (
  { id, name }: ArticleChange,
  guildId: string | null,
  { editing }: Texts,
): Rendered => ({
  ...renderNotice(editing.removed(shown(name))),
  components: [
    {
      type: ComponentType.ActionRow,
      components: [button(customId('undo', whose(guildId), id), editing.undo, false)],
    },
  ],
});

export const WRITTEN = { title: 'title', text: 'text' } as const;

export const writeForm = (guildId: string | null, { editing: { form } }: Texts) =>
  modal(customId('write', whose(guildId)), form.title, [
    { label: form.name, input: input(WRITTEN.title, TextInputStyle.Short, 200) },
    { label: form.text, input: input(WRITTEN.text, TextInputStyle.Paragraph, MAX_WRITTEN) },
  ]);

/** For the answer to a question that had none. */
export const replyForm = (question: string, { editing: { reply } }: Texts) =>
  modal(customId('reply', textKey(question)), reply.title, [
    {
      label: reply.label,
      description: cut(oneLine(question), LIMITS.choice),
      input: input(WRITTEN.text, TextInputStyle.Paragraph, MAX_WRITTEN),
    },
  ]);

const input = (custom_id: string, style: TextInputStyle, max_length: number) => ({
  type: ComponentType.TextInput as const,
  custom_id,
  style,
  required: true,
  max_length,
});

const modal = (
  custom_id: string,
  title: string,
  fields: readonly {
    readonly label: string;
    readonly description?: string;
    readonly input: ReturnType<typeof input>;
  }[],
): APIModalInteractionResponseCallbackData => ({
  custom_id,
  title,
  components: fields.map(({ input: component, ...field }) => ({
    type: ComponentType.Label as const,
    ...field,
    component,
  })),
});

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

export const menuRow = (custom_id: string, placeholder: string, options: readonly Choice[]): Row => ({
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.StringSelect, custom_id, placeholder, options: [...options] }],
});

const button = (custom_id: string, label: string, disabled: boolean) => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Secondary as const,
  custom_id,
  label,
  disabled,
});

const pageRow = (
  page: number,
  pages: number,
  guildId: string | null,
  { previous, next }: Texts['editing'],
): Row => {
  const to = (place: number): string => customId('entries' satisfies Kind, whose(guildId), place);
  return {
    type: ComponentType.ActionRow,
    components: [button(to(page - 1), previous, page <= 1), button(to(page + 1), next, page >= pages)],
  };
};

/** A person of Discord by their name; what was changed elsewhere by what it was changed from. */
const byWhom = (person: string): string => (/^\d+$/.test(person) ? `<@${person}>` : person);
