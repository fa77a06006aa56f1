import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/question/language.ts';
import { MAX_QUESTION_CHARACTERS, noteOn, readQuestion } from '../../src/question/question.ts';
import { runs } from '../runs.ts';

describe('the language of a question', () => {
  it.each([
    ['who signed with Liaoning and when', 'en'],
    ['Where is Huo Bugang mentioned?', 'en'],
    ['谁和辽宁签了约，什么时候？', 'zh'],
    ['遼寧跟哪所大學簽了協議', 'zh'],
    // The names are Chinese, the sentence is English.
    ['西工大 signed with which province?', 'en'],
    ['When did 临江大学 sign?', 'en'],
    // The name is in Latin letters, the sentence is Chinese.
    ['LGC和谁签约了', 'zh'],
    ['MODI Plus是哪家公司的', 'zh'],
    ['2024', 'en'],
    ['', 'en'],
  ])('of "%s" is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('the kinds of fact asked for', () => {
  it.each([
    ['who signed the lease', ['who']],
    ['Whose bridge is it', ['who']],
    ['Which company built the bridge?', ['who']],
    ['when did it open', ['when']],
    ['In which year was the bridge built?', ['when']],
    ['where is the bridge', ['where']],
    ['how many students came', ['number']],
    ['tell me about the bridge', ['what']],
    ['谁签的', ['who']],
    ['誰簽的', ['who']],
    ['哪家公司建的桥', ['who']],
    ['何时通车', ['when']],
    ['几月几号通车', ['when']],
    ['桥在哪里', ['where']],
    ['哪個城市有橋', ['where']],
    ['花了多少钱', ['number']],
    ['What was the total value of the bridge contract?', ['number']],
    ['what fee do drivers pay', ['number']],
    ['What is the first payment for the bridge?', ['number']],
    ['Which company signed an investment agreement?', ['who']],
    ['大桥的面积？', ['number']],
    ['在哪家酒店举办', ['where']],
    ['公司CEO是谁', ['who']],
    ['which airline flies there', ['who']],
    ['几家公司参加', ['number']],
    ['大桥的承建对方是？', ['who']],
    ['代表公司签字的人', ['who']],
    ['the other party to the bridge contract', ['who']],
    ['Which central state firms did it sign with?', ['who']],
    ['大桥开业日', ['when']],
    ['大桥几时通车', ['when']],
    ['how soon will it open', ['when']],
    ['大桥成立于？', ['when']],
    ['公司总部', ['where']],
    ['大桥签约地', ['where']],
    ['which river basin does it cross', ['where']],
    ['number of employees', ['number']],
    ['公司估值', ['number']],
    ['为什么时人反对建桥', ['what']],
    ['桥上的积水如何处理', ['what']],
    ['大桥收录在哪本书里', ['what']],
    ['玩家用什么泡封敌人', ['what']],
    ['《BIG EATER》是哪年的作品', ['when']],
    ['Which city did the bridge company sign with the day before?', ['who']],
    ['Which University of Yunhe professor spoke?', ['who']],
    ['Haitang rank in 2023', ['number']],
    ['the summit where both sides signed, date?', ['when']],
    ['Where did Haitang rank in 2023?', ['number']],
    ['How much is the fee for people who live there?', ['number']],
    ['What prize did Haitang win?', ['what']],
    ['海棠的虚拟人叫什么', ['what']],
    ['介绍一下大桥', ['what']],
  ])('are read from "%s"', (text, kinds) => {
    expect(readQuestion(text)?.kinds).toEqual(kinds);
  });

  it.each([
    ['who signed with Liaoning and when', ['who', 'when']],
    ['When and by whom was the bridge built?', ['when', 'who']],
    ['谁和辽宁签了约，什么时候？', ['who', 'when']],
    ['大桥什么时候通车，谁建的？', ['when', 'who']],
    ['谁在哪里什么时候签了多少钱', ['who', 'where', 'when', 'number']],
  ])('come in the order of the question: "%s"', (text, kinds) => {
    expect(readQuestion(text)?.kinds).toEqual(kinds);
  });

  it('are at least one, and none twice, whatever is asked', () => {
    const part = fc.constantFrom(
      'who',
      '谁',
      'when',
      '何时',
      'where',
      '哪里',
      'how many',
      '多少',
      'bridge',
      '大桥',
      '?',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const question = readQuestion(`${parts.join(' ')} Liaoning`)!;
        expect(question.kinds.length).toBeGreaterThan(0);
        expect(new Set(question.kinds).size).toBe(question.kinds.length);
        expect(question.kinds.includes('what')).toBe(
          parts.every((word) => ['bridge', '大桥', '?'].includes(word)),
        );
      }),
      runs(50),
    );
  });
});

describe('a question without words', () => {
  it.each(['', '   ', '？！……', 'who?', '\u200b'])('is not read: "%s"', (text) => {
    expect(readQuestion(text)).toBeNull();
    expect(noteOn(text)).toBe('There is nothing to look up in this question: write it with words.');
  });

  it('is one no longer when a word comes with the emoji', () => {
    expect(readQuestion('😀 bridge')?.terms.size).toBe(1);
    expect(noteOn('😀 bridge')).toBeNull();
  });
});

describe('a long question', () => {
  it('is cut at 1,000 characters, and the person is told', () => {
    expect(MAX_QUESTION_CHARACTERS).toBe(1_000);
    const text = '桥'.repeat(10_000);
    expect(readQuestion(text)?.text).toBe('桥'.repeat(1_000));
    expect(noteOn(text)).toBe('The question has 10000 characters; only the first 1000 were used.');
  });

  it.each([
    [999, null],
    [1_000, null],
    [1_001, 'The question has 1001 characters; only the first 1000 were used.'],
  ])('of %i characters', (length, note) => {
    for (const character of ['桥', 'x', '𠮷']) {
      const text = character.repeat(length);
      expect([...readQuestion(text)!.text]).toHaveLength(Math.min(length, 1_000));
      expect(noteOn(text)).toBe(note);
    }
  });

  it('is not made long by the white space around it', () => {
    const text = `\n ${'桥'.repeat(1_000)} \n`;
    expect(readQuestion(text)?.text).toBe('桥'.repeat(1_000));
    expect(noteOn(text)).toBeNull();
  });

  it('is never cut inside a character', () => {
    const unit = fc.constantFrom('桥', '𠮷', '😀', 'x', ' ');
    fc.assert(
      // Only what stands around the thousandth character matters; one long word before it is read quickly.
      fc.property(fc.string({ unit, minLength: 10, maxLength: 30 }), (text) => {
        expect(readQuestion(`桥${'x'.repeat(980)}${text}`)?.text).not.toMatch(/\p{Surrogate}/u);
      }),
      runs(30),
    );
  });
});

describe('the terms of a question', () => {
  it('are the same for Traditional and Simplified characters', () => {
    expect(readQuestion('遼寧跟哪所大學簽了協議')?.terms).toEqual(
      readQuestion('辽宁跟哪所大学签了协议')?.terms,
    );
  });

  it('leave out the words that ask', () => {
    const terms = readQuestion('谁和辽宁签了约，什么时候？')!.terms;
    expect(terms.has('辽宁')).toBe(true);
    for (const word of ['谁', '什么', '时候', '和']) expect(terms.has(word)).toBe(false);
  });
});
