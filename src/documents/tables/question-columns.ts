/** Which columns of a table hold questions and their answers. */

export type Rows = readonly (readonly string[])[];

export interface QuestionColumns {
  /** Numbers of the columns of question and answer, from 0; more than one where a table has them in two languages. */
  readonly pairs: readonly (readonly [question: number, answer: number])[];
  /** Number of the column that groups the questions, or null. */
  readonly category: number | null;
  /** The others that tell something. */
  readonly extras: readonly number[];
  /** False where the first row is a question already. */
  readonly hasHead: boolean;
}

/** A language that follows the name of a column: `Answer (EN)`, `question_zh`. */
const LANGUAGE = /[\s_.-]*[[(（]?(?:en|eng|english|zh|cn|zh-cn|chinese|中文|英文|中|英)[\])）]?$/u;
const QUESTION =
  /^(?:q|(?:.{0,24}[\s_./-])?questions?|.{0,6}(?:问题|問題|提问|提問|疑问|疑問|问句|題目|题目)|问|問)$/u;
const ANSWER =
  /^(?:a|(?:.{0,24}[\s_./-])?(?:answers?|response|reply)|.{0,6}(?:答案|回答|答复|答覆|解答|回复|回覆)|答)$/u;
const CATEGORY =
  /^(?:categor(?:y|ies)|topic|section|group|subject|theme|分类|分類|类别|類別|类目|主题|主題|板块|版块)$/u;
/** Numbers that only count the rows. */
const COUNTER = /^(?:#|no\.?|nr\.?|number|id|index|序号|序號|编号|編號)$/u;

/** The columns of a table whose first row is its head, or null where it holds no questions. */
export function findQuestionColumns(table: Rows): QuestionColumns | null {
  const names = table[0]!.map(nameOf);
  const questions = columnsLike(names, QUESTION);
  const answers = columnsLike(names, ANSWER);
  if (questions.length === 0 || answers.length === 0) return asksWithoutHead(table);
  const pairs =
    questions.length === answers.length
      ? questions.map((question, i) => [question, answers[i]!] as const)
      : [[questions[0]!, answers[0]!] as const];
  const category = names.findIndex((name) => CATEGORY.test(name));
  const taken = new Set([...pairs.flat(), category]);
  const extras = names.flatMap((name, at) =>
    taken.has(at) || name === '' || COUNTER.test(name) ? [] : [at],
  );
  return { pairs, category: category < 0 ? null : category, extras, hasHead: true };
}

/** Two columns of which the first asks in every row but perhaps the first, which is then the head. */
function asksWithoutHead(table: Rows): QuestionColumns | null {
  const [head, ...rows] = table;
  const asks = (row: readonly string[]): boolean => /[?？]["”’」]?$/u.test(row[0]!);
  if (head!.length !== 2 || rows.length === 0 || !rows.every(asks)) return null;
  return { pairs: [[0, 1]], category: null, extras: [], hasHead: !asks(head!) };
}

const columnsLike = (names: readonly string[], pattern: RegExp): number[] =>
  names.flatMap((name, at) => (pattern.test(name) ? [at] : []));

const nameOf = (cell: string): string => {
  const name = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:：?？*]+$/u, '')
    .trim();
  return name.replace(LANGUAGE, '') || name;
};
