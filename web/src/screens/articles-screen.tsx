/** All articles, searched as somebody types, and what was left out. */
import { useEffect, useState } from 'preact/hooks';
import { withoutControls } from '../../../src/blocks.ts';
import type { ListedWithPassages } from '../../../src/library.ts';
import type { Session } from '../../../src/web/api/session.ts';
import { writeAddress } from '../address.ts';
import { listArticles } from '../api.ts';
import { useFailure } from '../parts.tsx';
import { ProblemList, type Problems, ProblemText, problemsOf, useProblems } from '../problems.tsx';
import { useTexts } from '../settings.tsx';

const PAGE = 50;
/** A pause in which nothing was typed. */
const TYPING_MS = 150;

interface Found {
  readonly total: number;
  readonly articles: readonly ListedWithPassages[];
}

export function ArticlesScreen({ session, text: given }: { session: Session; text: string }) {
  const { articles: texts, loading } = useTexts();
  const [text, setText] = useState(given);
  const { found, more, again, told } = useList(text);
  const problems = useProblems(session);
  // A link to a title leads here while the screen is shown already.
  useEffect(() => setText(given), [given]);
  return (
    <div class="column wide">
      <h1>{texts.title}</h1>
      <search>
        <label for="search">{texts.label}</label>
        <input
          id="search"
          type="search"
          maxLength={200}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </search>
      {told(again)}
      <p role="status" class="note">
        {found === null ? loading : countOf(found, text, texts)}
      </p>
      {found !== null && (
        <ul class="articles">
          {found.articles.map((article) => (
            <Listed key={article.id} article={article} problems={problemsOf(article.id, problems)} />
          ))}
        </ul>
      )}
      {found !== null && found.articles.length < found.total && (
        <button type="button" class="quiet" onClick={more}>
          {texts.more}
        </button>
      )}
      <LeftOut problems={problems.filter(({ article }) => article === undefined)} />
    </div>
  );
}

function countOf(
  { total, articles }: Found,
  text: string,
  texts: ReturnType<typeof useTexts>['articles'],
): string {
  if (total === 0) return text.trim() === '' ? texts.empty : texts.nothing;
  return articles.length < total ? texts.of(articles.length, total) : texts.count(total);
}

function useList(text: string) {
  const [found, setFound] = useState<Found | null>(null);
  const [wanted, setWanted] = useState({ text, start: 0 });
  const { setFailure, told } = useFailure();
  useEffect(() => {
    if (text === wanted.text) return;
    const typing = setTimeout(() => setWanted({ text, start: 0 }), TYPING_MS);
    return () => clearTimeout(typing);
  }, [text, wanted.text]);
  useEffect(() => {
    const leaving = new AbortController();
    listArticles(wanted.text, wanted.start, PAGE, leaving.signal).then(({ total, articles }) => {
      setFailure(null);
      setFound((before) => ({
        total,
        articles: wanted.start === 0 ? articles : [...(before?.articles ?? []), ...articles],
      }));
    }, setFailure);
    return () => leaving.abort();
  }, [wanted, setFailure]);
  return {
    found,
    told,
    more: () => setWanted({ text: wanted.text, start: found?.articles.length ?? 0 }),
    again: () => setWanted({ ...wanted }),
  };
}

interface Lists {
  readonly article: ListedWithPassages;
  readonly problems: Problems;
}

function Listed({ article: { id, title, date, source, passages }, problems }: Lists) {
  const { articles: texts } = useTexts();
  return (
    <li>
      <a href={writeAddress('article', { id })}>{withoutControls(title || id)}</a>
      <span class="about">
        {date === null ? <span>{texts.undated}</span> : <time dateTime={date}>{date}</time>}
        {source !== null && source !== undefined && source !== '' && <span>{withoutControls(source)}</span>}
        <span>{texts.passages(passages)}</span>
      </span>
      <ProblemList problems={problems} />
    </li>
  );
}

/** Files of which nothing could be used. */
function LeftOut({ problems }: { problems: Problems }) {
  const { articles: texts } = useTexts();
  if (problems.length === 0) return null;
  return (
    <section class="skipped">
      <h2>{texts.skipped(problems.length)}</h2>
      <p class="note">{texts.skippedHint}</p>
      <ul>
        {problems.map((problem, i) => (
          <li key={i}>
            <strong>{withoutControls(problem.where)}</strong>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}
