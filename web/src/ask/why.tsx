/** Why an answer is what it is: drawn as bars, with what each means. */
import { useEffect, useState } from 'preact/hooks';
import { pathOf, withoutControls } from '../../../src/blocks.ts';
import type {
  ExplainedFact,
  ExplainedPassage,
  Feature,
  Lookup,
  Ranked,
} from '../../../src/explain/explanation.ts';
import type { FusionFeatures } from '../../../src/retrieval/fuse.ts';
import { writeAddress } from '../address.ts';
import { explain } from '../api.ts';
import { Balance, Bar, Meter, percent, useFailure } from '../parts.tsx';
import { tagOf, useSettings, useTexts } from '../settings.tsx';

/** Passages shown; the others stood lower by both legs. */
const MAX_PASSAGES = 8;

interface Explains {
  readonly question: string;
  readonly follows: string;
  /** Of the answer. */
  readonly receipt: string | null;
}

export function Why({ question, follows, receipt }: Explains) {
  const { language, texts } = useSettings();
  const [lookups, setLookups] = useState<readonly Lookup[] | null>(null);
  const [tries, setTries] = useState(0);
  const { setFailure, told, failure } = useFailure();
  useEffect(() => {
    setFailure(null);
    explain(question, follows, receipt).then(
      (answer) => setLookups('explanation' in answer ? answer.explanation : []),
      setFailure,
    );
  }, [question, follows, receipt, tries]);
  return (
    <section class="why" aria-label={texts.why.title} lang={tagOf(language)}>
      {told(() => setTries(tries + 1))}
      {failure === null && lookups === null && <p class="progress">{texts.loading}</p>}
      {lookups?.length === 0 && <p>{texts.why.nothing}</p>}
      {lookups !== null && lookups.length > 0 && <p class="intro">{texts.why.intro}</p>}
      {lookups?.map((lookup, i) => (
        <LookupShown key={i} lookup={lookup} isNamed={lookups.length > 1 || lookup.question !== question} />
      ))}
    </section>
  );
}

function LookupShown({ lookup, isNamed }: { lookup: Lookup; isNamed: boolean }) {
  const { why } = useTexts();
  const { question, confidence, isLacking, passages, facts } = lookup;
  return (
    <>
      {isNamed && (
        <p class="looked-up">
          {why.lookedUp}: “{question}”
        </p>
      )}
      <Sure confidence={confidence} isLacking={isLacking} />
      <h3>{why.passages}</h3>
      <ol class="looked-at">
        {passages.slice(0, MAX_PASSAGES).map((passage) => (
          <PassageShown key={passage.id} passage={passage} best={bestOf(passages)} />
        ))}
      </ol>
      <h3>{why.facts}</h3>
      {facts.length === 0 ? <p class="note">{why.noFacts}</p> : <Facts facts={facts} />}
    </>
  );
}

/** Above the threshold or below it, and by what. */
function Sure({ confidence, isLacking }: Pick<Lookup, 'confidence' | 'isLacking'>) {
  const { why } = useTexts();
  const { value, threshold, distance, bias, features } = confidence;
  const points = percent(Math.abs(distance));
  const weights = features
    .map(({ name, value: found, weight }) => ({ label: why.features[name], adds: found * weight }))
    .filter(({ adds }) => Math.abs(adds) >= 0.05)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
  const most = Math.max(1, Math.abs(bias), ...weights.map(({ adds }) => Math.abs(adds)));
  return (
    <>
      <h3>{why.sure}</h3>
      <Meter value={value} threshold={threshold} />
      <p>
        {why.sureLine(percent(value), percent(threshold))}{' '}
        <strong>{distance < 0 ? why.below(points) : why.above(points)}</strong>
      </p>
      {isLacking && <p>{why.lacking}</p>}
      <h3>{why.decided}</h3>
      <p class="note">{why.decidedHint}</p>
      <ul class="weights">
        {[...weights, { label: why.start, adds: bias }].map(({ label, adds }) => (
          <li key={label}>
            <span>{label}</span>
            <Balance share={adds / most} />
            <span class="number">{signed(adds)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const signed = (value: number, digits = 1): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;

interface Best {
  readonly keyword: number;
  readonly dense: number;
  readonly both: number;
}

const bestOf = (passages: readonly ExplainedPassage[]): Best => ({
  keyword: Math.max(1e-9, ...passages.map(({ keyword }) => keyword.score)),
  dense: Math.max(1e-9, ...passages.map(({ dense }) => dense.score)),
  both: Math.max(1e-9, ...passages.map(({ both }) => both.score)),
});

function PassageShown({ passage, best }: { passage: ExplainedPassage; best: Best }) {
  const { why } = useTexts();
  const { id, article, title, headings, beginning, isQuoted, keyword, dense, both, features } = passage;
  return (
    <li>
      <p class="where">
        <a href={writeAddress('article', { id: article, passage: id })}>
          {withoutControls(pathOf([title || article, ...headings]))}
        </a>
        {isQuoted && <span class="badge">{why.quoted}</span>}
      </p>
      <p class="beginning">{withoutControls(beginning)}</p>
      <div class="legs">
        <Leg label={why.words} ranked={keyword} best={best.keyword} kind="words" />
        <Leg label={why.meaning} ranked={dense} best={best.dense} kind="meaning" />
        <Leg label={why.both} ranked={both} best={best.both} kind="both" />
      </div>
      <details>
        <summary>{why.details}</summary>
        <Parts features={features} />
      </details>
    </li>
  );
}

function Leg({
  label,
  ranked: { rank, score },
  best,
  kind,
}: {
  label: string;
  ranked: Ranked;
  best: number;
  kind: 'words' | 'meaning' | 'both';
}) {
  const { why } = useTexts();
  return (
    <div class="leg">
      <span>{label}</span>
      <Bar share={score / best} kind={kind} />
      <span class="number">{rank === null ? why.none : why.rank(rank)}</span>
      <span class="number score">{score.toFixed(2)}</span>
    </div>
  );
}

/** Each over the heaviest of them. */
function Parts({ features }: { features: readonly Feature<keyof FusionFeatures>[] }) {
  const { why } = useTexts();
  const most = Math.max(1e-9, ...features.map(({ value, weight }) => Math.abs(value * weight)));
  return (
    <ul class="weights">
      {features.map(({ name, value, weight }) => (
        <li key={name}>
          <span>{why.placed[name]}</span>
          <Balance share={(value * weight) / most} />
          <span class="number">{signed(value * weight, 2)}</span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ facts }: { facts: readonly ExplainedFact[] }) {
  const { why, answer } = useTexts();
  return (
    <ul class="considered">
      {facts.map(({ kind, text, date, outcome, share, probability }, i) => (
        <li key={i} class={outcome}>
          <span class="kind">{answer.kinds[kind]}</span>
          <span class="fact">
            {withoutControls(text)}
            {date !== undefined && <span class="date"> → {date}</span>}
          </span>
          <Bar share={share} />
          <span class="outcome">
            {why.outcomes[outcome]}
            {probability !== undefined &&
              ` (${why.doubt(percent(probability.value), percent(probability.threshold))})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
