/** The sets that everything is fitted on; each counts the same, however many questions it has. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldQuestion, readQuestions, readSquad } from '../../src/evaluation/question-file.ts';
import { UsageError } from '../../src/terminal/command.ts';
import { MORE_QUESTIONS, NEWS_QUESTIONS, writeSignings } from './signings.ts';

export interface FitSet {
  readonly questions: readonly GoldQuestion[];
  readonly corpus: string;
  /** Whether its articles are paragraphs one after the other, or have headings, lists, tables and code. */
  readonly kind: 'plain' | 'structured';
  /** False for what the default model was trained on: how near its vectors stand there tells nothing about other texts. */
  readonly ranks: boolean;
}

/** Of a set that is large enough, every third question. */
const SHARE_OF_CMRC = 3;

/** `folder` gets the corpora that are made of the data. Throws {@link UsageError} where a file is missing. */
export function readFitSets(data: string, folder: string): Record<string, FitSet> {
  const path = (...parts: string[]): string => {
    const file = join(data, ...parts);
    if (!existsSync(file)) throw new UsageError(`Expected the evaluation data in ${data}, found no ${file}.`);
    return file;
  };
  const own = (name: string) => readQuestions(join('tests', 'questions', `${name}.jsonl`));
  const guide = (name: string): FitSet => ({
    questions: readQuestions(path('docs', name, 'questions.jsonl')),
    corpus: path('docs', name, 'pages'),
    kind: 'structured',
    ranks: true,
  });
  const articles = path('signing', 'articles.jsonl');
  const signings = join(folder, 'signings.jsonl');
  writeSignings(data, signings);
  const cmrc = readSquad(path('cmrc2018', 'trial.json'), folder);
  return {
    signing: {
      questions: readQuestions(path('signing', 'questions.jsonl')),
      corpus: articles,
      kind: 'plain',
      ranks: true,
    },
    signingMore: { questions: readQuestions(MORE_QUESTIONS), corpus: articles, kind: 'plain', ranks: true },
    news: { questions: readQuestions(NEWS_QUESTIONS), corpus: signings, kind: 'plain', ranks: true },
    djsguide: guide('djsguide'),
    handbook: guide('handbook'),
    koishi: guide('koishi'),
    server: { questions: own('server'), corpus: 'corpus', kind: 'structured', ranks: true },
    cmrc: {
      questions: cmrc.questions.filter((_, i) => i % SHARE_OF_CMRC === 0),
      corpus: cmrc.corpus,
      kind: 'plain',
      ranks: false,
    },
    encyclopedia: {
      questions: own('encyclopedia-in-english'),
      corpus: cmrc.corpus,
      kind: 'plain',
      ranks: false,
    },
  };
}
