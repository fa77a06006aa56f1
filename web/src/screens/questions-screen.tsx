/** What was asked: by day as a plot, and what was not answered, in groups. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { withoutControls } from '../../../src/blocks.ts';
import type { QuestionsTold } from '../../../src/web/api/questions.ts';
import type { Session } from '../../../src/web/api/session.ts';
import { writeAddress } from '../address.ts';
import { getQuestions, writeAnswer } from '../api.ts';
import { Figures, useFailure } from '../parts.tsx';
import { useTexts } from '../settings.tsx';

const DAYS = 30;
/** Other wordings of one question. */
const MAX_OTHERS = 4;

export function QuestionsScreen({ session }: { session: Session }) {
  const { questions: texts, loading } = useTexts();
  const [told, setTold] = useState<QuestionsTold | null>(null);
  const [tries, setTries] = useState(0);
  const { failure, setFailure, told: trouble } = useFailure();
  const isShown = session.isSignedIn && session.keepsQuestions;
  useEffect(() => {
    setFailure(null);
    if (isShown) getQuestions(DAYS).then(setTold, setFailure);
  }, [isShown, tries]);
  return (
    <div class="column">
      <h1>{texts.title}</h1>
      {!session.keepsQuestions && <p>{texts.none}</p>}
      {session.keepsQuestions && !session.isSignedIn && (
        <p>{session.maySignIn ? <a href={writeAddress('sign-in')}>{texts.signIn}</a> : texts.signIn}</p>
      )}
      {trouble(() => setTries(tries + 1))}
      {isShown && told === null && failure === null && <p role="status">{loading}</p>}
      {told !== null && (
        <>
          <Sums days={told.days} />
          <Plot days={told.days} />
          <Gaps gaps={told.gaps} mayWrite={session.steers} />
          <Wrong wrong={told.wrong} />
        </>
      )}
    </div>
  );
}

type Days = QuestionsTold['days'];

function Sums({ days }: { days: Days }) {
  const { questions: texts } = useTexts();
  const sum = (of: (day: Days[number]) => number): number => days.reduce((all, day) => all + of(day), 0);
  const rows: readonly (readonly [string, number])[] = [
    [texts.asked, sum(({ answered, unanswered }) => answered + unanswered)],
    [texts.answered, sum(({ answered }) => answered)],
    [texts.helpful, sum(({ helpful }) => helpful)],
    [texts.unhelpful, sum(({ unhelpful }) => unhelpful)],
  ];
  return <Figures rows={rows} />;
}

const PLOT = { width: 600, height: 120, gap: 3 } as const;

/** A column a day; the same figures stand in a table for those who do not see it. */
function Plot({ days }: { days: Days }) {
  const { questions: texts } = useTexts();
  const most = Math.max(1, ...days.map(({ answered, unanswered }) => answered + unanswered));
  const step = PLOT.width / days.length;
  const heightOf = (count: number): number => (count / most) * PLOT.height;
  return (
    <figure class="plot">
      <figcaption>
        {texts.days}
        <span class="key answered">{texts.answered}</span>
        <span class="key unanswered">{texts.unanswered}</span>
      </figcaption>
      <svg viewBox={`0 0 ${PLOT.width} ${PLOT.height}`} preserveAspectRatio="none" aria-hidden="true">
        {days.map(({ day, answered, unanswered }, i) => {
          const [x, width] = [i * step + PLOT.gap / 2, step - PLOT.gap];
          const [lower, upper] = [heightOf(answered), heightOf(unanswered)];
          return (
            <g key={day}>
              <rect class="answered" x={x} y={PLOT.height - lower} width={width} height={lower} />
              <rect class="unanswered" x={x} y={PLOT.height - lower - upper} width={width} height={upper} />
            </g>
          );
        })}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{days[0]?.day}</span>
        <span>{days.at(-1)?.day}</span>
      </div>
      <table class="hidden">
        <thead>
          <tr>
            <th scope="col">{texts.day}</th>
            <th scope="col">{texts.answered}</th>
            <th scope="col">{texts.unanswered}</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter(({ answered, unanswered }) => answered + unanswered > 0)
            .map(({ day, answered, unanswered }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{answered}</td>
                <td>{unanswered}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}

function Gaps({ gaps, mayWrite }: { gaps: QuestionsTold['gaps']; mayWrite: boolean }) {
  const { questions: texts } = useTexts();
  return (
    <section>
      <h2>{texts.gaps}</h2>
      {gaps.length === 0 && <p>{texts.noGaps}</p>}
      <ul class="gaps">
        {gaps.map((gap) => (
          <Asked key={gap.question} {...gap} mayWrite={mayWrite} />
        ))}
      </ul>
    </section>
  );
}

function Wrong({ wrong }: { wrong: QuestionsTold['wrong'] }) {
  const { questions: texts } = useTexts();
  return (
    <section>
      <h2>{texts.wrong}</h2>
      {wrong.length === 0 && <p class="note">{texts.noWrong}</p>}
      <ul class="gaps">
        {wrong.map((one) => (
          <Asked key={one.question} {...one} others={[]} mayWrite={false} />
        ))}
      </ul>
    </section>
  );
}

type Shown = QuestionsTold['gaps'][number] & { readonly mayWrite: boolean };

function Asked({ question, others, count, lastAsked, mayWrite }: Shown) {
  const { questions: texts } = useTexts();
  const [isWriting, setWriting] = useState(false);
  const [isWritten, setWritten] = useState(false);
  // Behind an arrow stands what was asked, before it what that followed.
  const last = question.split(' → ').at(-1)!;
  return (
    <li>
      <p>
        <strong>{withoutControls(question)}</strong>
      </p>
      {others.length > 0 && (
        <p class="note">
          {texts.also}: {others.slice(0, MAX_OTHERS).map(withoutControls).join(' · ')}
        </p>
      )}
      <div class="about">
        <span>{texts.times(count, lastAsked)}</span>
        <a href={writeAddress('ask', {}, [last])}>{texts.tryIt}</a>
        {mayWrite && !isWriting && !isWritten && (
          <button type="button" class="quiet" onClick={() => setWriting(true)}>
            {texts.write}
          </button>
        )}
      </div>
      {isWriting && (
        <AnswerForm
          question={question}
          onCancel={() => setWriting(false)}
          onWritten={() => {
            setWriting(false);
            setWritten(true);
          }}
        />
      )}
      <p role="status">{isWritten ? texts.written : ''}</p>
    </li>
  );
}

function AnswerForm({
  question,
  onCancel,
  onWritten,
}: {
  question: string;
  onCancel: () => void;
  onWritten: () => void;
}) {
  const { questions: texts } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const { setFailure, told } = useFailure();
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="writing"
      onSubmit={(event) => {
        event.preventDefault();
        const answer = field.current?.value.trim() ?? '';
        if (answer !== '') writeAnswer(question, answer).then(onWritten, setFailure);
      }}
    >
      <label for={id}>{texts.answer(question)}</label>
      <textarea id={id} ref={field} rows={5} maxLength={20_000} aria-describedby={`${id}-hint`} />
      <p class="note" id={`${id}-hint`}>
        {texts.answerHint}
      </p>
      {told()}
      <div class="actions">
        <button type="submit" class="main">
          {texts.save}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
