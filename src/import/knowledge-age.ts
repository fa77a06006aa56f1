/** How old that is which the articles tell. */
import type { Source } from '../answer-types.ts';
import type { SourceState } from './records/records.ts';

export interface KnowledgeAge {
  /** Day of the newest article, `YYYY-MM-DD`; null where none has one. */
  readonly newest: string | null;
  /** End of the last run over a source in which nothing failed, ISO 8601; null where there was none. */
  readonly fetched: string | null;
}

/** Of articles that somebody sees, and of the sources that they come from. */
export const knowledgeAge = (
  articles: readonly Pick<Source, 'date'>[],
  sources: readonly Pick<SourceState, 'succeeded'>[],
): KnowledgeAge => ({
  newest: lastOf(articles.map(({ date }) => date)),
  fetched: lastOf(sources.map(({ succeeded }) => succeeded)),
});

/** The last of days or times that are written so that they sort. */
const lastOf = (times: readonly (string | null)[]): string | null =>
  times.reduce((last, time) => ((time ?? '') > (last ?? '') ? time : last), null);
