/** How English questions say what exactly they ask for, in lower-case text. */
import type { ThingKind, Way } from '../../asking.ts';
import type { Rule } from '../../rule.ts';

export const WAYS: readonly Rule<Way>[] = [
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

export const THINGS: readonly Rule<ThingKind>[] = [
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
