/** What English calls organisations, in lower case. The first row that a question's phrase fits says the type. */
import type { OrganisationRule, OrganisationWord } from '../names/organisations.ts';

const row = (
  means: OrganisationRule['means'],
  pattern: RegExp,
  examples: string[],
  not: string[] = [],
  named: RegExp = pattern,
): OrganisationRule => ({
  means,
  pattern,
  examples,
  not,
  named,
});

export const ORGANISATIONS: readonly OrganisationRule[] = [
  row('society', /\bsocieties\b|\bsociety\b/, ['Ossen Chess Society'], ['the social']),
  row('chamber', /\bchambers?\b/, ['Ossen Chamber of Commerce']),
  row('interest group', /\b(?:trade|industry|lobby|rights|environmental) group\b/, ['Ossen Trade Group'], ['Ossen Group']),
  row('association', /\b(?:associations?|league|guild|union)\b/, ['Rowing Association', 'Fishers Union']),
  row('federation', /\b(?:con)?federations?\b/, ['Rowing Federation']),
  row('foundation', /\b(?:foundations?|trust|endowment)\b/, ['Lind Foundation'], ['founder']),
  row('academy', /\b(?:institutes?|academ(?:y|ies))\b/, ['Harbour Institute', 'Academy of Letters'], ['academic']),
  row('law firm', /\blaw firms?\b|\bllp\b/, ['Lind Law Firm']),
  row('bank', /\bbanks?\b/, ['Bank of Ossen'], ['riverbank road']),
  row('court', /\b(?:court|tribunal)s?\b/, ['Supreme Court']),
  row('airline', /\b(?:airlines?|airways)\b/, ['Ossen Airways']),
  row('club', /\b(?:clubs?|teams?|fc|united)\b/, ['Rowan Club']),
  row('port', /\bports?\b/, ['Port of Ossen'], ['report']),
  row('university', /\b(?:universit(?:y|ies)|colleges?|polytechnic|faculty)\b/, ['Cedar College', 'Mill Polytechnic']),
  row('hospital', /\b(?:hospitals?|clinic|infirmary)\b/, ['Reed Hospital']),
  row('school', /\b(?:schools?|kindergarten)\b/, ['Mill Street School']),
  row('base', /\bbase\b/, ['Ossen Training Base'], ['based']),
  row('park', /\bparks?\b/, ['Mill Science Park'], ['sparks']),
  row('subdistrict', /\bsubdistricts?\b/, ['Mill Subdistrict']),
  row('newspaper', /\bnewspapers?\b/, ['Ossen Gazette'], [], /\b(?:newspapers?|gazette|herald|tribune|daily|times|press)\b/),
  row('laboratory', /\blab(?:orator(?:y|ies)|s)?\b/, ['Reed Laboratory'], ['labour']),
  row('library', /\blibrar(?:y|ies)\b/, ['City Library']),
  row('museum', /\b(?:museums?|gallery)\b/, ['Ossen Museum']),
  row('broadcaster', /\b(?:broadcasters?|broadcasting|tv stations?|television|radio)\b/, ['Ossen Broadcasting']),
  row('unit', /\bbusiness (?:group|unit)s?\b/, ['Cloud Business Group']),
  row('exchange', /\bexchanges?\b/, ['Ossen Stock Exchange']),
  row('alliance', /\balliances?\b/, ['Green Alliance']),
  row('institution', /\binstitutions?\b/, ['Lind Institution']),
  row('company', /\b(?:company|companies|firms?|makers?|brands?|business|groups?|corporations?)\b/, ['Lind Industries', 'Ossen Group', 'Reed Corp'], ['corporal'], /\b(?:company|companies|firms?|makers?|brands?|business|groups?|corporation|corp|inc|ltd|limited|plc|gmbh|holdings?|industries|technolog(?:y|ies)|partners|studios?)\b/),
  row('authority', /\bauthority\b/, ['Ministry of Trade', 'Ossen City Council'], ['officer', 'councillor'], /\b(?:government|ministry|department|bureau|office|agency|authority|council|committee|commission|administration|municipality|police|navy|army|parliament|senate|centers?|centres?|organi[sz]ation)\b/),
]; // biome-ignore format: a table

/** Words of companies' names, as a name has them. */
export const ORGANISATION_WORDS: readonly OrganisationWord[] = [
  {
    pattern: /\b(?:group|corporation|corp|company|co|ltd|limited|inc|holdings?|plc)/,
    means: 'word of names',
    isLegalForm: true,
    examples: ['Lind Holdings', 'Reed Corp', 'Ossen Co'],
    not: ['Disco'],
  },
];
