/** One article, as it was cut into passages; the one that a link means is marked. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { pathOf, withoutControls } from '../../../src/blocks.ts';
import type { ArticleView, PassageView } from '../../../src/library.ts';
import type { Session } from '../../../src/web/api/session.ts';
import { webAddress, writeAddress } from '../address.ts';
import { getArticle } from '../api.ts';
import { quoteOf } from '../ask/talk.ts';
import { Blocks } from '../blocks.tsx';
import { useFailure } from '../parts.tsx';
import { ProblemList, problemsOf, useProblems } from '../problems.tsx';
import { useTexts } from '../settings.tsx';

interface Wanted {
  readonly id: string;
  readonly passage: string;
  readonly session: Session;
}

export function ArticleScreen({ id, passage, session }: Wanted) {
  const { article: texts, articles, loading } = useTexts();
  const [article, setArticle] = useState<ArticleView | null>(null);
  const [tries, setTries] = useState(0);
  const { failure, setFailure, told } = useFailure();
  useEffect(() => {
    let isShown = true;
    setArticle(null);
    setFailure(null);
    getArticle(id).then((found) => isShown && setArticle(found), setFailure);
    return () => {
      isShown = false;
    };
  }, [id, tries]);
  const problems = problemsOf(id, useProblems(session));
  const page = webAddress(article?.url ?? null);
  return (
    <div class="column article">
      <p>
        <a href={writeAddress('articles')}>← {texts.back}</a>
      </p>
      {failure === null && article === null && <p role="status">{loading}</p>}
      {failure?.kind === 'not-found' ? <h1>{texts.gone}</h1> : told(() => setTries(tries + 1))}
      {article !== null && (
        <>
          <h1>{withoutControls(article.title || article.id)}</h1>
          <p class="about">
            {article.date === null ? (
              <span>{articles.undated}</span>
            ) : (
              <time dateTime={article.date}>{article.date}</time>
            )}
            <span>{articles.passages(article.passages.length)}</span>
            {page !== null && (
              <a class="outside" href={page} target="_blank" rel="noopener noreferrer">
                {texts.page} ↗
              </a>
            )}
          </p>
          <ProblemList problems={problems} />
          <p class="note">{article.passages.length === 0 ? texts.empty : texts.asCut}</p>
          {article.passages.map((one, i) => (
            <PassageShown
              key={one.id}
              passage={one}
              number={i + 1}
              before={article.passages[i - 1] ?? null}
              isMeant={one.id === passage}
            />
          ))}
        </>
      )}
    </div>
  );
}

interface Shows {
  readonly passage: PassageView;
  readonly number: number;
  readonly before: PassageView | null;
  readonly isMeant: boolean;
}

function PassageShown({ passage, number, before, isMeant }: Shows) {
  const { article: texts } = useTexts();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isMeant]);
  const path = pathOf(passage.headings);
  return (
    <>
      {path !== '' && path !== pathOf(before?.headings ?? []) && <h2>{withoutControls(path)}</h2>}
      <section
        ref={place}
        class={`passage ${isMeant ? 'meant' : ''}`}
        aria-label={texts.passage(number)}
        {...(isMeant && { tabIndex: -1 })}
      >
        <span class="number" aria-hidden="true">
          {number}
        </span>
        <Blocks blocks={passage.blocks} highlights={isMeant ? marksOf(passage) : []} />
      </section>
    </>
  );
}

/** Where the words that answered stand in their passage. */
function marksOf({ id, blocks }: PassageView): [number, number][] {
  const quote = quoteOf(id);
  const text = blocks.map((block) => block.text).join('\n');
  const start = quote === null ? -1 : text.indexOf(quote);
  return start < 0 ? [] : [[start, start + quote!.length]];
}
