/**
 * What the terminal and Discord ask of whoever holds model and index. Arguments and results are plain data, so that
 * they may come from another process.
 */
import { type AskOptions, answerQuestion } from './answer/answer.ts';
import type { Answer, Source, Stage } from './answer-types.ts';
import type { Engine } from './engine.ts';
import { explainAnswer, searchPassages } from './explain/explain.ts';
import type { ExplainedAnswer, ExplainedPassage } from './explain/explanation.ts';
import type { BuildProgress, BuildResult } from './index/build.ts';
import type { SearchIndex } from './index/search-index.ts';
import { type ListedArticle, sourceOf } from './passages/read.ts';
import { groupAlike } from './retrieval/alike.ts';
import { fusionOf } from './retrieval/fuse.ts';
import { isWithinScope, type Scope, SHARED } from './scope.ts';
import { normalize } from './text/normalize.ts';
import type { Block } from './types.ts';

export interface LibraryStatus {
  /** Name of the build of the index that answers now. */
  readonly index: string;
  /** When it was built, ISO 8601. */
  readonly builtAt: string;
  readonly articles: number;
  readonly passages: number;
  readonly model: string;
}

/** A passage of an article that is read from beginning to end. */
export interface PassageView {
  readonly id: string;
  readonly text: string;
  /** The headings above it, outermost first, without the title of the article. */
  readonly headings: readonly string[];
  /** Name of its place in the page; null at its beginning. */
  readonly anchor: string | null;
  readonly blocks: readonly Block[];
}

/** An article in the passages it was cut into, in the order of its text. */
export interface ArticleView extends Source {
  readonly passages: readonly PassageView[];
}

/** Which articles are listed: those within the scope whose title, headings, source or id has the text. */
interface ListQuery {
  readonly scope?: Scope;
  /** Empty for all. */
  readonly text?: string;
  /** Places in the list, the newest article first: from `start` on, `count` of them. */
  readonly start: number;
  readonly count: number;
}

export interface ListedWithPassages extends ListedArticle {
  /** How many it was cut into. */
  readonly passages: number;
}

export interface ArticleList {
  /** How many the query finds in all. */
  readonly total: number;
  readonly articles: readonly ListedWithPassages[];
}

/** Who sees what is asked without a scope: what all servers see. */
export interface Library {
  /** Answers from exactly one build of the index, of which only what is within the scope counts. */
  ask(question: string, options?: ScopedOptions, onStage?: OnStage): Promise<Answer>;
  /** Of the whole index. */
  status(): Promise<LibraryStatus>;
  /** All articles of all servers, in the order of the index, or those at the places from `start` up to `end`: many make a long message. */
  articles(start?: number, end?: number): Promise<readonly ListedArticle[]>;
  /** Null where there is no article of this id within the scope. */
  article(id: string, scope?: Scope): Promise<ArticleView | null>;
  /** Groups of questions that ask the same in other words, by their numbers in the list; those that matter most come first. */
  group(questions: readonly string[]): Promise<number[][]>;
  /** Lets model and index go; nothing may be asked afterwards. Settles within a second, whatever is under way. */
  close(): Promise<void>;
}

/** What the page asks, too, and `npm run ask` to explain an answer. */
export interface PageLibrary extends Library {
  /** As `ask`, with what the answer came from. */
  explain(question: string, options?: ScopedOptions, onStage?: OnStage): Promise<ExplainedAnswer>;
  /** The first `most` passages by each leg and by both, best first. */
  search(text: string, most: number, scope?: Scope): Promise<readonly ExplainedPassage[]>;
  list(query: ListQuery): Promise<ArticleList>;
}

/** A library in processes of its own: it follows a new build of the index, and its process is started again. */
export interface LiveLibrary extends PageLibrary {
  /**
   * Resolves once questions are answered and no build is under way: what was built for that, or null. Where that build
   * fails and an older index answers, the log says why. Throws what keeps every index from answering. Questions may be
   * asked before, and wait.
   */
  readonly ready: Promise<BuildResult | null>;
  /** Resolves once nothing will be answered any more, with the reason; never after `close`. */
  readonly ended: Promise<Error>;
  /**
   * Builds the index anew while the one before answers, and resolves once the new one does; a second call joins the
   * first. Throws {@link NotBuilt} or another error with the message of the build's, or why the new index is refused.
   */
  reindex(onProgress?: (progress: BuildProgress) => void): Promise<BuildResult>;
  /**
   * Goes back to the index before the current one, and resolves once that one answers. Throws where a build is under way,
   * where there is none before, or where it is no good.
   */
  rollBack(): Promise<void>;
  /** How far the build has come that is under way, whoever began it; null where none is. */
  progress(): BuildProgress | null;
  /** Ends a build that is under way, and begins no more: what is asked gets all of the machine. */
  stopBuilding(): void;
  /** Builds the index where it is missing or out of date. Throws as `reindex` does. */
  catchUp(): Promise<void>;
  /** Ends a build that is under way; another one may begin. */
  abandonBuild(): void;
  /** Of the process that answers now, or null while none does. */
  processId(): number | null;
}

/** Why a library that lives in another process gave no answer; each text is written for the person who asked. */
const REASONS = {
  full: 'Too many questions are waiting. Ask again in a minute.',
  late: 'The answer took too long. Ask again.',
  building: 'The index is still being built. Ask again in a few minutes.',
  died: 'Answering this question failed twice. Ask it in other words.',
  ended: 'No question can be answered any more: the program has to be started again.',
  closed: 'The program is ending. Ask again when it is back.',
} as const;

/** A question got no answer, though nothing was wrong with it; `reason` is for programs, the message for people. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  readonly reason: keyof typeof REASONS;

  constructor(reason: keyof typeof REASONS, options?: ErrorOptions) {
    super(REASONS[reason], options);
    this.reason = reason;
  }
}

/** Why nothing was built: another program builds, disk or folder fail, articles cannot be read, there is none to be used. */
export interface WhyNotBuilt {
  readonly reason: 'locked' | 'disk' | 'unread' | 'empty';
  /** For `locked`, since when, ISO 8601, where that is known. */
  readonly since: string | null;
}

/** A build failed for a reason that a person can do something about; the message is for who runs the program. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
  readonly why: WhyNotBuilt;

  constructor(message: string, why: WhyNotBuilt) {
    super(message);
    this.why = why;
  }
}

/** Told as each stage of a question begins. */
export type OnStage = (stage: Stage) => void;

export interface ScopedOptions extends AskOptions {
  readonly scope?: Scope;
}

/** A library over an engine of this process. */
export function libraryOf(engine: Engine): PageLibrary {
  const { index } = engine;
  const { build, manifest } = index;
  const list = newestFirst(index);
  return {
    ask: async (question, { scope = SHARED, ...options } = {}, onStage) =>
      answerQuestion({ ...engine, index: await index.within(scope) }, question, {
        ...options,
        ...(onStage && { watch: { onStage } }),
      }),
    explain: async (question, { scope = SHARED, ...options } = {}, onStage) =>
      explainAnswer({ ...engine, index: await index.within(scope) }, question, options, onStage),
    search: async (text, most, scope = SHARED) =>
      searchPassages({ ...engine, index: await index.within(scope) }, text, most),
    list: async ({ scope = SHARED, text = '', start, count }) => {
      const wanted = fold(text);
      const found = (await list()).filter(
        ({ article, folded }) => folded.includes(wanted) && isWithinScope(article, scope),
      );
      const shown = found.slice(start, start + count);
      const sizes = await index.sizes(shown.map(({ number }) => number));
      return {
        total: found.length,
        articles: shown.map(({ article }, i) => ({ ...article, passages: sizes[i]! })),
      };
    },
    status: async () => ({
      index: build,
      builtAt: manifest.builtAt,
      articles: manifest.articles,
      passages: manifest.passages,
      model: manifest.model.name,
    }),
    articles: (start, end) => index.sources(start, end),
    article: async (id, scope = SHARED) => {
      const number = await index.find(id);
      if (number === null) return null;
      const read = await index.read([number], [], []);
      const found = read.article(number);
      if (!isWithinScope(found, scope)) return null;
      const { start, end } = read.passagesOf(number);
      const passages = Array.from({ length: end - start }, (_, i): PassageView => {
        const { id: passageId, section, text, blocks } = read.passage(start + i);
        const { headings, anchor } = section;
        return { id: passageId, text, headings, anchor, blocks };
      });
      return { ...sourceOf(found), passages };
    },
    group: async (questions) => {
      const vectors: Float32Array[] = [];
      for (const question of questions) vectors.push(await engine.embedder.embedQuestion(question));
      return groupAlike(vectors, fusionOf(engine.embedder.model));
    },
    close: () => index.close(),
  };
}

const fold = (text: string): string => normalize(text).replace(/\s+/g, '');

/** All articles with what is looked for in them, read when that is first asked for. */
function newestFirst(index: SearchIndex) {
  let listed: Promise<{ article: ListedArticle; number: number; folded: string }[]> | undefined;
  const read = async () => {
    const articles = await index.sources();
    return articles
      .map((article, number) => {
        const { title, headings = [], source, id } = article;
        const folded = [title, ...headings, source ?? '', id].map(fold).join('\n');
        return { article, number, folded };
      })
      .sort((a, b) => (b.article.date ?? '').localeCompare(a.article.date ?? ''));
  };
  return () => {
    listed ??= read().catch((error) => {
      listed = undefined;
      throw error;
    });
    return listed;
  };
}
