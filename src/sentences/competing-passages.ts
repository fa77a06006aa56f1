/** The passages whose sentences compete: the best, and the beginnings of the best articles. */
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';

const MAX_PASSAGES = 8;

/** The beginnings of news say who, when and where; those of the best articles are read whatever their score. */
const MAX_LEADS = 2;
/** Score of a beginning that was not found, as a share of its article's best. */
const LEAD_SHARE = 0.6;

/** Best first, and then the beginnings. */
export function competingPassages(texts: Texts, passages: readonly PassageHit[]): PassageHit[] {
  const hits = passages.slice(0, MAX_PASSAGES);
  const best = [...new Map([...hits].reverse().map((hit) => [hit.article, hit])).values()].reverse();
  const leads = best.slice(0, MAX_LEADS).flatMap((hit): PassageHit[] => {
    const first = texts.passagesOf(hit.article).start;
    if (hits.some(({ passage }) => passage === first)) return [];
    return [{ ...hit, passage: first, score: LEAD_SHARE * hit.score, keywordRank: null, denseRank: null }];
  });
  return [...hits, ...leads];
}
