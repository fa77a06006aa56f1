/** Whether the articles can be read. */
import type { Config } from '../config.ts';
import { listCorpus } from '../documents/list.ts';
import { CorpusError, describeProblems, type Problem } from '../documents/problem.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import { counted } from '../terminal/counted.ts';

export async function checkCorpus({ corpus }: Config): Promise<string> {
  const problems: Problem[] = [];
  let articles = 0;
  for await (const item of readCorpus(listCorpus(corpus))) {
    if (isProblem(item)) problems.push(item);
    else articles++;
  }
  return describeCorpus(articles, problems);
}

/** Throws where no index could be built: a file that is there cannot be read, or no article can be used. */
export function describeCorpus(articles: number, problems: readonly Problem[]): string {
  const unread = problems.filter(({ isUnread }) => isUnread);
  if (unread.length > 0)
    throw new Error(
      ['No index is built while the system does not hand over:', ...describeProblems(unread)].join('\n  '),
    );
  if (articles === 0) throw new CorpusError(problems);
  return [
    `${counted(articles, 'article')}, ${counted(problems.length, 'problem')}`,
    ...describeProblems(problems),
  ].join('\n  ');
}
