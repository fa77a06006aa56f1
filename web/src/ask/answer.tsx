/** An answer: what is told, the facts, the quotes or passages with where they are from. */
import { useState } from 'preact/hooks';
import type { Answer, AnswerPart, Fact, Source } from '../../../src/answer-types.ts';
import { withoutControls } from '../../../src/blocks.ts';
import { dateInWords } from '../../../src/text/date-in-words.ts';
import type { AnswerWithReceipt } from '../../../src/web/api/ask.ts';
import { writeAddress } from '../address.ts';
import { judge } from '../api.ts';
import { tagOf, useSettings, useTexts } from '../settings.tsx';
import { EvidenceList } from './evidence.tsx';
import { Why } from './why.tsx';
import { WrittenShown } from './written.tsx';

export function AnswerShown({
  told,
  follows,
  onStop,
}: {
  told: AnswerWithReceipt;
  follows: string;
  /** While a language model writes: stops it. */
  onStop?: () => void;
}) {
  const { articles = [], parts, status, written } = told;
  return (
    <div class="answer" lang={tagOf(told.language)}>
      {written !== undefined ? (
        <WrittenShown told={told} written={written} />
      ) : status === 'answered' && parts !== undefined ? (
        parts.map((part) => (
          <section key={part.question} class="part">
            <h3>{part.question}</h3>
            <Part part={part} />
          </section>
        ))
      ) : status === 'chat' || articles.length > 0 ? (
        <Listed told={told} />
      ) : (
        <Part part={told} />
      )}
      {onStop === undefined ? <AnswerActions told={told} follows={follows} /> : <Stop onStop={onStop} />}
    </div>
  );
}

function Stop({ onStop }: { onStop: () => void }) {
  const { language, texts } = useSettings();
  return (
    <div class="actions" lang={tagOf(language)}>
      <button type="button" class="quiet" onClick={onStop}>
        {texts.answer.stop}
      </button>
    </div>
  );
}

/** A line, and the articles that it is about. */
const Listed = ({ told: { answer, articles = [] } }: { told: Answer }) => (
  <>
    <p class="said">{answer}</p>
    <SourceList sources={articles} />
  </>
);

const SourceList = ({ sources }: { sources: readonly Source[] }) =>
  sources.length === 0 ? null : (
    <ul class="sources">
      {sources.map(({ id, title, date }) => (
        <li key={id}>
          <a href={writeAddress('article', { id })}>{withoutControls(title || id)}</a>
          {date !== null && <time dateTime={date}>{date}</time>}
        </li>
      ))}
    </ul>
  );

function Part({ part }: { part: AnswerPart | Answer }) {
  const { answer: texts } = useTexts();
  const { status, answer, facts, closest } = part;
  if (status === 'unanswered')
    return (
      <>
        <p class="said">{'elapsedMs' in part ? texts.unanswered : texts.partUnanswered}</p>
        {closest.length > 0 && (
          <>
            <p>{texts.closest}</p>
            <ul class="sources">
              {closest.map((title) => (
                <li key={title}>
                  <a href={writeAddress('articles', { text: title })}>{withoutControls(title)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    );
  return (
    <>
      <p class="said">{answer}</p>
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map((fact, i) => (
            <FactShown key={i} fact={fact} language={part.language} />
          ))}
        </dl>
      )}
      <EvidenceList part={part} />
    </>
  );
}

function FactShown({
  fact: { kind, text, gloss, date, until },
  language,
}: {
  fact: Fact;
  language: Answer['language'];
}) {
  const { answer } = useTexts();
  return (
    <div>
      <dt>{answer.kinds[kind]}</dt>
      <dd>
        <strong>{withoutControls(text)}</strong>
        {gloss !== undefined && <span> ({withoutControls(gloss)})</span>}
        {date !== undefined && <span class="date"> → {dateInWords(date, language, until)}</span>}
      </dd>
    </div>
  );
}

function AnswerActions({ told, follows }: { told: AnswerWithReceipt; follows: string }) {
  const { language, texts } = useSettings();
  const { receipt, elapsedMs, status, question } = told;
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const send = (verdict: 'helpful' | 'unhelpful' | 'forget'): void => {
    // A vote that is lost is no trouble worth telling.
    void judge(receipt!.id, verdict).catch(() => {});
    setSaid(
      { helpful: texts.answer.thanks, unhelpful: texts.answer.thanksWrong, forget: texts.answer.forgotten }[
        verdict
      ],
    );
  };
  return (
    <>
      <div class="actions" lang={tagOf(language)}>
        {status !== 'chat' && (
          <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {texts.answer.why}
          </button>
        )}
        {receipt !== null && said === '' && status === 'answered' && (
          <>
            <button type="button" class="quiet" onClick={() => send('helpful')}>
              {texts.answer.helpful}
            </button>
            <button type="button" class="quiet" onClick={() => send('unhelpful')}>
              {texts.answer.unhelpful}
            </button>
          </>
        )}
        {receipt?.isKept && said === '' && (
          <button type="button" class="quiet" onClick={() => send('forget')}>
            {texts.answer.forget}
          </button>
        )}
        <span role="status">{said}</span>
        <span class="took">{texts.answer.took(elapsedMs)}</span>
      </div>
      {isOpen && <Why question={question} follows={follows} receipt={receipt?.id ?? null} />}
    </>
  );
}
