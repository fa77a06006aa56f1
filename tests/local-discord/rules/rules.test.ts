import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.ts';
import { checkChoices } from './choices.ts';
import { checkCommandSet } from './command-set.ts';
import { errorBodyOf } from './error-body.ts';
import { checkMessage, type MessageBefore } from './message.ts';
import { MESSAGE_FLAG, type MessageKind } from './message-flags.ts';
import { checkModal } from './modal.ts';
import { OPTION } from './option-kinds.ts';
import { startingAt } from './place.ts';

/** Problems of a message, each as `path code`. */
function refusals(
  body: JsonObject,
  kind: MessageKind = 'create',
  before: MessageBefore | null = null,
): string[] {
  const place = startingAt();
  checkMessage(place, body, kind, before);
  return place.problems.map(({ path, code }) => `${path.join('.')} ${code}`.trim());
}

function commandRefusals(...commands: JsonObject[]): string[] {
  const place = startingAt();
  checkCommandSet(place, commands, false);
  return place.problems.map(({ path, code }) => `${path.join('.')} ${code}`.trim());
}

const button = (custom_id: string) => ({ type: 2, style: 1, label: 'x', custom_id });
const row = (...components: JsonObject[]) => ({ type: 1, components });
const buttons = (count: number) => Array.from({ length: count }, (_, index) => button(String(index)));
const x = (length: number) => 'x'.repeat(length);
const v2 = { flags: MESSAGE_FLAG.componentsV2 };

describe('a message', () => {
  it('has up to 2000 code points, however many units each takes', () => {
    expect(refusals({ content: x(2000) })).toEqual([]);
    expect(refusals({ content: '😀'.repeat(2000) })).toEqual([]);
    expect(refusals({ content: x(2001) })).toEqual(['content BASE_TYPE_MAX_LENGTH']);
  });

  it('is not empty', () => {
    expect(refusals({ content: ' ' })).toEqual(['50006']);
    expect(refusals({ embeds: [{ title: 'x' }] })).toEqual([]);
  });

  it('may lose its content in an edit only when something else is left', () => {
    const before = { content: 'x', embeds: [], components: [], flags: 0 };
    expect(refusals({ content: '' }, 'edit', before)).toEqual(['50006']);
    expect(refusals({ content: '' }, 'edit', { ...before, embeds: [{ title: 'x' }] })).toEqual([]);
    expect(refusals({ components: [] }, 'edit', before)).toEqual([]);
  });

  it('sets only the flags that its kind may set', () => {
    const flags = MESSAGE_FLAG.ephemeral;
    expect(refusals({ content: 'x', flags }, 'callback')).toEqual([]);
    expect(refusals({ content: 'x', flags }, 'create')).toEqual(['flags MESSAGE_FLAGS_INVALID']);
  });

  it('names nobody twice and nobody both ways in its allowed mentions', () => {
    const mentions = (allowed_mentions: JsonObject) => refusals({ content: 'x', allowed_mentions });
    expect(mentions({ parse: [], users: ['1'] })).toEqual([]);
    expect(mentions({ parse: ['users'], users: ['1'] })).toEqual([
      'allowed_mentions.parse MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ]);
    expect(mentions({ users: ['1', '1'] })).toEqual([
      'allowed_mentions.users SET_TYPE_ALREADY_CONTAINS_VALUE',
    ]);
  });
});

describe('embeds', () => {
  const total = (last: number) => [{ description: x(4096) }, { description: x(1900) }, { title: x(last) }];

  it('come to 6000 characters at most over all embeds', () => {
    expect(refusals({ embeds: total(4) })).toEqual([]);
    expect(refusals({ embeds: total(5) })).toEqual(['embeds MAX_EMBED_SIZE_EXCEEDED']);
  });

  it('number 10 at most', () => {
    expect(refusals({ embeds: Array(10).fill({ title: 'x' }) })).toEqual([]);
    expect(refusals({ embeds: Array(11).fill({ title: 'x' }) })).toEqual(['embeds BASE_TYPE_MAX_LENGTH']);
  });

  it('have fields with a name and a value', () => {
    expect(refusals({ embeds: [{ fields: [{ name: 'a', value: ' ' }] }] })).toEqual([
      'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH',
    ]);
  });

  it('link to the web only', () => {
    expect(refusals({ embeds: [{ title: 'x', url: 'file:///x' }] })).toEqual([
      'embeds.0.url URL_TYPE_INVALID_SCHEME',
    ]);
  });
});

describe('components', () => {
  it('stand in at most 5 rows of at most 5 buttons', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => row(button(String(index))));
    expect(refusals({ content: 'x', components: rows(5) })).toEqual([]);
    expect(refusals({ content: 'x', components: rows(6) })).toEqual(['components BASE_TYPE_MAX_LENGTH']);
    expect(refusals({ content: 'x', components: [row(...buttons(5))] })).toEqual([]);
    expect(refusals({ content: 'x', components: [row(...buttons(6))] })).toEqual([
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ]);
  });

  it('have custom ids that are unique and at most 100 long', () => {
    expect(refusals({ content: 'x', components: [row(button(x(100)))] })).toEqual([]);
    expect(refusals({ content: 'x', components: [row(button(x(101)))] })).toEqual([
      'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ]);
    expect(refusals({ content: 'x', components: [row(button('a'), button('a'))] })).toEqual([
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ]);
  });

  it('leave a select alone in its row', () => {
    const options = [{ label: 'a', value: 'a' }];
    const select = { type: 3, custom_id: 's', options };
    expect(refusals({ content: 'x', components: [row(select)] })).toEqual([]);
    expect(refusals({ content: 'x', components: [row(select, button('b'))] })).toEqual([
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ]);
  });

  it('show at most 4000 characters of text in a message of components, and no content beside them', () => {
    const texts = (...lengths: number[]) => lengths.map((length) => ({ type: 10, content: x(length) }));
    expect(refusals({ ...v2, components: texts(2000, 2000) })).toEqual([]);
    expect(refusals({ ...v2, components: texts(2000, 2001) })).toEqual([
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ]);
    expect(refusals({ ...v2, content: 'x', components: texts(1) })).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  it('number 40 at most in a message of components, nested ones included', () => {
    const container = (texts: number) => ({
      type: 17,
      components: Array(texts).fill({ type: 10, content: 'x' }),
    });
    expect(refusals({ ...v2, components: [container(39)] })).toEqual([]);
    expect(refusals({ ...v2, components: [container(40)] })).toEqual(['components BASE_TYPE_MAX_LENGTH']);
  });
});

describe('a modal', () => {
  it('has a title of up to 45 characters and up to 5 inputs', () => {
    const label = (custom_id: string) => ({
      type: 18,
      label: 'x',
      component: { type: 4, style: 1, custom_id },
    });
    const check = (title: string, inputs: number) => {
      const place = startingAt();
      const components = Array.from({ length: inputs }, (_, index) => label(String(index)));
      checkModal(place, { custom_id: 'm', title, components });
      return place.problems.map(({ path }) => path.join('.'));
    };
    expect(check(x(45), 5)).toEqual([]);
    expect(check(x(46), 5)).toEqual(['title']);
    expect(check('x', 6)).toEqual(['components']);
  });
});

describe('choices', () => {
  it('number 25 at most, with names and texts of up to 100', () => {
    const check = (count: number, length: number) => {
      const place = startingAt();
      const choices = Array.from({ length: count }, () => ({ name: x(length), value: x(length) }));
      checkChoices(place, { choices }, OPTION.string);
      return place.problems.map(({ path }) => path.join('.'));
    };
    expect(check(25, 100)).toEqual([]);
    expect(check(26, 1)).toEqual(['choices']);
    expect(check(1, 101)).toEqual(['choices.0.name', 'choices.0.value']);
  });
});

describe('commands', () => {
  const ask = { name: 'ask', description: 'x' };
  const text = (name: string, more: JsonObject = {}) => ({
    type: OPTION.string,
    name,
    description: 'x',
    ...more,
  });

  it('have lower-case names of up to 32 characters', () => {
    expect(commandRefusals({ ...ask, name: '提问' })).toEqual([]);
    expect(commandRefusals({ ...ask, name: x(32) })).toEqual([]);
    expect(commandRefusals({ ...ask, name: x(33) })).toEqual(['0.name APPLICATION_COMMAND_INVALID_NAME']);
    expect(commandRefusals({ ...ask, name: 'Ask' })).toEqual(['0.name APPLICATION_COMMAND_INVALID_NAME']);
  });

  it('put required options first', () => {
    const options = [text('a'), text('b', { required: true })];
    expect(commandRefusals({ ...ask, options: options.toReversed() })).toEqual([]);
    expect(commandRefusals({ ...ask, options })).toEqual([
      '0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ]);
  });

  it('are translated into languages that Discord has', () => {
    expect(commandRefusals({ ...ask, name_localizations: { 'zh-CN': '问' } })).toEqual([]);
    expect(commandRefusals({ ...ask, name_localizations: { zh: '问' } })).toEqual([
      '0.name_localizations.zh DICT_TYPE_UNKNOWN_KEY',
    ]);
  });

  it('come to 8000 characters at most, the longest translation counting', () => {
    const choices = Array.from({ length: 19 }, () => ({ name: x(100), value: x(100) }));
    const command = (last: number) => ({
      name: 'ask', // 3
      description: x(100), // 103
      options: [
        text('a', { choices }), // 103 + 1 + 1 + 3800 = 3905
        text('b', { choices }), // 7707
        text('c', { description: x(100) }), // 7808
        text('d', { description_localizations: { ko: x(100) } }), // 7909
        text('e', { description: x(last) }), // 7910 and the last description
      ],
    });
    expect(commandRefusals(command(90))).toEqual([]);
    expect(commandRefusals(command(91))).toEqual(['0 APPLICATION_COMMAND_TOO_LARGE']);
  });

  it('number 100 slash and 15 message commands at most', () => {
    const slash = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...ask, name: `a${index}` }));
    const menu = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ type: 3, name: `A ${index}` }));
    expect(commandRefusals(...slash(100), ...menu(15))).toEqual([]);
    expect(commandRefusals(...slash(101))).toEqual(['30032']);
    expect(commandRefusals(...menu(16))).toEqual(['30032']);
  });
});

describe('the body of a refusal', () => {
  it('is a tree along the fields, or the one error that stands alone', () => {
    const problem = {
      path: ['embeds', 0, 'title'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: 'Must be shorter.',
    };
    expect(errorBodyOf([problem])).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        embeds: {
          0: { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be shorter.' }] } },
        },
      },
    });
    const empty = { path: [], code: 50006, message: 'Cannot send an empty message' };
    expect(errorBodyOf([empty])).toEqual({ code: 50006, message: 'Cannot send an empty message' });
  });
});
