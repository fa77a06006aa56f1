/** Small folders out of a large one, as many servers have them, with questions that they answer and that they do not. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, parse, sep } from 'node:path';
import { seededRandom } from '../../src/evaluation/metrics.ts';
import type { Asked } from './sets.ts';

/** Articles of a folder, and folders of a set. */
const ARTICLES = 3;
const MAX_FOLDERS = 15;
/** Questions that a folder does not answer: some whose article is elsewhere, and some that no article answers. */
const ELSEWHERE = 4;
const NOWHERE = 2;

/** Divides the pages that questions are about into folders of a few below `folder`; the same set gives the same ones. */
export function divide({ questions, corpus }: Asked, folder: string): Asked[] {
  const draw = shuffler();
  const files = new Map(
    readdirSync(corpus, { recursive: true, encoding: 'utf8' }).map((file) => {
      const { dir, name } = parse(file);
      return [[...dir.split(sep).filter(Boolean), name].join('/'), file];
    }),
  );
  const asked = draw(
    [...new Set(questions.flatMap(({ relevant }) => relevant))].filter((id) => files.has(id)),
  );
  const count = Math.min(MAX_FOLDERS, Math.floor(asked.length / ARTICLES));
  return Array.from({ length: count }, (_, number) => {
    const own = new Set(asked.slice(number * ARTICLES, (number + 1) * ARTICLES));
    const pages = join(folder, `${number}`);
    for (const id of own) {
      const file = join(pages, files.get(id)!);
      mkdirSync(dirname(file), { recursive: true });
      cpSync(join(corpus, files.get(id)!), file);
    }
    const isOwn = ({ relevant }: (typeof questions)[number]): boolean => relevant.some((id) => own.has(id));
    const answered = questions.filter(isOwn);
    const elsewhere = draw(questions.filter((one) => one.relevant.length > 0 && !isOwn(one)));
    const nowhere = draw(questions.filter(({ relevant }) => relevant.length === 0));
    return {
      corpus: pages,
      questions: [
        ...answered.map((one) => ({ ...one, relevant: one.relevant.filter((id) => own.has(id)) })),
        ...elsewhere.slice(0, ELSEWHERE).map((one) => ({ ...one, relevant: [] })),
        ...nowhere.slice(0, NOWHERE),
      ],
    };
  });
}

/** Puts items into an order by chance (Fisher and Yates 1938), from a seed. */
function shuffler(): <T>(items: readonly T[]) => T[] {
  const random = seededRandom(5);
  return (items) => {
    const order = [...items];
    for (let i = order.length - 1; i > 0; i--) {
      const other = Math.floor(random() * (i + 1));
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    return order;
  };
}
