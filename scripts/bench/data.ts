/** What is handed to all who are measured: passages with their vectors, and questions with theirs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BenchPassages {
  /** Title, headings and text, as the model saw them. */
  readonly texts: readonly string[];
  /** Id of the article of each. */
  readonly articles: readonly string[];
  readonly vectors: readonly Float32Array[];
  readonly dimensions: number;
}

export interface BenchQuestion {
  readonly text: string;
  /** Ids of the articles that answer it, one at least. */
  readonly relevant: readonly string[];
  readonly vector: Float32Array;
}

const PASSAGES = 'passages.json';
const VECTORS = 'vectors.bin';
const QUESTIONS = 'questions.json';

export function writePassages(folder: string, { texts, articles, vectors, dimensions }: BenchPassages): void {
  writeFileSync(join(folder, PASSAGES), JSON.stringify({ texts, articles, dimensions }));
  writeFileSync(
    join(folder, VECTORS),
    Buffer.concat(vectors.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength))),
  );
}

export function readPassages(folder: string): BenchPassages {
  const { texts, articles, dimensions } = JSON.parse(readFileSync(join(folder, PASSAGES), 'utf8'));
  const all = new Float32Array(new Uint8Array(readFileSync(join(folder, VECTORS))).buffer);
  const vectors = Array.from(texts as string[], (_, i) => all.subarray(i * dimensions, (i + 1) * dimensions));
  return { texts, articles, dimensions, vectors };
}

export function writeBenchQuestions(folder: string, questions: readonly BenchQuestion[]): void {
  const plain = questions.map(({ vector, ...question }) => ({ ...question, vector: Array.from(vector) }));
  writeFileSync(join(folder, QUESTIONS), JSON.stringify(plain));
}

export function readBenchQuestions(folder: string): BenchQuestion[] {
  const plain = JSON.parse(readFileSync(join(folder, QUESTIONS), 'utf8')) as (Omit<
    BenchQuestion,
    'vector'
  > & {
    vector: number[];
  })[];
  return plain.map(({ vector, ...question }) => ({ ...question, vector: Float32Array.from(vector) }));
}
