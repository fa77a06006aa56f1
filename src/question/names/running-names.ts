/** Names that a question gives where words run on: places, people, and the parties beside an "and". */
import type { RunningGivenNames } from '../../rules/names/names.ts';
import { fitter } from '../../rules/rule.ts';
import { containsHan } from '../../text/characters.ts';
import { glossesOf } from '../../text/glosses.ts';
import { findOrganisation } from '../../text/organisations.ts';
import { surnameLength } from '../../text/romanize.ts';
import { TITLE } from '../../text/titles.ts';
import { type TaggedWord, tagWords } from '../../text/words.ts';
import { withoutAskedKind, withoutQuestionWords } from '../focus.ts';
import { always, bigrams, type GivenName } from './given-name.ts';

/** A text may write a name that no table knows a little longer or shorter. */
const ENOUGH_PARTS = 0.6;
/** Parts of speech of the words that a party's name is made of. */
const IN_PARTY = /^(?:n|ns|nr|nrt|nt|nz|ng|j|b|an|eng|x|s|f|vn)$/;
const ENDS_IN_TITLE = new RegExp(`${TITLE}$`, 'u');

/** Finds the names that a question gives. */
export function runningNameFinder(rules: RunningGivenNames): (text: string) => GivenName[] {
  const points = fitter(rules.pointers);
  const isNone = fitter(rules.noNames);
  const { withJointApart, partiesOf } = partyReader(rules, isNone);

  // Tags are guesses: a place or a name is no dictionary word of another meaning (多少钱, 新设), and a person has a surname.
  const isName = (word: string, tag: string): boolean => {
    if (findOrganisation(word) !== undefined) return true;
    if (tag === 'nr' && (surnameLength(word) === 0 || ENDS_IN_TITLE.test(word))) return false;
    return /^(?:ns|nr|nrt|nt|nz)$/.test(tag) && !isNone(word) && !/^[a-z(]/.test(glossesOf(word)[0] ?? '');
  };

  return (text) => {
    if (!containsHan(text)) return [];
    const words = tagWords(withoutQuestionWords(withoutAskedKind(text))).flatMap(withJointApart);
    const tagged = words
      .filter(({ tag }, i) => tag !== 'nr' || !points(words[i - 1]?.word ?? ''))
      .filter(({ word, tag }) => containsHan(word) && word.length > 1 && isName(word, tag))
      .map(({ word }) => word);
    const parties = partiesOf(words).filter((party) => !tagged.some((word) => party.includes(word)));
    return [...tagged, ...parties].map((word) => {
      const known = findOrganisation(word);
      return {
        whole: `o:${known?.name ?? word}`,
        // today便利店 is found by 便利 and 利店.
        parts: (word.match(/\p{Script=Han}+/gu) ?? []).flatMap(bigrams),
        enough: known ? 1 : ENOUGH_PARTS,
        lacks: always,
      };
    });
  };
}

/** Reads the parties that an "and" joins. */
function partyReader(rules: RunningGivenNames, isNone: (word: string) => boolean) {
  const isJoint = fitter(rules.joints);
  const isNoPart = fitter(rules.noParts);
  const isPart = (word: TaggedWord | undefined): boolean =>
    word !== undefined &&
    IN_PARTY.test(word.tag) &&
    !isNoPart(word.word) &&
    /^[\p{Script=Han}\p{Script=Latin}\d]+$/u.test(word.word);

  // Segmentation takes an "and" and the character after it for a word that no dictionary has: 跟市 of 跟市总工会.
  const withJointApart = ({ word, tag, start, end }: TaggedWord): TaggedWord[] =>
    tag === 'x' && word.length === 2 && isJoint(word[0]!)
      ? [
          { word: word[0]!, tag: 'c', start, end: start + 1 },
          { word: word[1]!, tag: 'n', start: start + 1, end },
        ]
      : [{ word, tag, start, end }];

  /** What stands before and after "and": 八马茶业和拼多多是啥时候签的. */
  const partiesOf = (words: readonly TaggedWord[]): string[] =>
    words.flatMap(({ word }, i) => {
      if (!isJoint(word)) return [];
      let first = i;
      while (isPart(words[first - 1])) first--;
      // 联想 is a verb as well: the word right beside the joint is taken for a name whatever its part of speech.
      if (first === i && isWord(words[i - 1])) first--;
      let last = i + 1;
      while (isPart(words[last])) last++;
      if (last === i + 1 && isWord(words[last])) last++;
      const join = (from: number, to: number): string =>
        words
          .slice(from, to)
          .map((part) => part.word)
          .join('');
      return [join(first, i), join(i + 1, last)].filter(
        (party) => containsHan(party) && party.length > 1 && !isNone(party),
      );
    });

  return { withJointApart, partiesOf };
}

const isWord = (word: TaggedWord | undefined): boolean =>
  word !== undefined &&
  word.word.length > 1 &&
  !/^(?:u|uj|ul|p|c|r|d|x|m|t)$/.test(word.tag) &&
  // 准备跟中方谈: what one does is no name.
  (word.tag !== 'v' ||
    findOrganisation(word.word) !== undefined ||
    !glossesOf(word.word).some((gloss) => /^to /.test(gloss)));
