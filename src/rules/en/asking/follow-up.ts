/** How an English question goes on from what was said before it, in lower-case text. */

import type { Rule } from '../../rule.ts';
import type { GoingOn } from '../../talk.ts';

export const GOING_ON: readonly Rule<GoingOn>[] = [
  {
    pattern:
      /^(?:(?:and|but|so|ok|okay|then) )*(?:what|how) about (?<other>(?!(?:who|what|which|when|where|why|how)\b).+)$/u,
    means: 'instead',
    examples: ['what about the mill', 'and how about in 2024'],
    not: ['what is the mill about'],
  },
  {
    pattern:
      /^(?:and|but|or) (?<other>(?!.*\b(?:who(?:m|se)?|what|which|when|where|why|how|is|are|was|were|does|did|can|will|has|had)\b)(?!(?:do|have|then|also)\b).+)$/u,
    means: 'instead',
    examples: ['and the mill', 'and for children', 'and in 2024'],
    not: ['and when', 'and who built it', 'and is it open', 'the mill'],
  },
  {
    pattern:
      /\b(?:it|they|them|he|she|him|his|her|its|their|those)\b|(?<!\b(?:is|are|was|were|be) )\bthere\b|\bthat(?: one)?(?= *$| (?:cost|take|open|close|happen|work|mean|include)s?\b)|\b(?:both|the other|each) (?:sides?|party|parties)\b/u,
    means: 'points',
    examples: ['how long is it', 'who built that', 'who signed for both sides', 'how do i get there'],
    not: ['is there a lift', 'the mill that burned down'],
  },
  {
    pattern: /^(?:and|but|so|then|also|ok|okay)\b/u,
    means: 'goes on',
    examples: ['and when', 'but why', 'then who built the mill'],
    not: ['andover mill'],
  },
  {
    pattern: /\b(?:can|could|may|must|should|do|did|am|are|will|would|shall) (?:i|we|you|u) (?:\S+ )+\S+/u,
    means: 'says all',
    examples: ['can i pay by card', 'how do i rent a boat', 'do you sell tickets online'],
    not: ['how do i pay', 'when can we', 'is the mill open'],
  },
];
