import { describe, expect, it } from 'vitest';
import { type NamedValue, readSets } from '../../src/evaluation/sets.ts';

/** Options as a command line names them: `corpus docs`. */
const options = (...given: string[]): NamedValue[] =>
  given.map((text) => {
    const [name, value] = text.split(' ') as [string, string];
    return { name, value };
  });

describe('the sets of a command line', () => {
  it('are one where there is one file of questions, whatever the order', () => {
    expect(readSets(options('corpus docs', 'questions faq.jsonl', 'corpus more'))).toEqual([
      { name: 'faq', path: 'faq.jsonl', format: 'questions', corpus: ['docs', 'more'] },
    ]);
  });

  it('have the corpus and name that stand behind their questions', () => {
    const sets = readSets(
      options('questions a.jsonl', 'corpus a', 'corpus b', 'squad c.json', 'questions d.jsonl', 'name rules'),
    );
    expect(sets).toEqual([
      { name: 'a', path: 'a.jsonl', format: 'questions', corpus: ['a', 'b'] },
      { name: 'c', path: 'c.json', format: 'squad', corpus: undefined },
      { name: 'rules', path: 'd.jsonl', format: 'questions', corpus: undefined },
    ]);
  });

  it('are named for the folder where the file is only called questions', () => {
    const sets = readSets(options('questions guide/questions.jsonl', 'questions rules/questions.jsonl'));
    expect(sets.map(({ name }) => name)).toEqual(['guide', 'rules']);
    expect(readSets(options('questions questions.jsonl'))[0]!.name).toBe('questions');
  });

  it.each([
    ['without questions', ['corpus docs'], 'Expected --questions FILE or --squad FILE.'],
    [
      'where an option belongs to none of several',
      ['corpus docs', 'questions a.jsonl', 'questions b.jsonl'],
      'Expected --corpus behind the --questions or --squad that it is of.',
    ],
    [
      'of one name',
      ['questions a/q.jsonl', 'questions b/q.jsonl'],
      'Two sets are named "q": put --name NAME',
    ],
    ['of a paragraph set with articles', ['squad a.json', 'corpus docs'], '--squad brings its own corpus'],
  ])('%s are refused', (_, given, message) => {
    expect(() => readSets(options(...given))).toThrow(message);
  });
});
