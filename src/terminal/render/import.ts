/** What an import did, for a terminal. */
import pc from 'picocolors';
import type { Outcome } from '../../import/keep.ts';

const LINES: {
  readonly [K in Outcome['kind']]: (outcome: Extract<Outcome, { readonly kind: K }>) => string;
} = {
  added: ({ file, article }) => `${pc.green('added')}   ${file}  ${pc.dim(article.url ?? '')}`,
  changed: ({ file, article }) => `${pc.green('changed')} ${file}  ${pc.dim(article.url ?? '')}`,
  same: ({ what }) => pc.dim(`same    ${what}`),
  known: ({ what }) => pc.dim(`there   ${what}`),
  missing: ({ reason }) => `${pc.yellow('missing')} ${reason}`,
  gone: ({ reason }) => `${pc.yellow('gone')}    ${reason}`,
  left: ({ reason }) => pc.yellow(`left    ${reason}`),
  failed: ({ reason }) => `${pc.red('failed')}  ${reason}`,
};

export type ImportCounts = Readonly<Record<Outcome['kind'], number>>;

export const NOTHING_IMPORTED: ImportCounts = {
  added: 0,
  changed: 0,
  same: 0,
  known: 0,
  missing: 0,
  gone: 0,
  left: 0,
  failed: 0,
};

/** How often each came; `hear` is told of each as it comes. */
export async function countImport(
  outcomes: AsyncIterable<Outcome>,
  hear: (outcome: Outcome) => void,
): Promise<ImportCounts> {
  const counts: Record<Outcome['kind'], number> = { ...NOTHING_IMPORTED };
  for await (const outcome of outcomes) {
    counts[outcome.kind]++;
    hear(outcome);
  }
  return counts;
}

/** Prints a line for each outcome, and counts them; quiet about what is as it was. */
export const showImport = (
  outcomes: AsyncIterable<Outcome>,
  { isQuiet = false } = {},
): Promise<ImportCounts> =>
  countImport(outcomes, (outcome) => {
    if (isQuiet && (outcome.kind === 'same' || outcome.kind === 'known')) return;
    console.log((LINES[outcome.kind] as (outcome: Outcome) => string)(outcome));
  });

/** `2 added, 1 changed, 0 the same, 0 gone, 0 failed`, with what is rare where there is some. */
export const summarizeImport = ({
  added,
  changed,
  same,
  known,
  missing,
  gone,
  failed,
}: ImportCounts): string =>
  [
    `${added} added`,
    `${changed} changed`,
    `${same} the same`,
    ...(known > 0 ? [`${known} there already`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
    `${gone} gone`,
    `${failed} failed`,
  ].join(', ');

/** True where the corpus is not what it was. */
export const changedCorpus = ({ added = 0, changed = 0, gone = 0 }: Partial<ImportCounts>): boolean =>
  added + changed + gone > 0;
