/** What a question says of the organisation or place that it asks for, as how texts write such names. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { OrganisationType } from '../../rules/names/organisations.ts';
import type { PlaceLevel } from '../../rules/names/places.ts';
import { normalize } from '../../text/normalize.ts';
import { LEGAL_FORM } from '../../text/organisation-words.ts';
import { askedPhrases } from '../focus.ts';

const ORGANISATIONS = LANGUAGES.flatMap(({ organisations }) => organisations);
const LEVELS = LANGUAGES.flatMap(({ places }) => places.levels);
const AS_PARTY = LANGUAGES.flatMap(({ places }) => places.asParty);

const anyOf = (patterns: readonly RegExp[], flags: string): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), flags);

/** How names of a type are written, in any language. */
const NAMED: ReadonlyMap<OrganisationType, RegExp> = new Map(
  ORGANISATIONS.map(({ means }) => [
    means,
    anyOf(
      ORGANISATIONS.filter((rule) => rule.means === means).map(({ pattern, named = pattern }) => named),
      'iu',
    ),
  ]),
);

/** Types that a name need not say: a company is often called without. */
const UNSAID: readonly OrganisationType[] = ['institution', 'company'];
const COMPANY = NAMED.get('company')!;
const INSTITUTION = NAMED.get('institution')!;

/** How the organisation is named that a phrase of the question asks for: 哪个学会, which bank. */
export function expectedOrganisation(text: string): RegExp | undefined {
  const asking = askedPhrases(text).join(' ');
  const asked = ORGANISATIONS.filter(({ pattern }) => pattern.test(asking)).map(({ means }) => means);
  const type = asked.find((means) => !UNSAID.includes(means)) ?? asked[0];
  return type && NAMED.get(type);
}

/** Whether a name may be of the type asked for; one of a bank says that it is one. */
export function isOfType(type: RegExp, name: string): boolean {
  if (type === INSTITUTION) return true;
  return type === COMPANY
    ? !NO_COMPANY.test(name)
    : [name, name.replace(LEGAL_FORM, '')].some((one) => type.test(one));
}

/** What is no company. */
const NO_COMPANY = anyOf(
  (
    [
      ...['foundation', 'association', 'society', 'chamber', 'federation', 'university'],
      ...['school', 'hospital', 'court', 'subdistrict', 'authority'],
    ] as OrganisationType[]
  ).map((type) => NAMED.get(type)!),
  'iu',
);

/** The level of place that a question asks for. */
export function expectedPlace(text: string): PlaceLevel | undefined {
  const folded = normalize(text);
  return LEVELS.find(({ pattern }) => pattern.test(folded))?.means;
}

export function expectsPlaceAsParty(text: string): boolean {
  const folded = normalize(text);
  return AS_PARTY.some(({ pattern }) => pattern.test(folded));
}
