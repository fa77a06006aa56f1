/** Articles to measure with, as many as wanted, and questions that some of them answer. */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { listCorpus } from '../../src/documents/list.ts';
import { isProblem, readCorpus } from '../../src/documents/read.ts';
import { type GoldQuestion, readQuestions } from '../../src/evaluation/question-file.ts';

/** `start`: the corpus that the project carries, as it is. */
export type Size = number | 'start';

export interface BenchCorpus {
  readonly paths: readonly string[];
  /** Each is answered by one of the articles at least. */
  readonly questions: readonly GoldQuestion[];
}

const START = 'corpus';
const START_QUESTIONS = 'tests/questions/server.jsonl';

type Line = {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly text: string;
};

/** Writes the articles to a file in `folder`, unless they are the start corpus, whose questions are asked where `data` is missing. */
export async function makeCorpus(size: Size, data: string, folder: string): Promise<BenchCorpus> {
  const signing = join(data, 'signing');
  const isThere = size !== 'start' && existsSync(signing);
  const questions = readQuestions(isThere ? join(signing, 'questions.jsonl') : START_QUESTIONS).filter(
    ({ relevant }) => relevant.length > 0,
  );
  if (size === 'start') return { paths: [START], questions };
  const lines = isThere ? await readData(data, size) : await readStart();
  const path = join(folder, 'articles.jsonl');
  const articles = Array.from({ length: size }, (_, i) => lines[i] ?? variantOf(lines, i));
  writeFileSync(path, articles.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const ids = new Set(articles.map(({ id }) => id));
  return {
    paths: [path],
    questions: questions.filter(({ relevant }) => relevant.some((id) => ids.has(id))),
  };
}

/** News for scale behind the articles that are asked about. */
async function readData(data: string, most: number): Promise<Line[]> {
  const asked = readFileSync(join(data, 'signing', 'articles.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const lines: Line[] = asked.slice(0, most).map((line) => JSON.parse(line));
  const news = join(data, 'news', 'articles.jsonl.gz');
  if (lines.length === most || !existsSync(news)) return lines;
  const text = createReadStream(news).pipe(createGunzip());
  for await (const line of createInterface({ input: text })) {
    lines.push(JSON.parse(line));
    if (lines.length === most) break;
  }
  return lines;
}

async function readStart(): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const item of readCorpus(listCorpus([START]))) if (!isProblem(item)) lines.push(item);
  return lines.map(({ id, title, date, text }) => ({ id, title, date, text }));
}

/** Half of one article and half of another, with other numbers: none is a reprint of what is there already. */
function variantOf(lines: readonly Line[], place: number): Line {
  const round = Math.floor(place / lines.length);
  const first = lines[place % lines.length]!;
  const second = lines[(place * 31 + round * 7919) % lines.length]!;
  const text = `${half(first.text, 0)}\n${half(second.text, 1)}`;
  const other = text.replace(/\d/g, (digit) => String((Number(digit) + round) % 10));
  return { id: `${first.id}~${round}`, title: first.title, date: first.date, text: other };
}

const half = (text: string, which: 0 | 1): string => {
  const middle = Math.floor(text.length / 2);
  return which === 0 ? text.slice(0, middle) : text.slice(middle);
};
