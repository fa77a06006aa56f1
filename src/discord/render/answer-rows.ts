/** What can be done with an answer: open a source, ask further, see why, say whether it helped. */
import { type APISelectMenuOption, ButtonStyle, ComponentType } from 'discord.js';
import type { Answer, Source } from '../../answer-types.ts';
import { pathOf } from '../../blocks.ts';
import type { Asked } from '../asking/asked.ts';
import { articleKey, customId, passageKey, placeOf } from '../custom-id.ts';
import type { Texts } from '../texts/en.ts';
import { cut, LIMITS } from './limits.ts';
import { oneLine } from './markdown.ts';
import type { Row } from './rendered.ts';

export function answerRows(
  answer: Answer,
  asked: Asked,
  texts: Texts,
  findArticle: (id: string) => Source | null,
  { isUnasked, isKept, stopKey }: QuestionState,
): readonly Row[] {
  const options = sourceOptions(answer, texts, findArticle);
  return [
    ...(stopKey === null ? [] : [stopRow(stopKey, texts)]),
    ...(options.length > 0 ? [sourceMenu(options, texts)] : []),
    buttons(answer, asked, texts, isUnasked),
    ...(isKept ? [keptRow(texts)] : []),
  ];
}

/** What the bot has noted of a question. */
export interface QuestionState {
  /** True where nobody asked it. */
  readonly isUnasked: boolean;
  /** True where it is kept among those without an answer. */
  readonly isKept: boolean;
  /** Null where nothing is being written. */
  readonly stopKey: string | null;
}

const buttonRow = (
  ...buttons: readonly (readonly [kind: 'follow' | 'unkeep' | 'tell', label: string])[]
): Row => ({
  type: ComponentType.ActionRow,
  components: buttons.map(([kind, label]) => ({
    type: ComponentType.Button,
    custom_id: customId(kind),
    label,
    style: ButtonStyle.Secondary,
  })),
});

const stopRow = (key: string, { answer }: Texts): Row => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.Button,
      custom_id: customId('stop', key),
      label: answer.stop,
      style: ButtonStyle.Danger,
    },
  ],
});

const keptRow = ({ answer, editing }: Texts): Row =>
  buttonRow(['tell', editing.tellMe], ['unkeep', answer.unkeep]);

const sourceMenu = (options: APISelectMenuOption[], texts: Texts): Row => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      custom_id: customId('source'),
      placeholder: texts.answer.sources,
      options,
    },
  ],
});

/** What is left to do where nothing was found and little is to be said. */
export const briefRows = (texts: Texts, { isKept }: QuestionState): readonly Row[] => [
  buttonRow(['follow', texts.answer.followUp]),
  ...(isKept ? [keptRow(texts)] : []),
];

function buttons({ index, articles }: Answer, { about }: Asked, { answer }: Texts, isUnasked: boolean): Row {
  const button = (
    id: string,
    label: string,
    style: Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>,
  ) => ({
    type: ComponentType.Button as const,
    custom_id: id,
    label,
    style,
  });
  return {
    type: ComponentType.ActionRow,
    components: [
      button(customId('follow'), answer.followUp, ButtonStyle.Primary),
      // A list of articles is no choice among passages, and what a message asked is not kept.
      ...(articles === undefined && about === null
        ? [button(customId('why', index), answer.why, ButtonStyle.Secondary)]
        : []),
      ...(isUnasked
        ? [
            button(customId('solved'), answer.solved, ButtonStyle.Success),
            button(customId('unsolved'), answer.unsolved, ButtonStyle.Secondary),
          ]
        : [
            button(customId('helpful'), answer.helpful, ButtonStyle.Secondary),
            button(customId('unhelpful'), answer.unhelpful, ButtonStyle.Secondary),
          ]),
    ],
  };
}

/** Each quoted passage, then reprints and what else was found, an article once. */
function sourceOptions(
  { evidence, passages, articles: listed = [] }: Answer,
  texts: Texts,
  findArticle: (id: string) => Source | null,
): APISelectMenuOption[] {
  const options = new Map<string, APISelectMenuOption>();
  const articles = new Set<string>();
  const add = (source: Source, place: number, headings: readonly string[], isQuoted: boolean): void => {
    const value = passageKey(source.id, place);
    if (options.size === LIMITS.selectOptions || options.has(value)) return;
    articles.add(articleKey(source.id));
    const about = [source.date ?? '', isQuoted ? texts.answer.quoted : '', pathOf(headings)];
    const description = about.map(oneLine).filter(Boolean).join(' · ');
    options.set(value, {
      label: cut(oneLine(source.title) || oneLine(source.id) || '—', LIMITS.choice),
      value,
      ...(description !== '' && { description: cut(description, LIMITS.choice) }),
    });
  };
  const addArticle = (source: Source | null, place: number, headings: readonly string[]): void => {
    if (source !== null && !articles.has(articleKey(source.id))) add(source, place, headings, false);
  };
  for (const article of listed) addArticle(article, 1, []);
  for (const { article, passage, headings } of evidence) add(article, placeOf(passage), headings, true);
  for (const { alsoIn } of evidence) for (const reprint of alsoIn) addArticle(reprint, 1, []);
  for (const { article, id, headings } of passages) addArticle(findArticle(article), placeOf(id), headings);
  return [...options.values()];
}
