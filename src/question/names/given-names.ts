/** The names, years, editions and versions that a question gives. */
import { LANGUAGES } from '../../rules/languages.ts';
import { findDates } from '../../text/find-dates.ts';
import { normalize } from '../../text/normalize.ts';
import { capitalNameFinder } from './capital-names.ts';
import { always, bigrams, type GivenName, nameOfTerm } from './given-name.ts';
import { runningNameFinder } from './running-names.ts';

/** How the names are found that a question gives in the words of a language. */
const FINDERS = LANGUAGES.map(({ names }) =>
  names.writing === 'running' ? runningNameFinder(names.given) : capitalNameFinder(names),
);
const EDITIONS = LANGUAGES.flatMap(({ names }) => (names.writing === 'running' ? names.given.editions : []));

/** Names of a question, each once. */
export function namesGiven(text: string): GivenName[] {
  const names = [
    ...FINDERS.flatMap((find) => find(text)),
    ...yearsGiven(text),
    ...editionsGiven(text),
    ...versionsGiven(text),
  ];
  return [...new Map(names.map((name) => [name.whole, name])).values()];
}

/** Who asks about 2021 is not told of 2023, nor who asks about the third fair of the sixth. */
function yearsGiven(text: string): GivenName[] {
  const dated = findDates(text).flatMap(({ year }) => (year === undefined ? [] : [nameOfTerm(`d:${year}`)]));
  // 开放数据竞赛2023 is told as a number.
  const bare = [...normalize(text).matchAll(/(?<![\d.,-])20[0-4]\d(?![\d.,%\p{Script=Latin}-])/gu)].map(
    ([year]) => ({
      ...nameOfTerm(`d:${year}`),
      parts: [`n:${year}`],
    }),
  );
  return [...bare, ...dated];
}
const editionsGiven = (text: string): GivenName[] =>
  EDITIONS.flatMap(({ pattern }) => [...text.matchAll(pattern)]).map(({ 0: whole, groups }) => ({
    whole: `o:${whole}`,
    parts: bigrams(normalize(groups!.edition!)),
    enough: 1,
    lacks: always,
  }));

/** Nor of version 2.0 who asks about 3.0. */
const versionsGiven = (text: string): GivenName[] =>
  [...normalize(text).matchAll(/(?<![\d.])(?<version>\d{1,2})\.0(?![\d.%])/g)].map(({ groups }) =>
    nameOfTerm(`n:${groups!.version}`),
  );
