/** How English questions ask about signings, and how texts tell of them: who signs, and for which side; questions in lower case. */

import type { AskingRules } from '../asking.ts';
import type { DeedRules } from '../roles.ts';
import type { Rule } from '../rule.ts';

/** A side follows what says for whom, and ends before a circumstance. */
const sideAfter = ({ source }: RegExp, ...examples: string[]): Rule<'side'> => ({
  pattern: new RegExp(`${source} (?<side>.+?)(?= (?:in|with|at|when|on|to|during)\\b|[?,]|$)`, 'd'),
  means: 'side',
  examples,
});

export const ASKING_OF_SIGNINGS: Partial<AskingRules> = {
  ways: [
    {
      pattern: /\bsign(?:ed|ing) (?:for|on behalf of|on .* (?:side|behalf))|\bwho represent/,
      means: 'signer',
      examples: ['who signed for haitang', "who signed on haitang's behalf", 'who represented haitang'],
      not: ['who signed with haitang'],
    },
    {
      pattern:
        /\bwho (?:\w+ )?signed (?:the|an?|its?|their) .+ (?:for|on behalf of) |\bput (?:pen to paper|(?:his|her|their) names?)\b|\bsign(?:er|ator(?:y|ie))s?\b/,
      means: 'signer',
      examples: ['who signed the deal for haitang', 'who put pen to paper', 'the signatories'],
      not: ['who signed the deal'],
    },
  ],
  sides: [
    sideAfter(
      /\b(?:signed|signing|attended|present|was there|pen to paper|spoke|came|went|appeared|turned up|showed up) (?:for|on behalf of)/,
      'who signed for haitang at the fair',
      'who spoke on behalf of haitang?',
    ),
    sideAfter(
      /\bwho (?:\w+ )?signed (?:the|an?|its?|their) .+ (?:for|on behalf of)/,
      'who signed the deal for haitang',
    ),
    sideAfter(
      /\bput (?:pen to paper|(?:his|her|their) names?)\b.* (?:for|on behalf of)/,
      'who put pen to paper for haitang',
    ),
    sideAfter(/\brepresent(?:ed|ing|s)?/, 'who represented haitang at the signing'),
    {
      pattern:
        /(?:^|\b(?:was|were|is|are|the) )(?<side>[\w'’& -]{2,40}?)(?:['’]s?)? sign(?:er|ator(?:y|ie))s?\b/d,
      means: 'side',
      examples: ["haitang's signatory", 'who was the haitang signer'],
    },
    sideAfter(/\bsign(?:er|ator(?:y|ie))s? (?:for|from)/, 'signatory for haitang'),
    sideAfter(/\bon behalf of/, 'who acted on behalf of haitang'),
    {
      pattern: /\bsigned on (?<side>.+?)['’]s? (?:side|behalf)\b/d,
      means: 'side',
      examples: ["who signed on haitang's side"],
    },
  ],
  signers: [
    {
      pattern: /^sign(?:er|ator(?:y|ie))s?$/,
      means: 'signer',
      examples: ['signatory', 'signers'],
      not: ['signature'],
    },
  ],
  people: [
    {
      pattern: /\b(?:who|signator)/,
      means: 'somebody',
      examples: ['who signed for which district'],
      not: ['which district signed'],
    },
  ],
};

export const SIGNING: DeedRules = {
  does: [
    {
      pattern: /\bsign/,
      means: 'does',
      examples: ['signed the contract', 'signs for the mill'],
      not: ['designed the bridge'],
    },
  ],
  onlyAttends: [
    {
      pattern: /\battend|\bwitness/,
      means: 'only attends',
      examples: ['attended the signing', 'witnessed the signing'],
      not: ['signed it'],
    },
  ],
  eachFor: [],
};
