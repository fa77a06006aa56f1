/** The index: how it stands, what is done with it now, and for those signed in what can be done. */
import { useEffect, useState } from 'preact/hooks';
import { withoutControls } from '../../../src/blocks.ts';
import type { IndexTold, IndexWork } from '../../../src/web/api/index-state.ts';
import type { Session } from '../../../src/web/api/session.ts';
import type { Generation, IndexDetails, SourceTold } from '../../../src/web/steering.ts';
import { writeAddress } from '../address.ts';
import { changeIndex, getIndex } from '../api.ts';
import { Figures, useFailure } from '../parts.tsx';
import { tagOf, useSettings, useTexts } from '../settings.tsx';

const DAY_MS = 86_400_000;

export function IndexScreen({ session }: { session: Session }) {
  const { index: texts, loading } = useTexts();
  const work = useWork();
  const [told, setTold] = useState<IndexTold | null>(null);
  const [tries, setTries] = useState(0);
  const { failure, setFailure, told: trouble } = useFailure();
  // A build that has ended changes all that is shown.
  useEffect(() => {
    setFailure(null);
    getIndex().then(setTold, setFailure);
  }, [work?.state, work?.index, tries]);
  const begin = (action: 'build' | 'rollback'): void => {
    setFailure(null);
    changeIndex(action).catch(setFailure);
  };
  return (
    <div class="column">
      <h1>{texts.title}</h1>
      {trouble(() => setTries(tries + 1))}
      {told === null && failure === null && <p role="status">{loading}</p>}
      {told !== null && (
        <>
          <State told={told} />
          <Work work={work ?? told.work} />
          {session.isSignedIn && session.steers && told.details !== null && (
            <>
              <Steer work={work ?? told.work} details={told.details} onBegin={begin} />
              <Generations details={told.details} />
              <Sources details={told.details} />
            </>
          )}
          {session.maySignIn && !session.isSignedIn && (
            <p>
              <a href={writeAddress('sign-in')}>{texts.signIn}</a>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** What is done with the index, as it happens; the browser connects again by itself. */
function useWork(): IndexWork | null {
  const [work, setWork] = useState<IndexWork | null>(null);
  useEffect(() => {
    const events = new EventSource('/api/index/events');
    events.addEventListener('work', ({ data }) => setWork(JSON.parse(data) as IndexWork));
    return () => events.close();
  }, []);
  return work;
}

function State({ told: { articles, passages, builtAt, model } }: { told: IndexTold }) {
  const { index: texts } = useTexts();
  const rows: readonly (readonly [string, string])[] = [
    [texts.articles, String(articles)],
    [texts.passages, String(passages)],
    [texts.read, `${texts.age((Date.now() - Date.parse(builtAt)) / DAY_MS)} · ${useTime()(builtAt)}`],
    [texts.model, model],
  ];
  return <Figures rows={rows} />;
}

function useTime(): (time: string) => string {
  const { language } = useSettings();
  const format = new Intl.DateTimeFormat(tagOf(language), { dateStyle: 'medium', timeStyle: 'short' });
  return (time) => format.format(new Date(time));
}

function Work({ work: { state, progress, ended } }: { work: IndexWork }) {
  const { index: texts } = useTexts();
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;
  const line =
    state === 'idle'
      ? ended === null
        ? texts.idle
        : ended.problem === null
          ? texts.done[ended.action]
          : texts.problems[ended.problem as keyof typeof texts.problems]
      : state === 'building'
        ? texts.building
        : texts.goingBack;
  return (
    <section class="work">
      <p role="status">{line}</p>
      {state !== 'idle' && (
        <>
          {progress !== null && (
            <p class="note">
              {[
                texts.steps[progress.step],
                ...(progress.perSecond === undefined ? [] : [texts.perSecond(progress.perSecond)]),
                ...(progress.secondsLeft == null ? [] : [texts.left(progress.secondsLeft)]),
              ].join(' · ')}
            </p>
          )}
          <progress aria-label={line} {...(share !== null && { value: share })} max={1} />
        </>
      )}
    </section>
  );
}

function Steer({
  work,
  details,
  onBegin,
}: {
  work: IndexWork;
  details: IndexDetails;
  onBegin: (action: 'build' | 'rollback') => void;
}) {
  const { index: texts } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const isBusy = work.state !== 'idle';
  return (
    <div class="actions">
      <button type="button" class="main" disabled={isBusy} onClick={() => onBegin('build')}>
        {texts.build}
      </button>
      {!isAsking && (
        <button
          type="button"
          class="quiet"
          disabled={isBusy || details.previous === null}
          onClick={() => setAsking(true)}
        >
          {texts.rollback}
        </button>
      )}
      {isAsking && (
        <fieldset class="sure">
          <legend>{texts.rollbackQuestion}</legend>
          <button
            type="button"
            class="main"
            onClick={() => {
              setAsking(false);
              onBegin('rollback');
            }}
          >
            {texts.yes}
          </button>
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            {texts.no}
          </button>
        </fieldset>
      )}
    </div>
  );
}

function Generations({ details: { current, previous } }: { details: IndexDetails }) {
  const { index: texts } = useTexts();
  const timeOf = useTime();
  const row = (one: Generation, label: string) => (
    <li key={one.build}>
      <strong>{timeOf(one.builtAt)}</strong>
      <span class="badge">{label}</span>
      <span class="note">
        {`${texts.articles}: ${one.articles} · ${texts.passages}: ${one.passages} · ${(one.bytes / 1e6).toFixed(1)} MB`}
      </span>
    </li>
  );
  return (
    <section>
      <h2>{texts.generations}</h2>
      <ul class="generations">
        {current !== null && row(current, texts.current)}
        {previous !== null && row(previous, texts.previous)}
      </ul>
      {previous === null && <p class="note">{texts.noPrevious}</p>}
    </section>
  );
}

function Sources({ details: { sources, nextSync } }: { details: IndexDetails }) {
  const { index: texts, reason: tell } = useTexts();
  const timeOf = useTime();
  const how = ({ ended, succeeded, failed }: SourceTold): string => {
    if (ended === null) return texts.sourceNever;
    const read = succeeded === null ? texts.sourceNever : texts.sourceFine(timeOf(succeeded));
    return failed === 0 ? read : `${texts.sourceFailed(failed)} · ${read}`;
  };
  return (
    <section>
      <h2>{texts.sources}</h2>
      {sources.length === 0 ? (
        <p class="note">{texts.noSources}</p>
      ) : (
        <>
          <ul class="generations">
            {sources.map((source) => (
              <li key={source.source}>
                <strong>{withoutControls(source.source)}</strong>
                <span class={source.failed > 0 ? 'bad' : ''}>{how(source)}</span>
                {source.reason !== null && <span class="note">{withoutControls(tell(source.reason))}</span>}
              </li>
            ))}
          </ul>
          <p class="note">{nextSync === null ? texts.noSync : texts.nextSync(timeOf(nextSync))}</p>
        </>
      )}
    </section>
  );
}
