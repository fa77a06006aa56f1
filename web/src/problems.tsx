/** What the last build could not use of the articles, for whoever runs it: nobody else can mend a file. */
import { useEffect, useState } from 'preact/hooks';
import { withoutControls } from '../../src/blocks.ts';
import type { Session } from '../../src/web/api/session.ts';
import type { IndexDetails } from '../../src/web/steering.ts';
import { getIndex } from './api.ts';
import { useTexts } from './settings.tsx';

export type Problems = IndexDetails['skipped'];

/** None while they are not known, and for everybody else. */
export function useProblems({ isSignedIn, steers }: Session): Problems {
  const [problems, setProblems] = useState<Problems>([]);
  const isShown = isSignedIn && steers;
  useEffect(() => {
    if (!isShown) return setProblems([]);
    getIndex().then(
      ({ details }) => setProblems(details?.skipped ?? []),
      () => {},
    );
  }, [isShown]);
  return problems;
}

export const problemsOf = (id: string, problems: Problems): Problems =>
  problems.filter(({ article }) => article === id);

/** Beside the article that they are of. */
export const ProblemList = ({ problems }: { problems: Problems }) =>
  problems.length === 0 ? null : (
    <ul class="problems">
      {problems.map((problem, i) => (
        <li key={i}>
          <ProblemText problem={problem} />
        </li>
      ))}
    </ul>
  );

export function ProblemText({ problem: { reason, remedy } }: { problem: Problems[number] }) {
  const { reason: tell } = useTexts();
  return (
    <>
      <span>{withoutControls(tell(reason))}</span>
      <span class="note">{withoutControls(tell(remedy))}</span>
    </>
  );
}
