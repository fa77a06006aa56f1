/** What people write to a bot besides questions on what the articles say, in any language. */

/**
 * What a message is about that asks nothing of the articles. `identity` and `abilities` are about the bot; `opening` says
 * that a question comes; `address` names who is spoken to and says nothing by itself, as "everyone".
 */
export type SmallTalk =
  | 'abilities'
  | 'identity'
  | 'thanks'
  | 'blame'
  | 'praise'
  | 'wellbeing'
  | 'presence'
  | 'greeting'
  | 'farewell'
  | 'apology'
  | 'test'
  | 'chatter'
  | 'opening'
  | 'laughter'
  | 'assent'
  | 'address';

/** Of several in one message the first of these is answered. */
export const SMALL_TALK_BY_WEIGHT: readonly SmallTalk[] = [
  'abilities',
  'identity',
  'blame',
  'praise',
  'thanks',
  'wellbeing',
  'presence',
  'farewell',
  'test',
  'chatter',
  'greeting',
  'apology',
  'opening',
  'laughter',
  'assent',
];

/** What is asked about the collection of articles as a whole. */
export type CollectionWish = 'count' | 'list' | 'newest' | 'recent' | 'oldest' | 'topics';
