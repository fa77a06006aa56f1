/** Asking: the talk so far, and a place to write the next question. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../../src/web/api/session.ts';
import { writeAddress } from '../address.ts';
import { getExamples } from '../api.ts';
import { Trouble } from '../parts.tsx';
import { useSettings, useTexts } from '../settings.tsx';
import { AnswerShown } from './answer.tsx';
import { followsOf, type TurnState, useTurn } from './talk.ts';

const go = (questions: readonly string[]): void => {
  location.hash = writeAddress('ask', {}, questions);
};

export function AskScreen({ questions, session }: { questions: readonly string[]; session: Session }) {
  const texts = useTexts();
  const isEmpty = questions.length === 0;
  return (
    <div class={`column ask ${isEmpty ? 'empty' : ''}`}>
      <h1 class={isEmpty ? '' : 'hidden'}>{texts.ask.title}</h1>
      {isEmpty && <p class="intro">{texts.ask.intro}</p>}
      {questions.map((question, place) => (
        <Turn
          key={`${place} ${question}`}
          question={question}
          follows={followsOf(questions, place)}
          isLast={place === questions.length - 1}
        />
      ))}
      <QuestionForm isFurther={!isEmpty} onAsk={(question) => go([...questions, question])} />
      {isEmpty ? <Examples /> : <Anew />}
      {isEmpty && session.keepsQuestions && <p class="note">{texts.ask.keeping}</p>}
      {isEmpty && session.writer !== null && (
        <p class="note">{texts.ask.sent(session.writer.model, session.writer.host)}</p>
      )}
    </div>
  );
}

const Anew = () => (
  <p class="anew">
    <a href={writeAddress('ask')}>{useTexts().ask.startAnew}</a>
  </p>
);

function QuestionForm({ isFurther, onAsk }: { isFurther: boolean; onAsk: (question: string) => void }) {
  const { ask } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  // Not on a phone, where the keyboard would hide the page.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  const send = (): void => {
    const { current: one } = field;
    if (one === null) return;
    const question = one.value.trim();
    one.value = '';
    if (question === '') one.focus();
    else onAsk(question);
  };
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="hidden" for="question">
        {ask.label}
      </label>
      <textarea
        id="question"
        ref={field}
        rows={1}
        maxLength={4_000}
        placeholder={isFurther ? ask.further : ask.placeholder}
        onKeyDown={(event) => {
          // While a Chinese word is being composed, Enter chooses it.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="main">
        {ask.send}
      </button>
    </form>
  );
}

function Examples() {
  const { language, texts } = useSettings();
  const [examples, setExamples] = useState<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    // Without examples the page is as good.
    getExamples(language).then(
      (found) => isShown && setExamples(found),
      () => {},
    );
    return () => {
      isShown = false;
    };
  }, [language]);
  if (examples.length === 0) return null;
  return (
    <section class="examples">
      <h2>{texts.ask.examples}</h2>
      <ul>
        {examples.map((example) => (
          <li key={example}>
            <a href={writeAddress('ask', {}, [example])}>{example}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Turn({ question, follows, isLast }: { question: string; follows: string; isLast: boolean }) {
  const texts = useTexts();
  const { state, again } = useTurn(question, follows);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isLast && follows !== '') place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <article class="turn" ref={place}>
      <h2>
        <span class="hidden">{texts.ask.you}: </span>
        {question}
      </h2>
      <Progress state={state} />
      {state.kind === 'failed' && <Trouble kind={state.failure} onAgain={again} />}
      {state.kind === 'writing' && <AnswerShown told={state.told} follows={follows} onStop={state.stop} />}
      {state.kind === 'answered' && <AnswerShown told={state.told} follows={follows} />}
    </article>
  );
}

/** A quiet line of how far it is; once there is an answer, those who do not see the page hear it. */
function Progress({ state }: { state: TurnState }) {
  const { progress, answer } = useTexts();
  const said = {
    sending: () => progress.sending,
    lost: () => progress.lost,
    failed: () => '',
    waiting: () => (state.kind === 'waiting' ? progress.waiting(state.before) : ''),
    stage: () => (state.kind === 'stage' ? progress.stages[state.stage] : ''),
    writing: () => (state.kind === 'writing' ? progress.writing : ''),
    answered: () => (state.kind === 'answered' ? (state.told.answer ?? answer.unanswered) : ''),
  }[state.kind]();
  return (
    <p role="status" class={state.kind === 'answered' || state.kind === 'failed' ? 'hidden' : 'progress'}>
      {said}
    </p>
  );
}
