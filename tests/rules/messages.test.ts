import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/question/talk/message.ts';
import { LANGUAGES } from '../../src/rules/languages.ts';

const TODAY = '2024-05-20';

describe.each(LANGUAGES)('small talk in $code', ({ talk }) => {
  const rows = talk.smallTalk.map((row) => ({ ...row, name: row.means }));

  it.each(rows)('$name is read from its examples', ({ pattern, examples }) => {
    expect(examples.filter((example) => !pattern.test(example))).toEqual([]);
  });

  it.each(rows.filter(({ means }) => means !== 'address'))('$name is what a whole message says', (row) => {
    const read = row.examples.map((example) => [example, readMessage(example, TODAY).talk]);
    expect(read).toEqual(row.examples.map((example) => [example, row.means]));
  });

  it.each(rows)('$name is not what looks like it', ({ not = [] }) => {
    expect(not.filter((text) => readMessage(text, TODAY).talk !== null)).toEqual([]);
  });
});

describe.each(LANGUAGES)('questions about the collection in $code', ({ talk }) => {
  it.each(talk.collection)('$means is read from $examples', ({ means, examples }) => {
    const read = examples.map((example) => [example, readMessage(example, TODAY).wish?.wants]);
    expect(read).toEqual(examples.map((example) => [example, means]));
  });

  it.each(talk.collection)('$means is not what looks like it', ({ not = [] }) => {
    expect(not.filter((text) => readMessage(text, TODAY).wish !== null)).toEqual([]);
  });

  it.each(talk.aroundTimes)('$examples stand beside times', ({ pattern, examples }) => {
    expect(examples.filter((text) => text.replace(pattern, '').trim() !== '')).toEqual([]);
  });

  it('knows what says that articles are of a time', () => {
    for (const { pattern, examples, not = [] } of talk.ofTimes) {
      expect(examples.filter((text) => !pattern.test(text))).toEqual([]);
      expect(not.filter((text) => pattern.test(text))).toEqual([]);
    }
  });
});
