/** Reads evaluation questions: JSON Lines of questions, or a set in the SQuAD format. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface GoldQuestion {
  readonly id: string;
  readonly language: string;
  /** who, when, where, number, what, other …; as the file says. */
  readonly type: string;
  readonly question: string;
  /** Ids of the right articles; empty for an unanswerable question. */
  readonly relevant: readonly string[];
  /** Accepted answers, verbatim from the text. */
  readonly answers: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, for questions that ask when. */
  readonly date: string | null;
}

/** The file of questions cannot be used; the message says what was expected. */
export class QuestionFileError extends Error {}

/** Questions of a JSON Lines file. Throws {@link QuestionFileError}. */
export function readQuestions(path: string): GoldQuestion[] {
  return readText(path)
    .split('\n')
    .map((line, i) => [line.trim(), i + 1] as const)
    .filter(([line]) => line !== '')
    .map(([line, number]) => parseQuestion(line, `${path}:${number}`));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new QuestionFileError(`${path} cannot be read (${(error as Error).message})`, { cause: error });
  }
}

function parseQuestion(line: string, where: string): GoldQuestion {
  const expected = 'expected {"id", "lang", "type", "question", "relevant": […], "answers": […], "date"}';
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(line);
  } catch (error) {
    throw new QuestionFileError(`${where}: not JSON; ${expected}`, { cause: error });
  }
  const { id, lang, type, question, relevant, answers, date } = fields;
  if (typeof question !== 'string' || !Array.isArray(relevant))
    throw new QuestionFileError(`${where}: no question or no relevant; ${expected}`);
  return {
    id: String(id ?? where),
    language: String(lang ?? ''),
    type: String(type ?? 'other'),
    question,
    relevant: relevant.map(String),
    answers: Array.isArray(answers) ? answers.map(String) : [],
    date: typeof date === 'string' ? date : null,
  };
}

interface SquadQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers?: readonly { readonly text: string }[];
}

interface SquadFile {
  readonly data: readonly {
    readonly title?: string;
    readonly paragraphs: readonly {
      readonly id?: string;
      readonly context: string;
      readonly qas: readonly SquadQuestion[];
    }[];
  }[];
}

/**
 * Questions of a SQuAD-format file, and its paragraphs as a JSON Lines corpus written to `folder`.
 * Throws {@link QuestionFileError}.
 */
export function readSquad(path: string, folder: string): { questions: GoldQuestion[]; corpus: string } {
  let file: SquadFile;
  try {
    file = JSON.parse(readText(path)) as SquadFile;
    if (!Array.isArray(file.data as unknown)) throw new Error('no "data"');
  } catch (error) {
    if (error instanceof QuestionFileError) throw error;
    throw new QuestionFileError(`${path}: expected a SQuAD-format JSON file (${(error as Error).message})`, {
      cause: error,
    });
  }
  const questions: GoldQuestion[] = [];
  const lines: string[] = [];
  for (const [i, { title, paragraphs }] of file.data.entries())
    for (const [j, { context, qas }] of paragraphs.entries()) {
      const id = `${i + 1}/${j + 1}`;
      lines.push(JSON.stringify({ id, title: title ?? '', text: context }));
      for (const { id: questionId, question, answers } of qas)
        questions.push({
          id: questionId,
          language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
          type: 'other',
          question,
          relevant: [id],
          answers: [...new Set((answers ?? []).map(({ text }) => text))],
          date: null,
        });
    }
  const corpus = join(folder, `${basename(path).replace(/\.json$/, '')}.jsonl`);
  writeIfChanged(corpus, `${lines.join('\n')}\n`);
  return { questions, corpus };
}

/** An unchanged file keeps its time of change, and with it the index made from it. */
function writeIfChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
