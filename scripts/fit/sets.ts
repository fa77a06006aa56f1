/** The sets that everything is fitted on; each counts the same, however many questions it has. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldQuestion, readQuestions, readSquad } from '../../src/evaluation/question-file.ts';
import { UsageError } from '../../src/terminal/command.ts';
import { MORE_QUESTIONS, NEWS_QUESTIONS, writeSignings } from './signings.ts';
import { divide } from './small.ts';

/** Questions, and the folder or file that they are asked of. */
export interface Asked {
  readonly questions: readonly GoldQuestion[];
  readonly corpus: string;
}

export interface FitSet extends Asked {
  /** Further folders that are asked for confidence only: a few of its articles each, as a small server has. */
  readonly small?: readonly Asked[];
  /** Whether its articles are paragraphs one after the other, or have headings, lists, tables and code. */
  readonly kind: 'plain' | 'structured';
  /** False for what the default model was trained on: how near its vectors stand there tells nothing about other texts. */
  readonly ranks: boolean;
}

/** Of sets that have more than enough, every so manieth question. */
const EVERY = { signingMore: 6, news: 2, cmrc: 4 } as const;
const thin = (questions: readonly GoldQuestion[], every: number): GoldQuestion[] =>
  questions.filter((_, i) => i % every === 0);

/** `folder` gets the corpora that are made of the data. Throws {@link UsageError} where a file is missing. */
export function readFitSets(data: string, folder: string): Record<string, FitSet> {
  const path = (...parts: string[]): string => {
    const file = join(data, ...parts);
    if (!existsSync(file)) throw new UsageError(`Expected the evaluation data in ${data}, found no ${file}.`);
    return file;
  };
  const own = (name: string) => readQuestions(join('tests', 'questions', `${name}.jsonl`));
  const guide = (name: string): FitSet => {
    const asked = {
      questions: readQuestions(path('docs', name, 'questions.jsonl')),
      corpus: path('docs', name, 'pages'),
    };
    return { ...asked, small: divide(asked, join(folder, name)), kind: 'structured', ranks: true };
  };
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
    signingMore: {
      questions: thin(readQuestions(MORE_QUESTIONS), EVERY.signingMore),
      corpus: articles,
      kind: 'plain',
      ranks: true,
    },
    news: {
      questions: thin(readQuestions(NEWS_QUESTIONS), EVERY.news),
      corpus: signings,
      kind: 'plain',
      ranks: true,
    },
    djsguide: guide('djsguide'),
    handbook: guide('handbook'),
    koishi: guide('koishi'),
    server: { questions: own('server'), corpus: 'corpus', kind: 'structured', ranks: true },
    cmrc: {
      questions: thin(cmrc.questions, EVERY.cmrc),
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
