/** Where English texts name somebody: capitalised words, as they are written. */
import type { CapitalNames } from '../../names/names.ts';
import { AND_WITHIN_NAME } from './and-within-names.ts';
import { PLACE_NAMES } from './place-names.ts';

const KIND_WORDS = `center centre group company corporation co ltd inc limited bank branch hospital clinic university college school
  academy institute institution foundation fund association federation society union chamber club museum library
  district town township county city province prefecture municipality region zone park street subdistrict village
  division department bureau office ministry committee commission council government authority administration agency
  project plan programme program initiative forum conference summit fair expo exhibition festival award
  news press publishing technology international national service system english division science
  agreement memorandum mou deal partnership project ai ip it ict hr pc ev gpu cpu lng suv app ipo esg fintech ceo cto
  cfo coo vp party`;

export const NAMES: CapitalNames = {
  writing: 'capitals',
  kindWords: KIND_WORDS,
  within: [
    {
      pattern: /of|for|and|the|de|&/u,
      means: 'within',
      examples: ['Bank ‹of› Ossen', 'Lind ‹&› Strand'],
      not: ['Reed Hospital'],
    },
  ],
  ofOrganisations: [
    {
      pattern: /\b(?:International|Scientific|BioMed)\b|&/u,
      means: 'organisation',
      examples: ['Lind ‹International›', 'Lind ‹&› Strand'],
      not: ['Ada Lind', 'Internationally'],
    },
  ],
  noNames: [
    {
      pattern:
        /^(?:The|A|An|In|On|At|It|This|That|These|Those|They|He|She|We|Both|Under|As|After|Before|During|For|With|By|From|According|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b/u,
      means: 'no name',
      examples: ['‹On› Monday', '‹Mondays›', '‹March› 2024', '‹The› Bank of Ossen'],
      not: ['Ossen', 'Theodore Lind', 'Fridaya'],
    },
    { pattern: /^C[ETFOMI]O$/u, means: 'no name', examples: ['CEO', 'CTO'], not: ['CEO Lind', 'COO2'] },
  ],
  verbsInFront: [
    {
      pattern: /^\p{Lu}\p{Ll}+(?:(?<=ing) |\s+the )\p{Lu}/u,
      means: 'verb',
      examples: ['‹Keeping L›ind clean', '‹Set the L›ind'],
      not: ['Bank of Ossen', 'Lind the second'],
    },
  ],
  deeds: [
    {
      pattern: /^\s+(?:\p{Ll}+(?:s|ed)|won|was|will|and)\b/u,
      means: 'deed',
      examples: ['‹ reads› it', '‹ was› here'],
      not: [' the form', ' Lind'],
    },
  ],
  verbEnds: [{ pattern: /ing$/u, means: 'ending', examples: ['keep‹ing›'], not: ['keep', 'ingot'] }],
  joints: [
    {
      pattern: /\s+and\s+(?:the\s+)?/u,
      means: 'joint',
      examples: ['Lind‹ and ›Strand', 'Lind‹ and the ›Harbour Institute'],
      not: ['Band'],
    },
  ],
  joinedWithin: AND_WITHIN_NAME,
  places: PLACE_NAMES,
};
