import { describe, expect, it } from 'vitest';
import { questionBesideMention } from '../../src/discord/mention.ts';

describe('questionBesideMention', () => {
  it.each([
    ['<@1> who signed?', 'who signed?'],
    ['<@!1> who signed?', 'who signed?'],
    ['who signed, <@1>, and when?', 'who signed, , and when?'],
    ['<@1>', ''],
    ['> somebody said\n<@1> who signed?', 'who signed?'],
    ['a > b <@1>', 'a > b'],
  ])('reads %j as %j', (content, question) => {
    expect(questionBesideMention(content, '1')).toBe(question);
  });

  it.each([
    'who signed?',
    '<@12> who signed?',
    '> <@1> who signed?\nI wonder too',
    '>>> quoted\n<@1> who signed?',
  ])('finds no mention of the bot by the person in %j', (content) => {
    expect(questionBesideMention(content, '1')).toBeNull();
  });
});
