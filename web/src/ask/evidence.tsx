/** The quotes or passages that an answer is from, with where each stands. */
import type { Answer, AnswerPart, Evidence } from '../../../src/answer-types.ts';
import { addressAt, isShortQuote, pathOf, withoutControls } from '../../../src/blocks.ts';
import { webAddress, writeAddress } from '../address.ts';
import { Blocks, MarkedText } from '../blocks.tsx';
import { useTexts } from '../settings.tsx';

/** Best first; more would be a page to scroll. */
const PASSAGES = 3;

export const EvidenceList = ({ part }: { part: AnswerPart | Answer }) => (
  <>
    {shownEvidence(part).map((evidence, i) => (
      <EvidenceShown key={i} evidence={evidence} isQuote={isShortQuote(evidence, part)} />
    ))}
  </>
);

/** The best quote, and those that hold a fact; without facts the best passages. */
const shownEvidence = ({ evidence, facts }: Pick<Answer, 'evidence' | 'facts'>): Evidence[] =>
  facts.length === 0
    ? evidence.slice(0, PASSAGES)
    : evidence.filter(({ highlights }, i) => i === 0 || highlights.length > 0);

function EvidenceShown({ evidence, isQuote }: { evidence: Evidence; isQuote: boolean }) {
  const { answer: texts } = useTexts();
  const { article, headings, quote, blocks, highlights, passage, anchor, alsoIn } = evidence;
  const page = webAddress(article.url === null ? null : addressAt(article.url, anchor));
  return (
    <figure class="evidence">
      <blockquote>
        {isQuote ? (
          <p>
            <MarkedText text={quote} spans={highlights.map(([start, end]) => ({ start, end }))} />
          </p>
        ) : (
          <Blocks blocks={blocks} highlights={highlights} />
        )}
      </blockquote>
      <figcaption>
        <a href={writeAddress('article', { id: article.id, passage })} title={texts.open}>
          {withoutControls(pathOf([article.title || article.id, ...headings]))}
        </a>
        {article.date !== null && <time dateTime={article.date}>{article.date}</time>}
        {alsoIn.length > 0 && <span>{texts.alsoIn(alsoIn.length)}</span>}
        {page !== null && (
          <a class="outside" href={page} target="_blank" rel="noopener noreferrer">
            {texts.page} ↗
          </a>
        )}
      </figcaption>
    </figure>
  );
}
