import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/question/follow-up.ts';
import type { Question } from '../../src/question/question.ts';

const TODAY = '2024-06-01';
const read = (text: string, before?: string): Question => readFollowUp(text, before, TODAY)!;
/** The ways in which it may be meant, the likelier first, without double spaces. */
function ways(text: string, before: string): string[] {
  const texts: string[] = [];
  for (let way: Question | null = read(text, before); way !== null; way = way.otherwise)
    texts.push(way.text.replace(/\s+/g, ' '));
  return texts;
}

describe('a question of several parts', () => {
  it.each([
    [
      'What did the mill cost, who built it and when is it open?',
      ['What did the mill cost', 'who built it', 'when is it open?'],
    ],
    ['How do I join? And is there a fee?', ['How do I join', 'is there a fee?']],
    ['磨坊几点开门，儿童要买票吗？', ['磨坊几点开门', '儿童要买票吗']],
    ['磨坊是谁建的？还有门票多少钱', ['磨坊是谁建的', '门票多少钱']],
  ])('%s', (text, parts) => expect(read(text).parts.map(({ written }) => written)).toEqual(parts));

  it.each([
    'Who signed with Ossen and when?',
    'What are the hours in summer and in winter?',
    'The mill burned down in 1950, when was it built?',
    '谁和磨坊签约了，什么时候签的？',
    '磨坊和客栈的合作，磨坊这边是谁签的字？',
    '有人记得吗，磨坊是哪天开的',
  ])('leaves "%s" whole: it asks one thing, or of one thing', (text) => expect(read(text).parts).toEqual([]));

  it('asks each part for its own kind of fact', () => {
    const { parts } = read('Who built the mill and how long is it?');
    expect(parts.map(({ kinds }) => kinds)).toEqual([['who'], ['number']]);
  });

  it('takes "it" for what was named last, and other parts to be about what the first is about', () => {
    const { parts } = read('Who runs the inn, what does the mill cost and when was it built?');
    expect(parts[2]!.text).toContain('mill');
    expect(read('磨坊几点开门，谁点灯，门票多少钱？').parts[2]!.text).toContain('磨坊');
  });

  it('keeps at most four apart: the last has what is behind it', () => {
    const { parts } = read('Who built it? What did it cost? Where does he live? Is it open? Can I rent it?');
    expect(parts).toHaveLength(4);
    expect(parts[3]!.written).toBe('Is it open? Can I rent it?');
  });
});

describe('a comparison', () => {
  it.each([
    ['Which cost more, the mill or the inn?', ['the mill', 'the inn']],
    ['磨坊和客栈哪个更贵？', ['磨坊', '客栈']],
  ])('%s', (text, compared) => {
    const question = read(text);
    expect(question.compares).toBe(true);
    expect(question.parts.map(({ written }) => written)).toEqual(compared);
  });
});

describe('a question that goes on from another', () => {
  it.each([
    ['and who built it?', 'When was the old mill opened?', ['was the old mill opened and who built it?']],
    ['那是什么时候？', '谁和磨坊签约了？', ['和磨坊签约了 那是什么时候？']],
    ['双方谁签的字？', '谁和磨坊签约了？', ['和磨坊签约了 双方谁签的字？']],
  ])('%s after %s takes its words', (text, before, expected) => expect(ways(text, before)).toEqual(expected));

  it.each([
    ['what about the inn?', 'When was the old mill opened?', 'When was the inn opened?'],
    ['and the director?', 'Who is the mayor of Ossen?', 'Who is the director of Ossen?'],
    ['how about Birch Club', 'Who is the chair of the Alder Club?', 'Who is the chair of the Birch Club?'],
    ['那客栈呢？', '磨坊几点开门？', '客栈几点开门？'],
  ])('%s after %s asks the same of something else', (text, before, expected) => {
    expect(ways(text, before)[0]).toBe(expected);
    expect(read(text, before).kinds).toEqual(read(before).kinds);
  });

  it.each([
    ['and in 2024?', 'What was the fee in 2022?', '2022'],
    ['那2024年呢？', '2022年门票多少钱？', '2022'],
  ])('%s after %s asks the same of another time', (text, before, gone) => {
    expect(read(text, before).text).toContain('2024');
    expect(read(text, before).text).not.toContain(gone);
  });

  it('keeps the subject where a circumstance is added', () => {
    expect(read('and on Sundays?', 'When is the mill open?').text).toBe('When is the mill open on Sundays');
    expect(read('那周末呢', '磨坊几点关门').text).toBe('磨坊几点关门 周末');
  });

  it('may be about something else where it names that', () => {
    expect(ways('who is the head of the zoo?', 'When was the mill opened?')).toEqual([
      'was the mill opened who is the head of the zoo?',
      'who is the head of the zoo?',
    ]);
    // Who says who does what is likely to be about something else.
    expect(ways('can I bring my dog to the open air theatre?', 'When was the mill opened?')[0]).toBe(
      'can I bring my dog to the open air theatre?',
    );
  });

  it('may be about something else in Chinese, too, where it has a noun of its own', () => {
    expect(ways('年假几天', '产假多久').at(-1)).toBe('年假几天');
  });

  it('says nothing of its own by what its number is counted in', () =>
    expect([...read('灯会的门票多少钱').own.keys()]).not.toContain('钱'));

  it('asks for the kind that it says itself, however little that is', () =>
    expect(read('when is it?', 'What is the fee of the fair?').kinds).toEqual(['when']));

  it('stands alone where it names its subject again', () =>
    expect(ways('and who owns the mill?', 'When was the mill opened?')).toEqual(['and who owns the mill?']));

  it('goes on from the last question of a talk, which a new subject begins anew', () => {
    const talk = 'When was the mill opened?\nand who built it?';
    expect(read('what about the inn?', talk).text).toMatch(/inn.*who built it/);
    expect(read('what about the inn?', talk).text).not.toContain('mill');
    expect(read('what about the inn?', talk).kinds).toEqual(['who']);
    const other = 'When was the mill opened?\nCan I bring my dog to the open air theatre?';
    expect(read('and how much is it?', other).text).not.toContain('mill');
  });

  it('may be about something else where it is nothing but a name for it', () =>
    expect(ways('opening hours?', 'Who built the mill?').at(-1)).toBe('opening hours?'));
});
