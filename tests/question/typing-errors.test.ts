import { describe, expect, it } from 'vitest';
import { mendTyping, type Vocabulary } from '../../src/question/talk/typing-errors.ts';
import { stem } from '../../src/text/stems.ts';

function vocabularyOf(...words: string[]): Vocabulary {
  const stems = new Map(words.map((word) => [stem(word.toLowerCase()), word]));
  return {
    has: async (root) => stems.has(root),
    beginningWith: async (letters) => [...stems.keys()].filter((root) => root.startsWith(letters)),
    spellingOf: async (root) => stems.get(root) ?? null,
  };
}

const TEXTS = vocabularyOf('Tamsworth', 'Harlbury', 'university', 'Brenning', 'Brenling', 'speed');

describe('mendTyping', () => {
  it.each([
    ['when did Harlbruy open?', 'when did Harlbury open?'],
    ['who leads Tmasworth', 'who leads Tamsworth'],
    ['the Univeristy of Tamswrth', 'the university of Tamsworth'],
    ['Tamsworht和谁签约', 'Tamsworth和谁签约'],
  ])('reads %j as %j', async (text, meant) => {
    expect((await mendTyping(text, TEXTS)).text).toBe(meant);
  });

  it.each([
    // As far from the one as from the other.
    'who leads Brenwing',
    // Words of the language, and short ones.
    'where is the umbrella',
    'who spied on the mill',
    'what does Harb cost',
    'Harlbury 2024',
    'model Tamsw0rth',
  ])('leaves %j alone', async (text) => {
    expect(await mendTyping(text, TEXTS)).toEqual({ text, words: [] });
  });
});
