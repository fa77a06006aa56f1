/** What exactly a question means with who, when, where and how many: who signed or a party, a day, one or several. */
import { WAYS, type Way } from '../rules/asking.ts';
import { LANGUAGES } from '../rules/languages.ts';
import type { AskedNoun } from './asked/asked-noun.ts';

const RULES = LANGUAGES.flatMap(({ asking }) => asking.ways);
const PEOPLE = LANGUAGES.flatMap(({ asking }) => asking.people);

export type Ways = Readonly<Record<Way, boolean>>;

/** Ways in which a normalised question asks. */
export function waysOf(folded: string, asked: readonly AskedNoun[]): Ways {
  const ways = new Set(RULES.filter(({ pattern }) => pattern.test(folded)).map(({ means }) => means));
  // Which district signed for the project asks for no person, who signed for which district does.
  if (asksForHouse(asked) && !PEOPLE.some(({ pattern }) => pattern.test(folded))) ways.delete('signer');
  if (ways.has('signer')) ways.add('attendance');
  if (ways.has('signer') || asksForPerson(asked, ways)) ways.add('person');
  else ways.delete('person');
  if (ways.has('future')) ways.add('planned');
  if (asked.some(({ noun, kind }) => kind !== 'thing' && PLURAL.test(noun))) ways.add('several');
  return Object.fromEntries(WAYS.map((way) => [way, ways.has(way)])) as Ways;
}

const asksForHouse = (asked: readonly AskedNoun[]): boolean =>
  asked.some(({ kind }) => kind === 'organisation' || kind === 'place' || kind === 'party') &&
  !asked.some(({ kind }) => kind === 'person');

/** What its noun says counts before how it asks: 哪家公司的老总. */
function asksForPerson(asked: readonly AskedNoun[], ways: ReadonlySet<Way>): boolean {
  const named = asked.find(({ kind }) => kind === 'person' || kind === 'organisation');
  return named === undefined ? ways.has('person') && !ways.has('organisation') : named.kind === 'person';
}

const PLURAL = /[^s]s$/;
