import { describe, expect, it } from 'vitest';
import { isThanks, namesBot, ownWords } from '../../../src/discord/asking/mention.ts';

describe('a message', () => {
  it.each([
    ['<@1> who signed?', 'who signed?'],
    ['<@!1> who  signed?', 'who signed?'],
    ['who signed, <@1>, and when?', 'who signed, , and when?'],
    ['<@1> <@&2> <#3>', ''],
    ['> somebody said\n<@1> who signed?', 'who signed?'],
    ['a > b <@1>', 'a > b'],
    ['>>> quoted\nto the end', ''],
  ])('%j says %j in its own words', (content, words) => {
    expect(ownWords(content)).toBe(words);
  });

  it.each(['<@1>', 'who, <@!1>?', '> quoted\n<@1>'])('%j names the bot', (content) => {
    expect(namesBot(content, '1')).toBe(true);
  });

  it.each(['who signed?', '<@12> who?', '> <@1> who?\nI wonder too', '>>> quoted\n<@1> who?'])(
    '%j does not',
    (content) => {
      expect(namesBot(content, '1')).toBe(false);
    },
  );

  it.each(['thanks', 'Thank you!!', 'ok 👍', '谢谢。', '謝謝', '好的'])('%j says thanks', (words) => {
    expect(isThanks(words)).toBe(true);
  });

  it.each(['thanks, and when?', '谢谢，那是什么时候？', 'okra?', ''])('%j asks', (words) => {
    expect(isThanks(words)).toBe(false);
  });
});
