/** For which kinds of fact a question asks: by its question words, or by the noun that says what is asked for. */
import { LANGUAGES } from '../rules/languages.ts';
import type { NounKind } from '../rules/nouns.ts';
import type { Rule } from '../rules/rule.ts';
import type { FactKind } from '../types.ts';
import type { AskedNoun } from './asked/asked-noun.ts';

const KINDS = LANGUAGES.flatMap(({ asking }) => asking.kinds);
const PARTIES = LANGUAGES.flatMap(({ asking }) => asking.parties);
const NOUNS = LANGUAGES.flatMap(({ asking }) => asking.nouns);

/** What asks for the noun of a kind; a thing is asked for as `what`, which is no fact. */
const ASKED_AS: Readonly<Record<NounKind, FactKind>> = {
  person: 'who',
  organisation: 'who',
  party: 'who',
  place: 'where',
  time: 'when',
  amount: 'number',
  thing: 'what',
};

function kindOfNoun(folded: string, { noun, kind, start }: AskedNoun): FactKind {
  const marked = `${folded.slice(0, start)}‹${noun}›${folded.slice(start + noun.length)}`;
  const rule = NOUNS.find(({ of, pattern }) => (of === undefined || of === kind) && pattern.test(marked));
  return rule?.means ?? ASKED_AS[kind];
}

/** What asks in a question, and where in it. */
interface Asks {
  readonly kind: FactKind;
  readonly place: number;
}

const asksBy = (rules: readonly Rule<FactKind>[], folded: string): Asks[] =>
  rules
    .map(({ pattern, means }) => ({ kind: means, place: folded.search(pattern) }))
    .filter(({ place }) => place >= 0);

/** Kinds of fact that a normalised question asks for, in its order; `what` alone where nothing else is. */
export function kindsOf(folded: string, asked: readonly AskedNoun[]): FactKind[] {
  const nouns = asked.map((noun) => ({ kind: kindOfNoun(folded, noun), place: noun.start }));
  // What its noun says counts before the question word: 哪家 of 在哪家酒店 asks for a place.
  const parties = nouns.some(({ kind }) => kind === 'where') ? [] : asksBy(PARTIES, folded);
  const all = [...asksBy(KINDS, folded), ...parties, ...nouns].filter(({ kind }) => kind !== 'what');
  all.sort((a, b) => a.place - b.place);
  return all.length === 0 ? ['what'] : [...new Set(all.map(({ kind }) => kind))];
}
