import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QuestionFileError, readQuestions, readSquad } from '../../src/evaluation/question-file.ts';
import { makeFolder } from '../temporary-folder.ts';

const write = (name: string, content: string): string => join(makeFolder({ [name]: content }), name);
const line = (fields: object): string => `${JSON.stringify(fields)}\n`;

describe('a file of questions', () => {
  it('is read line by line', () => {
    const path = write(
      'questions.jsonl',
      line({
        id: 'q1',
        lang: 'en',
        type: 'when',
        question: 'When?',
        relevant: ['a'],
        answers: ['May'],
        date: '2024-05',
      }) +
        '\n  \n' +
        line({ id: 2, lang: 'zh', type: 'who', question: '谁？', relevant: [] }),
    );
    expect(readQuestions(path)).toEqual([
      {
        id: 'q1',
        language: 'en',
        type: 'when',
        question: 'When?',
        relevant: ['a'],
        answers: ['May'],
        date: '2024-05',
      },
      { id: '2', language: 'zh', type: 'who', question: '谁？', relevant: [], answers: [], date: null },
    ]);
  });

  it('needs no id and no type', () => {
    const path = write('questions.jsonl', line({ question: 'Why?', relevant: ['a'] }));
    expect(readQuestions(path)).toMatchObject([{ id: `${path}:1`, type: 'other' }]);
  });

  it('that is empty holds no question', () => {
    expect(readQuestions(write('questions.jsonl', '\n\n'))).toEqual([]);
  });

  it.each([
    ['no JSON', '{"question": "Why?"', 'not JSON'],
    ['no question', '{"relevant": []}', 'no question or no relevant'],
    ['no relevant', '{"question": "Why?"}', 'no question or no relevant'],
    ['a relevant that is no list', '{"question": "Why?", "relevant": "a"}', 'no question or no relevant'],
  ])('with %s is refused, with the line and what was expected', (_, broken, reason) => {
    const path = write('questions.jsonl', line({ question: 'Who?', relevant: [] }) + broken);
    const read = () => readQuestions(path);
    expect(read).toThrow(QuestionFileError);
    expect(read).toThrow(`${path}:2: ${reason}; expected {"id", "lang", "type", "question", "relevant": […]`);
  });

  it('that is not there is named', () => {
    const path = join(makeFolder(), 'nowhere.jsonl');
    expect(() => readQuestions(path)).toThrow(QuestionFileError);
    expect(() => readQuestions(path)).toThrow(path);
  });
});

const SQUAD = {
  version: '1.1',
  data: [
    {
      title: 'Bridges',
      paragraphs: [
        {
          context: 'The bridge opened in May.',
          qas: [
            // Several people gave the same answer.
            {
              id: 's1',
              question: 'When did it open?',
              answers: [{ text: 'May' }, { text: 'May' }, { text: 'in May' }],
            },
            { id: 's2', question: '什么时候通车？', answers: [{ text: 'May' }] },
          ],
        },
        { context: 'A ferry sank.', qas: [] },
      ],
    },
    { paragraphs: [{ context: '面包店开业。', qas: [{ id: 's3', question: 'Who?' }] }] },
  ],
};

describe('a set in the SQuAD format', () => {
  it('becomes a corpus of its paragraphs, and questions about them', () => {
    const folder = join(makeFolder(), 'squad');
    const { questions, corpus } = readSquad(write('bridges.json', JSON.stringify(SQUAD)), folder);
    expect(corpus).toBe(join(folder, 'bridges.jsonl'));
    const articles = readFileSync(corpus, 'utf8').trimEnd().split('\n');
    expect(articles.map((article) => JSON.parse(article))).toEqual([
      { id: '1/1', title: 'Bridges', text: 'The bridge opened in May.' },
      { id: '1/2', title: 'Bridges', text: 'A ferry sank.' },
      { id: '2/1', title: '', text: '面包店开业。' },
    ]);
    const shared = { type: 'other', date: null };
    expect(questions).toEqual([
      {
        ...shared,
        id: 's1',
        language: 'en',
        question: 'When did it open?',
        relevant: ['1/1'],
        answers: ['May', 'in May'],
      },
      {
        ...shared,
        id: 's2',
        language: 'zh',
        question: '什么时候通车？',
        relevant: ['1/1'],
        answers: ['May'],
      },
      { ...shared, id: 's3', language: 'en', question: 'Who?', relevant: ['2/1'], answers: [] },
    ]);
  });

  it('leaves an unchanged corpus as it is, so that its index stays current', () => {
    const path = write('bridges.json', JSON.stringify(SQUAD));
    const folder = makeFolder();
    const { corpus } = readSquad(path, folder);
    utimesSync(corpus, 1_000, 1_000);
    readSquad(path, folder);
    expect(statSync(corpus).mtimeMs).toBe(1_000_000);
  });

  it.each([
    ['no JSON', '{"data": ['],
    ['no data', '{"questions": []}'],
  ])('with %s is refused, and no corpus is written', (_, content) => {
    const path = write('broken.json', content);
    const folder = join(makeFolder(), 'squad');
    const read = () => readSquad(path, folder);
    expect(read).toThrow(QuestionFileError);
    expect(read).toThrow(`${path}: expected a SQuAD-format JSON file`);
    expect(existsSync(folder)).toBe(false);
  });

  it('that is not there is named', () => {
    const path = join(makeFolder(), 'nowhere.json');
    expect(() => readSquad(path, makeFolder())).toThrow(`${path} cannot be read`);
  });
});
