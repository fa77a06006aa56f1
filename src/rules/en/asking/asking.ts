/** How English questions ask, in lower-case text. */
import type { FactKind } from '../../../types.ts';
import type { AskingRules, NounRule } from '../../asking.ts';
import type { Rule } from '../../rule.ts';
import { THINGS, WAYS } from './ways.ts';

const KINDS: readonly Rule<FactKind>[] = [
  {
    pattern:
      /(?<!\b(?:who|whom|what|which|how|where|why)\b.*\w |^(?:is|are|was|were|does|do|did|can|could|will|would|should|must|may) (?!(?:you|we) (?:know|tell|say)\b).*\w )\bwhen\b(?<!^when(?= (?:i|you|we|they|he|she|it|people|someone)\b))|\b(?:and|or) when\b|\bhow soon\b/,
    means: 'when',
    examples: [
      'when does the mill open',
      'who built it and when',
      'how soon will it open',
      'do you know when it opens',
    ],
    not: [
      'who spoke when the mill opened',
      'whenever you like',
      'when i log in, nothing happens',
      'is it open when it rains',
    ],
  },
  { pattern: /\bdate\b/, means: 'when', examples: ['opening date of the mill'], not: ['update the bot'] },
  {
    pattern:
      /\bhow (?:many|much|long|big|large|old|often|far|high|fast|tall|deep|wide)\b|(?<!\b(?:phone|telephone|contact|port|version|serial|account|room|order|id) )\bnumber of\b/,
    means: 'number',
    examples: ['how many halls are there', 'number of visitors'],
    not: ['how do i leave', 'what is the number', 'phone number of the mill'],
  },
  {
    pattern: /\brank(?:s|ed|ing)?\b|\bwhich (?:\w+ )?anniversary\b/,
    means: 'number',
    examples: ['where does yunhe rank', 'which anniversary was it'],
    not: ['who got drunk'],
  },
  {
    pattern:
      /(?<!\b(?:event|summit|forum|ceremony|conference|meeting|contest|competition|show|expo|fair|festival|signing|visit|one|place|city|town|company|school|deal) |\b(?:who|whom|what|which|when|why|how)\b.*\b(?!(?:and|or|to|from|know|tell)\b)\w+ |^(?=where (?:i|you|we|they|it)\b))\bwhere(?:abouts)?\b(?!.*\brank)/,
    means: 'where',
    examples: ['where is the mill', 'whereabouts is it held'],
    not: [
      'the town where it was built',
      'where does yunhe rank',
      'where it says token, what goes there',
      'who owns the land where it stands',
    ],
  },
  {
    pattern:
      /\bat (?:what|which) (?:\S+ )?(?:forum|conference|event|fair|expo|summit|park|base|university|school|college|hospital)\b|\b(?:what|which) part of\b/,
    means: 'where',
    examples: ['at which trade fair did they meet', 'which part of yunhe is it in'],
    not: ['which fair is the biggest'],
  },
  {
    pattern:
      /(?<!\b(?:people|those|one|person|man|woman|men|women|guy|official|executive|leader|company|firm)s? |\b(?:what|which|when|where|why|how)\b.*\b(?!(?:and|or|with|by|for|to|from|of|know|tell)\b)\w+ )\bwho(?:m|se)?\b/,
    means: 'who',
    examples: [
      'who built the mill',
      'whose mill is it',
      'when did it sign and with whom',
      'what is it, who built it',
    ],
    not: ['the people who built it', 'the whole mill', 'what did the miller who built it say'],
  },
];

const NOUNS: readonly NounRule[] = [
  {
    of: 'place',
    pattern: /\bwhat .*›.*\b(?:called|named)\W*$/,
    means: 'what',
    examples: ['what is the old ‹hall› called'],
    not: ['what ‹hall› is it in'],
  },
  {
    of: 'place',
    pattern:
      /›.*\b(?:sign|team up|partner|cooperate|work|link up|ally)\b[^,?]*? with(?= (?:the day|in|on|at|before|after|last|this|during)\b|\W*$)/,
    means: 'who',
    examples: ['which ‹city› did it sign with', 'which ‹county› does it work with in june'],
    not: ['in which ‹city› did it sign with haitang'],
  },
  {
    of: 'place',
    pattern: /\bwith (?:what|which) (?:\S+ ){0,3}‹/,
    means: 'who',
    examples: ['with which ‹county› does it work'],
    not: ['in which ‹county› is it'],
  },
  {
    of: 'place',
    pattern:
      /^(?!.*\b(?:in|at|near) (?:what|which) (?:\S+ ){0,3}‹).*›\S* (?:signed|agreed|teamed|partnered|joined|inked|reached|struck|got together)/,
    means: 'who',
    examples: ['which ‹province› teamed up with haitang'],
    not: ['in which ‹province› signed haitang', 'which ‹province› has mills'],
  },
  {
    // A number that is a name counts nothing.
    pattern: /\b(?:phone|telephone|contact|port|version|serial|account|room|order|id) ‹numbers?›/,
    means: 'what',
    examples: ['what is the phone ‹number› of the mill'],
    not: ['what is the ‹number› of visitors'],
  },
  {
    // Ports and lines that act are companies.
    of: 'thing',
    pattern: /‹(?:ports?|lines?)› (?:\w+ed|has|have)\b/,
    means: 'who',
    examples: ['which northern ‹port› signed the deal', 'which shipping ‹line› has ordered ferries'],
    not: ['which ‹port› does the server use'],
  },
  {
    of: 'organisation',
    pattern: /\b(?:in|at|near) (?:what|which) (?:\S+ ){0,3}‹/,
    means: 'where',
    examples: ['at which old ‹school› was it held'],
    not: ['which ‹school› held it'],
  },
];

/** Of what a question word may ask for next: no verb, no joint. */
const NOUN_WORD =
  /(?!(?:did|does|do|is|was|were|has|had|have|will|can|to|with|for|in|at|on|by|from|of|the|that|who|\w+ed)\b)[\w'’&-]+\s*/
    .source;

export const ASKING: AskingRules = {
  kinds: KINDS,
  parties: [],
  nouns: NOUNS,
  ways: WAYS,
  things: THINGS,
  words: [
    {
      pattern:
        /\b(?:who(?:m|se)?|what|which|when|where|why|how(?: (?:many|much|long|old|often|big|large|far))?)\b|\b(?:date|time|place|venue|amount)\b(?=\W*$)/g,
      means: 'question word',
      examples: ['which mill', 'how many visitors', 'the mill: opening date?'],
      not: ['the date was set', 'is it open'],
    },
  ],
  whether: [
    {
      pattern:
        /^(?:so |and |but |hi |hey )?(?:can|could|may|might|is|are|am|was|were|do|does|did|will|would|should|shall|has|have|had|must|need)(?:n['’]?t)? /,
      means: 'whether',
      examples: ['can i bring my dog', 'is there a fee', "aren't dogs allowed"],
      not: ['how do i get in', 'when is it open'],
    },
  ],
  verdicts: [
    {
      pattern:
        /^[^\p{L}]*(?:yes|no|yep|nope|yeah|sure|of course|absolutely|certainly|not (?:yet|really|at all|any ?more|this)|never|only)\b/u,
      means: 'verdict',
      examples: ['yes, on a lead.', '✅ yes.', 'not yet: the path is wet.'],
      not: ['nobody knows.', 'the mill opens at eight.'],
    },
  ],
  askedIn: [],
  phrases: [
    {
      pattern: new RegExp(`\\b(?:which|what)\\s+(?:${NOUN_WORD}){1,5}`, 'g'),
      means: 'asked phrase',
      examples: ['which textile federation signed', 'what bank is it'],
      not: ['what did they sell', 'who signed'],
    },
  ],
  partners: [],
  kindPhrases: [],
  doers: [
    {
      pattern: /\bwho (?:heads?|leads?|runs?|directs?)\b/,
      means: 'head',
      examples: ['who runs the mill'],
      not: ['who built it'],
    },
    {
      pattern: /\bwho chairs?\b/,
      means: 'chair',
      examples: ['who chairs the society'],
      not: ['who built the chairs'],
    },
    {
      pattern: /\bwho (?:hosts?|hosted|chaired|moderated|presided)\b/,
      means: 'host',
      examples: ['who hosted the fair'],
      not: ['who came'],
    },
    {
      pattern: /\bwho (?:coaches|coached)\b/,
      means: 'coach',
      examples: ['who coaches yunhe'],
      not: ['who is in the coach'],
    },
    {
      pattern: /\bwho (?:founded|co-founded|set up|created)\b/,
      means: 'founder',
      examples: ['who founded haitang'],
      not: ['who found it'],
    },
  ],
  sides: [],
  anySide: [],
  signers: [],
  people: [],
};
