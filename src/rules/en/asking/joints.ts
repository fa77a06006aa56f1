/** Where an English question goes on with another, in lower-case text. */
import type { Rule } from '../../rule.ts';

/** A verb in front of its subject begins a question. */
const VERB =
  '(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|must|may) (?:i|you|he|she|it|we|they|there|the|an?|my|your|our|their|this|that|these|any|some|\\p{L}+s) \\p{L}+';
/** So does a word that asks, also behind a preposition. */
const ASKS =
  '(?:(?:by|for|to|from|with|at|in|on|of|since|until) )?(?:who(?:m|se)?|what|which|when|where|why|how)\\b';
/** Behind a comma "when it opened", "where he lives" and "which is closed" only describe. */
const ASKS_ITSELF =
  '(?:who(?:m|se)?|what|how (?:many|much|long|often|old|big|far|high|deep|wide)|(?:when|where|why|how) (?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|must|may))\\b';

export const JOINTS: readonly Rule<'next question'>[] = [
  {
    pattern: /[?!.;]+ +(?:(?:and|but|or|also|then) )?/gu,
    means: 'next question',
    examples: ['who built it? and when', 'who built it. what did it cost'],
    not: ['who built version 2.4'],
  },
  {
    pattern: new RegExp(`,? +(?:and|but|plus|as well as) (?:also |then )?(?=${ASKS}|${VERB})`, 'gu'),
    means: 'next question',
    examples: ['who built the mill and when is it open', 'is the mill open, but can i see it from outside'],
    not: ['how much are bread and milk', 'will it restart or does it just stop'],
  },
  {
    pattern: new RegExp(`, +(?=${ASKS_ITSELF}|${VERB})`, 'gu'),
    means: 'next question',
    examples: ['what did the mill cost, who built it', 'who runs the mill, is it open today'],
    not: [
      'who built the mill, which burned down',
      'in 1950, when the mill burned',
      'who runs the mill, the shop or the inn',
    ],
  },
];

/** What makes a clause a question. */
export const ASKING: readonly Rule<'question'>[] = [
  {
    pattern: /\b(?:who(?:m|se)|what|why|how)\b/u,
    means: 'question',
    examples: ['they signed with whom', 'tell me how it works'],
    not: ['the old mill'],
  },
  {
    pattern:
      /^(?:(?:and|but|so|ok|hi|hello|please|also|then) )*(?:(?:by|for|to|from|with|at|in|on|of|since|until) )?(?:who|which|when|where)\b/u,
    means: 'question',
    examples: ['who built it', 'and when', 'in which town is it'],
    not: ['it stops when it rains', 'the mill which burned down'],
  },
  {
    pattern:
      /\b(?:know|tell me|say|ask|wonder|wondering|explain|find out|sure|remember) (?:who|which|when|where)\b/u,
    means: 'question',
    examples: ['tell me when it opens', 'do you know who built it'],
    not: ['it stops when it rains'],
  },
  {
    pattern: /^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|must|may)\b/u,
    means: 'question',
    examples: ['is it open', 'can i book a table'],
    not: ['it is open'],
  },
];
