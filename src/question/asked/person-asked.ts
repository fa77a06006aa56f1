/** What a question says of the person that it asks for: the title, of which organisation, for which side. */
import { LANGUAGES, rulesOf } from '../../rules/languages.ts';
import { questionTerms } from '../../text/analyze.ts';
import type { Language, Terms } from '../../types.ts';
import type { Ways } from '../ways.ts';
import type { AskedNoun } from './asked-noun.ts';
import { type Side, sideAsked } from './side.ts';
import { type TitleAsked, titleAsked } from './title-asked.ts';

export interface PersonAsked {
  /** Titles that a person has to bear; a signer needs none where who signed is asked for. */
  readonly titles: readonly TitleAsked[];
  /** Terms of the question for the organisation whose title it is: PICC of "PICC's chairman". */
  readonly organisation: Terms;
  /** Terms that only say the title, in English questions; a CEO is one in Chinese texts, too. */
  readonly titleTerms: Terms;
  /** For whom the person signed or came; null where the question tells none, or asks by a title. */
  readonly side: Side | null;
}

const DEPUTY = LANGUAGES.flatMap(({ asking }) => asking.ways.filter(({ means }) => means === 'deputy'));
const SIGNERS = LANGUAGES.flatMap(({ asking }) => asking.signers);
const JOINED_TITLES = LANGUAGES.flatMap(({ nouns }) =>
  nouns.writing === 'spaced' ? nouns.joinedTitles : [],
);
/** What a question calls the noun that it asks for: party secretary for 书记. */
const saidAs = (noun: string): string =>
  JOINED_TITLES.find((title) => title.noun.means === noun)?.words ?? noun;

const isSigner = (noun: string): boolean => SIGNERS.some(({ pattern }) => pattern.test(noun));

const withoutRank = (organisation: string): string =>
  DEPUTY.reduce((left, { pattern }) => left.replace(pattern, ' '), organisation);

/** A question as far as it was read. */
interface Asking {
  readonly text: string;
  readonly language: Language;
  readonly asked: readonly AskedNoun[];
  readonly ways: Ways;
  readonly terms: Terms;
  readonly today: string;
}

export function personAsked({ text, language, asked, ways, terms, today }: Asking): PersonAsked {
  const people = asked.filter(({ kind }) => kind === 'person');
  const organisation = questionTerms(people.map(({ of }) => withoutRank(of ?? '')).join(' '), today);
  const words = people.map(({ noun }) => saidAs(noun));
  const { rankWords } = rulesOf(language).titles;
  const asksBySide = ways.signer || ((ways.attendance || ways.person) && people.length === 0);
  return {
    titles: people
      .filter(({ noun }) => !(ways.signer && isSigner(noun)))
      .map(({ noun, of }) => titleAsked(noun, of)),
    organisation: new Map([...terms].filter(([term]) => organisation.has(term))),
    titleTerms:
      rankWords === null || people.length === 0
        ? new Map()
        : questionTerms(`${words.join(' ')} ${rankWords}`, today),
    side: asksBySide ? sideAsked(text, today) : null,
  };
}
