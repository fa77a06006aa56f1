/** How English questions ask, in lower-case text. */
import type { FactKind } from '../../types.ts';
import type { AskingRules, NounRule, ThingKind, Way } from '../asking.ts';
import type { Rule } from '../rule.ts';

const KINDS: readonly Rule<FactKind>[] = [
  {
    pattern: /(?<!\b(?:who|whom|what|which|how|where)\b.*\w )\bwhen\b|\b(?:and|or) when\b|\bhow soon\b/,
    means: 'when',
    examples: ['when does the mill open', 'who built it and when', 'how soon will it open'],
    not: ['who spoke when the mill opened', 'whenever you like'],
  },
  { pattern: /\bdate\b/, means: 'when', examples: ['opening date of the mill'], not: ['update the bot'] },
  {
    pattern: /\bhow (?:many|much|long|big|large|old|often|far|high|fast|tall|deep|wide)\b|\bnumber of\b/,
    means: 'number',
    examples: ['how many halls are there', 'number of visitors'],
    not: ['how do i leave', 'what is the number'],
  },
  {
    pattern: /\brank(?:s|ed|ing)?\b|\bwhich (?:\w+ )?anniversary\b/,
    means: 'number',
    examples: ['where does yunhe rank', 'which anniversary was it'],
    not: ['who got drunk'],
  },
  {
    pattern:
      /(?<!\b(?:event|summit|forum|ceremony|conference|meeting|contest|competition|show|expo|fair|festival|signing|visit|one|place|city|town|company|school|deal) )\bwhere(?:abouts)?\b(?!.*\brank)/,
    means: 'where',
    examples: ['where is the mill', 'whereabouts is it held'],
    not: ['the town where it was built', 'where does yunhe rank'],
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
      /(?<!\b(?:people|those|one|person|man|woman|men|women|guy|official|executive|leader|company|firm)s? )\bwho(?:m|se)?\b/,
    means: 'who',
    examples: ['who built the mill', 'whose mill is it', 'with whom does it work'],
    not: ['the people who built it', 'the whole mill'],
  },
];

const PARTIES: readonly Rule<'who'>[] = [
  {
    pattern: /\bwith (?:what|which)\b/,
    means: 'who',
    examples: ['with which bank does haitang work'],
    not: ['which bank is it'],
  },
];

const NOUNS: readonly NounRule[] = [
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
    of: 'organisation',
    pattern: /\b(?:in|at|near) (?:what|which) (?:\S+ ){0,3}‹/,
    means: 'where',
    examples: ['at which old ‹school› was it held'],
    not: ['which ‹school› held it'],
  },
];

const WAYS: readonly Rule<Way>[] = [
  {
    pattern: /\bwho\b(?!.*\bwith\b|.*\bpartner)/,
    means: 'person',
    examples: ['who opened the mill'],
    not: ['who did haitang work with', 'who are the partners'],
  },
  {
    pattern: /\bsign(?:ed)? with\b/,
    means: 'organisation',
    examples: ['who signed with haitang'],
    not: ['who signed for haitang'],
  },
  {
    pattern: /\bwho (?:attended|was there|was present|witnessed|hosted)/,
    means: 'attendance',
    examples: ['who attended the fair', 'who was there at the fair'],
    not: ['who built the fair'],
  },
  {
    pattern: /\b(?:vice|deputy|assistant)\b/,
    means: 'deputy',
    examples: ['who is the deputy mayor', 'which vice president spoke'],
    not: ['who is the mayor'],
  },
  { pattern: /\bwho else\b/, means: 'several', examples: ['who else came'], not: ['who came'] },
  {
    pattern: /\b(?:what|which) day\b|\bdate\b/,
    means: 'day',
    examples: ['on what day does it open', 'opening date'],
    not: ['which year was it'],
  },
  {
    pattern: /\b(?:what|which) (?:year|month)\b/,
    means: 'year',
    examples: ['in which year was it built', 'what month does it open'],
    not: ['on what day was it built'],
  },
  {
    pattern: /\bwhen will\b|\b(?:what|which) (?:date|day|month|year) will\b/,
    means: 'future',
    examples: ['when will it open', 'on what day will it open'],
    not: ['when did it open'],
  },
  {
    pattern: /\b(?:planned|scheduled|due|expected|meant|supposed|slated|set) to\b/,
    means: 'planned',
    examples: ['when was it due to open'],
    not: ['when did it open'],
  },
  {
    pattern: /\b(?:until|till|through) (?:when|what)\b/,
    means: 'end',
    examples: ['until when is it open'],
    not: ['when is it open'],
  },
  {
    pattern:
      /\b(?:when|what (?:day|date|time)|how soon) (?:does|do|did|will|is|are|was|were)\b.*\b(?:ends?|clos(?:e|es|ing)|finish|expires?|stops?|conclude|over|due)\b\W*$|\bdeadline\b|\b(?:last|final|closing) (?:day|date)\b/,
    means: 'end',
    examples: [
      'when does the fair end?',
      'what day will the market close',
      'what is the deadline',
      'the last day of the fair',
    ],
    not: ['when was the mill closed', 'when does it begin'],
  },
  {
    pattern:
      /\b(?:when|what (?:day|date|time)) (?:does|do|did|will|is|are|was|were)\b.*\b(?:begins?|starts?|opens?|starting|commence|kick off)\b\W*$|\b(?:first|start(?:ing)?|opening) (?:day|date)\b/,
    means: 'beginning',
    examples: ['when does the fair begin?', 'what is the opening day'],
    not: ['when does the fair end', 'when was it opened'],
  },
  {
    pattern: /\bsince (?:when|what)\b/,
    means: 'beginning',
    examples: ['since when is it open', 'since what year'],
    not: ['open since 2020'],
  },
  { pattern: /\bscores?\b/, means: 'score', examples: ['what was the score'], not: ['who scored'] },
  {
    pattern: /\brank(?:s|ed|ing)?\b/,
    means: 'ordinal',
    examples: ['where is yunhe ranked'],
    not: ['who is from yunhe'],
  },
  {
    pattern:
      /\bhow (?:long|many (?:years|months))\b.*\b(?:agreement|contract|deal|pact|accord|mou|memorandum|licen[cs]e|lease|partnership|valid|term)\b|\bterm of the\b|\bduration\b/,
    means: 'term',
    examples: ['how long is the lease', 'for how many years is it valid', 'duration of the course'],
    not: ['how long is the river'],
  },
  {
    pattern: /\b(?:held|hold|host\w*|sign\w*|launch\w*|take place|took place)\b/,
    means: 'venue',
    examples: ['where was the fair held', 'where will it take place'],
    not: ['where is the mill'],
  },
  {
    pattern: /\b(?:country|countries|nations?)\b/,
    means: 'country',
    examples: ['in which country'],
    not: ['in which town'],
  },
];

const THINGS: readonly Rule<ThingKind>[] = [
  {
    pattern:
      /\b(?:areas?|fields?|domains?|sectors|aspects|cover)\b|\bwork (?:on|together)\b|\b(?:cooperate|collaborate|team up) (?:on|in)\b/,
    means: 'field',
    examples: ['in which areas will they cooperate', 'what will they work on'],
    not: ['what will they sell'],
  },
  {
    pattern: /\b(?:industries|kinds of)\b/,
    means: 'sector',
    examples: ['which industries does it support'],
    not: ['how kind'],
  },
  {
    pattern:
      /\b(?:what|which) (?:\S+ ){0,2}(?:films?|movies?|books?|novels?|songs?|operas?|plays?|dramas?|albums?|documentar(?:y|ies))\b/,
    means: 'work',
    examples: ['which film opened the festival', 'what old song was sung'],
    not: ['who plays the lead'],
  },
  {
    pattern: /\b(?:title|slogan|theme|motto)\b/,
    means: 'title',
    examples: ['what is the theme of the fair'],
    not: ['what is sold at the fair'],
  },
];

/** Of what a question word may ask for next: no verb, no joint. */
const NOUN_WORD =
  /(?!(?:did|does|do|is|was|were|has|had|have|will|can|to|with|for|in|at|on|by|from|of|the|that|who|\w+ed)\b)[\w'’&-]+\s*/
    .source;

export const ASKING: AskingRules = {
  kinds: KINDS,
  parties: PARTIES,
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
};
