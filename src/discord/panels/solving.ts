/** What happens below an answer to a post: solved, or handed over; and the panel that sets both. */
import { ButtonStyle, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { HelperRole } from '../../storage/choice-state.ts';
import { customId } from '../custom-id.ts';
import { cut, LIMITS } from '../render/limits.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { type Rendered, type Row, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';

/** A forum with the tags that it has. */
export interface Forum {
  readonly id: string;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

/** `forum` is null where none was chosen. */
export function renderSolving(
  forum: Forum | null,
  solvedTag: string | null,
  helpers: HelperRole | null,
  { solving }: Texts,
): Rendered {
  const tag = forum?.tags.find(({ id }) => id === solvedTag)?.name ?? null;
  const lines = [
    solving.intro,
    forum === null
      ? solving.noForum
      : solving.tag(`<#${forum.id}>`, tag === null ? solving.none : escapeText(oneLine(tag))),
    solving.helpers(helpers === null ? solving.none : `<@&${helpers.role}>`),
    ...(helpers === null ? [] : [helpers.isPinged ? solving.pinged : solving.notPinged]),
  ];
  const roles =
    helpers === null ? [] : [{ id: helpers.role, type: SelectMenuDefaultValueType.Role as const }];
  return {
    ...renderNotice(lines.join('\n')),
    components: [
      ...(forum === null || forum.tags.length === 0
        ? []
        : [tagRow(forum, solvedTag, solving.tagPlaceholder)]),
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.RoleSelect,
            custom_id: customId('helpers'),
            placeholder: solving.helpersPlaceholder,
            min_values: 0,
            max_values: 1,
            default_values: roles,
          },
        ],
      },
      ...(helpers === null ? [] : [pingRow(helpers, { solving })]),
    ],
  };
}

function tagRow({ id: forum, tags }: Forum, chosen: string | null, placeholder: string): Row {
  const options = tags.slice(0, LIMITS.selectOptions).map(({ id, name }) => ({
    label: cut(oneLine(name) || '—', LIMITS.choice),
    value: id,
    default: id === chosen,
  }));
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: customId('tag', forum),
    placeholder,
    options,
  };
  return { type: ComponentType.ActionRow, components: [{ ...menu, min_values: 0, max_values: 1 }] };
}

const pingRow = ({ isPinged }: HelperRole, { solving }: Pick<Texts, 'solving'>): Row => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: customId('pings'),
      label: isPinged ? solving.stopPings : solving.startPings,
    },
  ],
});
