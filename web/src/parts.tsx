/** Small things that several screens show. */
import { useState } from 'preact/hooks';
import { Failure } from './api.ts';
import { useTexts } from './settings.tsx';

/** What somebody is told of a failure, with a way to try again where there is one. */
export function Trouble({ kind, onAgain }: { kind: Failure['kind']; onAgain?: (() => void) | undefined }) {
  const texts = useTexts();
  return (
    <div class="trouble" role="alert">
      <p>{texts.problems[kind]}</p>
      {onAgain !== undefined && (
        <button type="button" class="quiet" onClick={onAgain}>
          {texts.again}
        </button>
      )}
    </div>
  );
}

/** Figures side by side, each under its name. */
export function Figures({ rows }: { rows: readonly (readonly [string, string | number])[] }) {
  return (
    <dl class="state">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The last failure of a screen; errors that are none of the server's count as one of ours. */
export function useFailure() {
  const [failure, set] = useState<Failure | null>(null);
  const setFailure = useState(() => (error: unknown): void => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    set(error === null || error instanceof Failure ? error : new Failure('failed'));
  })[0];
  const told = (onAgain?: () => void) =>
    failure === null ? null : <Trouble kind={failure.kind} onAgain={onAgain} />;
  return { failure, setFailure, told };
}

/** A share of 1 as a bar; what it says stands beside it, in words. */
export const Bar = ({
  share,
  kind = 'plain',
}: {
  share: number;
  kind?: 'plain' | 'words' | 'meaning' | 'both';
}) => (
  <span class={`bar ${kind}`} aria-hidden="true">
    <span style={{ width: `${100 * Math.max(0, Math.min(1, share))}%` }} />
  </span>
);

/** A value on either side of a line, -1 to 1. */
export const Balance = ({ share }: { share: number }) => {
  const width = `${50 * Math.min(1, Math.abs(share))}%`;
  return (
    <span class={`balance ${share < 0 ? 'against' : 'for'}`} aria-hidden="true">
      <span style={share < 0 ? { width, right: '50%' } : { width, left: '50%' }} />
    </span>
  );
};

/** How probable something is, with a mark at what is needed. */
export const Meter = ({ value, threshold }: { value: number; threshold: number }) => (
  <span class={`meter ${value < threshold ? 'below' : 'above'}`} aria-hidden="true">
    <span class="filled" style={{ width: `${100 * value}%` }} />
    <span class="needed" style={{ left: `${100 * threshold}%` }} />
  </span>
);

export const percent = (share: number): string => `${Math.round(100 * share)} %`;
