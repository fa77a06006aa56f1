/** Roles in English, in lower-case text. */
import type { RoleRules } from '../roles.ts';

export const ROLES: RoleRules = {
  joints: /[,;.:]\s|\b(?:and|but|while|whereas|although)\b/g,
  stances: [
    {
      pattern: /\b(?:against|oppos(?:e[ds]?|ing)|object(?:s|ed)|reject(?:s|ed)|disagree[ds]?|voted down|voted no)\b/,
      means: 'against',
      examples: ['who voted against it', 'lind opposed the plan'],
      not: ['lind voted for it', 'the opposite bank'],
    },
    {
      pattern:
        /\b(?:vot(?:e[ds]?|ing)|spoke|argued?|campaign(?:s|ed)|was|were|is|are) (?:for|in favou?r)\b|\bin favou?r of\b|\b(?:support(?:s|ed)|back(?:s|ed)|endors(?:es|ed)|welcomed)\b|\bvoted yes\b/,
      means: 'for',
      examples: ['who voted for it', 'lind supported the plan', 'strand was in favour of it'],
      not: ['lind paid for it', 'who came back'],
    },
  ],
  negations: [
    {
      pattern:
        /\b(?:not|never|nobody|no longer|absent|refused? to|fail(?:ed|s)? to|declined? to|stayed away|missed|missing)\b|n['’]t\b/,
      means: 'negation',
      examples: ['who did not come', "lind didn't come", 'strand was absent'],
      not: ['who noted it', 'lind came'],
    },
  ],
  exceptions: [
    {
      pattern: /\b(?:except(?:ing)?(?: for)?|(?:all|everyone|everybody|anyone) but|apart from|other than) (?:(?!and\b)\S+ ){0,3}$/,
      means: 'exception',
      examples: ['all came except ', 'everyone but mayor '],
      not: ['lind came but ', 'exceptional '],
    },
  ],
  denials: [
    {
      // Not more than three, and not before nine, say three and nine.
      pattern:
        /(?:\b(?:not|no longer|never|instead of|rather than)|n['’]t)(?: (?!(?:more|less|fewer|longer|later|earlier|before|after|until|over|under|above|below|only|just|than|within|exceed\w*|least|most|have|has|need|be)\b)[\p{L}'’-]+){0,3} $/iu,
      means: 'denial',
      examples: ['The fair does not start on ', '10,000 blocks and not ', 'it is no longer ', "It isn't "],
      not: ['no more than ', 'you cannot have more than ', 'not before ', 'Not only the mill, but also ', 'the note says '],
    },
  ],
  agents: [
    {
      pattern: /\bby (?:(?!the way\b)[\p{L}'’.-]+ ){0,3}$/u,
      means: 'agent',
      examples: ['was opened by ', 'was opened by the new mayor '],
      not: ['lind opened '],
    },
  ],
  labelJoints: [
    {
      pattern: /\s*(?:[,;/]\s*(?:and\s+)?|\s(?:and|&)\s)\s*/u,
      means: 'joint',
      examples: ['Lind‹, ›Strand', 'Lind‹, and ›Strand', 'Lind‹ and ›Strand'],
      not: ['Ada Lind', 'Band'],
    },
  ],
  labels: [
    {
      pattern: /^(?<label>[^:\t\n]{1,40}):\s+(?<names>\S.*)$/du,
      means: 'label',
      examples: ['millers: Lind, Strand', 'night watch: @owl and Moth'],
      not: ['the mill opens at 10:30', 'millers:'],
    },
    {
      pattern:
        /^(?:(?:[Tt]he|[Oo]ur)\s+)?(?<label>(?:\p{L}[\p{L}'’-]*\s+){1,4}?)(?:is|are|was|were)\s+(?:(?:now|currently|all)\s+)?(?<names>\S.*?)\.?$/du,
      means: 'label',
      examples: ['The millers are Ada Lind, Strand and Moth.', 'our head miller is Ada Lind'],
      not: ['Lind opened the mill'],
    },
  ],
  patients: [
    {
      pattern:
        /\bwho (?:was|were|is|are|has been|have been|got) (?:\w+ly )?(?:\w{2,}ed|chosen|made|given|taken|seen|beaten|hurt|sent|known|met|told|paid|sold|hit|fought|caught|taught|brought|shown|left out)\b(?! with\b)/,
      means: 'patient',
      examples: ['who was appointed head', 'who has been chosen'],
      not: ['who was the head', 'who appointed lind'],
    },
    {
      pattern: /\bwhom\b(?! .* by\b)/,
      means: 'patient',
      examples: ['whom did they appoint'],
      not: ['who came'],
    },
  ],
  tenures: [
    {
      pattern: /\b(?:former|formerly|previous|previously|outgoing|predecessor|used to be)\b|\bex-/,
      means: 'former',
      examples: ['who was the former head', 'ex-mayor '],
      not: ['who is the head', 'express'],
    },
    {
      pattern: /\b(?:acting|interim|caretaker|provisional)\b/,
      means: 'acting',
      examples: ['who is the acting head'],
      not: ['who acted'],
    },
  ],
}; // biome-ignore format: tables
