import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/question/talk/message.ts';

const TODAY = '2024-05-20';

describe('readMessage', () => {
  it.each([
    ['HELLO!!!', 'greeting'],
    ['hellooooo 👋', 'greeting'],
    ['thnaks a lot', 'thanks'],
    ['good mornign everyone', 'greeting'],
    ['hi bot, how are you?', 'small-talk'],
    ['ok thanks, bye', 'thanks'],
    ['<@123456> hi', 'greeting'],
    ['👍', 'small-talk'],
    ['?', 'about-the-bot'],
    ['hey, what can you do?', 'about-the-bot'],
    ['謝謝你！', 'thanks'],
    ['早上好，各位', 'greeting'],
    ['哈哈哈哈', 'small-talk'],
    ['你好，你是谁？', 'about-the-bot'],
    ['hi, how many articles do you have?', 'about-the-collection'],
    ['when does the mill open?', 'question'],
    ['', 'question'],
    ['!!!', 'question'],
  ])('takes %j for %s', (text, intent) => {
    expect(readMessage(text, TODAY).intent).toBe(intent);
  });

  it.each([
    ['hi, when does the mill open? thanks', 'when does the mill open?'],
    ['hi when does the mill open', 'when does the mill open'],
    ["hello, i'm new here. where is the mill?", 'where is the mill?'],
    ['你好，磨坊几点开门？谢谢', '磨坊几点开门？'],
    ['请问磨坊几点开门', '磨坊几点开门'],
    ['大佬们好，想问下磨坊几点开门呀', '磨坊几点开门呀'],
    ['WHEN DOES THE MILL OPEN?', 'when does the mill open?'],
    ['NASA MOU DATE', 'NASA MOU DATE'],
    // What a greeting is part of stays whole.
    ['hello kitty mugs', 'hello kitty mugs'],
    ['Who thanked the miller?', 'Who thanked the miller?'],
    ['help me find the mill', 'help me find the mill'],
    ['早期的磨坊在哪里', '早期的磨坊在哪里'],
  ])('asks of %j %j', (text, asked) => {
    expect(readMessage(text, TODAY).asked).toBe(asked);
  });

  it.each([
    ['which articles mention the old mill?', 'the old mill', null],
    ['any posts about Holm from 2023?', 'Holm', { from: '2023-01-01', to: '2023-12-31' }],
    ['list all articles of 2023', null, { from: '2023-01-01', to: '2023-12-31' }],
    ['有没有关于磨坊的文章', '磨坊', null],
    ['2023年有哪些文章？', null, { from: '2023-01-01', to: '2023-12-31' }],
  ])('reads subject and time of %j', (text, about, period) => {
    expect(readMessage(text, TODAY).wish).toMatchObject({ about, period });
  });
});
