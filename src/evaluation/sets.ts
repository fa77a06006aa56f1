/** Which sets of questions a command line names, each with its articles. */
import { basename, dirname, extname } from 'node:path';
import { UsageError } from '../terminal/command.ts';

/** An option with its value, in the order of the command line. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface QuestionSet {
  /** Unlike that of every other set of the run. */
  readonly name: string;
  /** Path of the questions. */
  readonly path: string;
  readonly format: 'questions' | 'squad';
  /** Paths of the articles; undefined for the configured corpus, or for the paragraphs of a SQuAD-format set. */
  readonly corpus: readonly string[] | undefined;
}

const isQuestions = ({ name }: NamedValue): boolean => name === 'questions' || name === 'squad';

/**
 * Sets in the order of the command line: each `questions` or `squad` begins one, and the `corpus` and `name` behind it,
 * up to the next, are of it. Of a single set the order is free. Throws {@link UsageError}.
 */
export function readSets(options: readonly NamedValue[]): QuestionSet[] {
  const count = options.filter(isQuestions).length;
  if (count === 0) throw new UsageError('Expected --questions FILE or --squad FILE.');
  const ordered =
    count > 1 ? options : [...options].sort((a, b) => Number(isQuestions(b)) - Number(isQuestions(a)));
  const groups: NamedValue[][] = [];
  for (const option of ordered) {
    if (isQuestions(option)) groups.push([option]);
    else if (groups.length > 0) groups.at(-1)!.push(option);
    else throw new UsageError(`Expected --${option.name} behind the --questions or --squad that it is of.`);
  }
  const sets = groups.map(readSet);
  const repeated = sets.find(({ name }, i) => sets.findIndex((set) => set.name === name) < i);
  if (repeated !== undefined)
    throw new UsageError(
      `Two sets are named ${JSON.stringify(repeated.name)}: put --name NAME behind one of them.`,
    );
  return sets;
}

function readSet([first, ...rest]: readonly NamedValue[]): QuestionSet {
  const { name: format, value: path } = first!;
  const valuesOf = (name: string): string[] =>
    rest.filter((option) => option.name === name).map(({ value }) => value);
  const corpus = valuesOf('corpus');
  if (format === 'squad' && corpus.length > 0)
    throw new UsageError('--squad brings its own corpus: leave --corpus out.');
  return {
    name: valuesOf('name').at(-1) ?? nameOf(path),
    path,
    format: format as QuestionSet['format'],
    corpus: corpus.length === 0 ? undefined : corpus,
  };
}

/** Files named `questions` are told apart by their folders. */
function nameOf(path: string): string {
  const name = basename(path, extname(path));
  const folder = basename(dirname(path));
  return name === 'questions' && folder !== '' && folder !== '.' ? folder : name;
}
