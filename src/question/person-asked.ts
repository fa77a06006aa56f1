/** What a question says of the person that it asks for: the title, of which house, for which side. */
import { questionTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import type { Language, Terms } from '../types.ts';
import type { AskedNoun } from './asked-noun.ts';
import { type Side, signersSide, type Ways } from './asks-for.ts';

export interface PersonAsked {
  /** Titles that a person has to bear; a signer needs none where who signed is asked for. */
  readonly titles: readonly AskedNoun[];
  /** Whether one of lower rank is asked for: 副校长, vice president. */
  readonly isDeputy: boolean;
  /** Terms of the question for the house whose title it is: PICC of "PICC's chairman". */
  readonly house: Terms;
  /** Terms that only say the title, in English questions; a CEO is one in Chinese texts, too. */
  readonly titleTerms: Terms;
  /** For whom the person signed or came; null where the question tells none, or asks by a title. */
  readonly side: Side | null;
}

const DEPUTY = /副|助理|\bvice\b|\bdeputy\b|\bassistant\b/;
const IS_SIGNER = /^(?:签[约字署]人?)?(?:代表|[人者])$|^sign(?:er|ator(?:y|ie))s?$/u;
/** What English calls a 书记. */
const PARTY_OFFICE = 'party secretary chief head';

/** A question as far as it was read. */
interface Asking {
  readonly text: string;
  readonly folded: string;
  readonly language: Language;
  readonly asked: readonly AskedNoun[];
  readonly ways: Ways;
  readonly terms: Terms;
  readonly today: string;
}

export function personAsked({ text, folded, language, asked, ways, terms, today }: Asking): PersonAsked {
  const people = asked.filter(({ kind }) => kind === 'person');
  const house = questionTerms(people.map(({ of }) => (of ?? '').replace(DEPUTY, ' ')).join(' '), today);
  const words = people.map(({ noun }) => (containsHan(noun) ? PARTY_OFFICE : noun));
  const asksBySide = ways.signer || ((ways.attendance || ways.person) && people.length === 0);
  return {
    titles: people.filter(({ noun }) => !(IS_SIGNER.test(noun) && ways.signer)),
    isDeputy: DEPUTY.test(folded),
    house: new Map([...terms].filter(([term]) => house.has(term))),
    titleTerms:
      language === 'zh' || people.length === 0
        ? new Map()
        : questionTerms(`${words.join(' ')} vice deputy`, today),
    side: asksBySide ? signersSide(text, today) : null,
  };
}
