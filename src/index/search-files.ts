/** The questions of an index answered from files of this machine. */
import { isWithinScope, type Scope } from '../scope.ts';
import type { WaysToSay } from '../types.ts';
import { articlesHaving } from './articles-having.ts';
import { daysOf } from './day-number.ts';
import type { IndexParts, OpenIndex } from './open.ts';
import type { Candidates, IndexQuery, Limits } from './search-index.ts';
import { viewOf } from './view.ts';

/** A view takes some bytes a passage; those used last are kept. */
const MAX_VIEWS = 50;

/** Nothing of it waits: that all is promised costs some microseconds a question. */
export function searchFiles(parts: IndexParts): OpenIndex {
  const { keywords, articleOf } = parts;
  const views = createViews(parts);
  const index: OpenIndex = {
    ...parts,
    frequency: keywords.frequency,
    within: async (scope) => views(scope) ?? index,
    candidates: async (query) => findCandidates(parts, query),
    read: async () => index,
    frequencies: async (terms) => new Map(Array.from(terms, (term) => [term, keywords.frequency(term)])),
    heard: async (terms, limits) => {
      const admits = admittedBy(parts, limits);
      const has = (term: string): boolean =>
        keywords.frequency(term) > 0 &&
        (admits === null || keywords.passagesOf(term).some((passage) => admits(articleOf(passage))));
      return new Set(terms.filter(has));
    },
    termsFrom: async (prefix) => keywords.termsFrom(prefix),
    having: async (terms, passages) => {
      const all = new Set(terms.flatMap((term) => keywords.passagesOf(term)));
      return new Set(passages.filter((passage) => all.has(passage)));
    },
    textWith: async (term) => {
      const [number] = keywords.passagesOf(term);
      return number === undefined
        ? null
        : `${parts.passage(number).text} ${parts.article(articleOf(number)).title}`;
    },
    articlesHaving: async (words) => {
      const all = parts.list();
      const withTerm = (term: string) => keywords.passagesOf(term).map(articleOf);
      return articlesHaving(words, withTerm, bestScores(parts, words)).map((number) => all[number]!);
    },
    sources: async (start, end) => parts.list().slice(start, end),
    sizes: async (articles) =>
      articles.map((article) => {
        const { start, end } = parts.passagesOf(article);
        return end - start;
      }),
    find: async (id) => {
      const number = parts.list().findIndex((one) => one.id === id);
      return number < 0 ? null : number;
    },
    close: async () => {},
  };
  return index;
}

/** Views of one index, each made once; null for the scope that leaves no article out. */
function createViews(parts: IndexParts): (scope: Scope) => OpenIndex | null {
  const views = new Map<string, OpenIndex | null>();
  return (scope) => {
    const { server, parts: wanted } = scope;
    const isKnown = server !== null && parts.manifest.servers.includes(server);
    const name = JSON.stringify([isKnown ? server : null, wanted === undefined ? null : [...wanted].sort()]);
    let view = views.get(name);
    if (view === undefined) {
      const seen = viewOf(parts, (article) => {
        const owner = parts.serverOf(article);
        if (owner !== null && owner !== server) return false;
        return wanted === undefined || isWithinScope(parts.list()[article]!, scope);
      });
      view = seen === parts ? null : searchFiles(seen);
      const [oldest] = views.keys();
      if (views.size >= MAX_VIEWS && oldest !== undefined) views.delete(oldest);
    } else views.delete(name);
    views.set(name, view);
    return view;
  };
}

function findCandidates(parts: IndexParts, { terms, vector, k, limits = {} }: IndexQuery): Candidates {
  const { keywords, vectors } = parts;
  const scores = keywords.scores(terms);
  const admits = admittedBy(parts, limits);
  const byVector =
    admits === null
      ? vectors.search(vector, k)
      : vectors.searchAmong(vector, k, admittedPassages(parts, admits, scores));
  const passages = [...new Set([...best(scores, k), ...byVector.map(({ passage }) => passage)])];
  return { passages, keywords: scores, facts: parts };
}

/** Of each article that has any of the terms the score of its best passage. */
function bestScores({ keywords, articleOf }: IndexParts, words: readonly WaysToSay[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const [passage, score] of keywords.scores(new Map(words.flat(2).map((term) => [term, 1]))).entries()) {
    if (score <= 0) continue;
    const article = articleOf(passage);
    best.set(article, Math.max(score, best.get(article) ?? 0));
  }
  return best;
}

/** Tells which articles are looked at; null where all are. As numbers, since each article is looked at. */
function admittedBy(parts: IndexParts, { period, without }: Limits): ((article: number) => boolean) | null {
  if (period === undefined) return without === undefined ? null : (article) => !without.has(article);
  const isOf = daysOf(period);
  return (article) => !without?.has(article) && isOf(parts.dayOf(article));
}

/** Passages of the articles that are admitted, in order; the scores of all others become 0. */
function admittedPassages(
  { manifest, passagesOf }: IndexParts,
  admits: (article: number) => boolean,
  scores: Float32Array,
): Uint32Array {
  const admitted = new Uint32Array(manifest.passages);
  let count = 0;
  for (let article = 0; article < manifest.articles; article++) {
    const { start, end } = passagesOf(article);
    if (admits(article)) for (let passage = start; passage < end; passage++) admitted[count++] = passage;
    else scores.fill(0, start, end);
  }
  return admitted.subarray(0, count);
}

/** Numbers of the k best scores above 0, best first; among equals the earlier one. */
function best(scores: Float32Array, k: number): number[] {
  let threshold = 0;
  let found: number[] = [];
  const trim = (): void => {
    if (found.length < k) return;
    // Numbers alone sort ten times as fast as what is compared by a function.
    const values = new Float32Array(found.length);
    for (const [place, i] of found.entries()) values[place] = scores[i]!;
    threshold = values.sort()[found.length - k]!;
    found = found.filter((i) => scores[i]! >= threshold);
  };
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! <= threshold) continue;
    found.push(i);
    // Sorting now and then costs less than keeping a heap: most scores never pass the threshold.
    if (found.length >= 16 * k) trim();
  }
  trim();
  return found.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, k);
}
