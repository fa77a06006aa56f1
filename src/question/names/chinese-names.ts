/** Names in the Chinese characters of a question: places, people, and the parties beside an "and". */
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

/** Names that a question gives in Chinese characters. */
export function chineseNames(text: string): GivenName[] {
  if (!containsHan(text)) return [];
  const words = tagWords(withoutQuestionWords(withoutAskedKind(text))).flatMap(withJointApart);
  const tagged = words
    // 那封信 is no name.
    .filter(({ tag }, i) => tag !== 'nr' || !POINTS_OR_COUNTS.test(words[i - 1]?.word ?? ''))
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
}

const isWord = (word: TaggedWord | undefined): boolean =>
  word !== undefined &&
  word.word.length > 1 &&
  !/^(?:u|uj|ul|p|c|r|d|x|m|t)$/.test(word.tag) &&
  // 准备跟中方谈: what one does is no name.
  (word.tag !== 'v' ||
    findOrganisation(word.word) !== undefined ||
    !glossesOf(word.word).some((gloss) => /^to /.test(gloss)));

const JOINT = /^[和跟与同]$/u;

/** Segmentation takes an "and" and the character after it for a word that no dictionary has: 跟市 of 跟市总工会. */
const withJointApart = ({ word, tag, start, end }: TaggedWord): TaggedWord[] =>
  tag === 'x' && word.length === 2 && JOINT.test(word[0]!)
    ? [
        { word: word[0]!, tag: 'c', start, end: start + 1 },
        { word: word[1]!, tag: 'n', start: start + 1, end },
      ]
    : [{ word, tag, start, end }];
const POINTS_OR_COUNTS = /^[这那哪几每一两]$/u;
/** Parts of speech of the words that a party's name is made of. */
const IN_PARTY = /^(?:n|ns|nr|nrt|nt|nz|ng|j|b|an|eng|x|s|f|vn)$/;

/** What stands before and after "and": 八马茶业和拼多多是啥时候签的. */
function partiesOf(words: readonly TaggedWord[]): string[] {
  const isPart = (word: TaggedWord | undefined): boolean =>
    word !== undefined &&
    IN_PARTY.test(word.tag) &&
    !/[签了的年月日\d]/.test(word.word) &&
    /^[\p{Script=Han}\p{Script=Latin}\d]+$/u.test(word.word);
  return words.flatMap(({ word }, i) => {
    if (!JOINT.test(word)) return [];
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
      (party) => containsHan(party) && party.length > 1 && !NO_NAME.test(party),
    );
  });
}

/** Tags are guesses: a place or a name is no dictionary word of another meaning (多少钱, 新设), and a person has a surname. */
function isName(word: string, tag: string): boolean {
  if (findOrganisation(word) !== undefined) return true;
  if (tag === 'nr' && (surnameLength(word) === 0 || ENDS_IN_TITLE.test(word))) return false;
  return (
    /^(?:ns|nr|nrt|nt|nz)$/.test(tag) && !NO_NAME.test(word) && !/^[a-z(]/.test(glossesOf(word)[0] ?? '')
  );
}

const ENDS_IN_TITLE = new RegExp(`${TITLE}$`, 'u');
const NO_NAME =
  /[上里内中多少几]$|多少|什么|月份$|^(?:年份|国外|国内|海外|境外|外国|外地|当地)$|^新[设建开成增办]|^[几两三四五六七八九十]?家?(?:[省市县区]?政府|企业|公司|集团|单位|机构|大学|高校|院校|学校|医院|银行|平台|部门|媒体|专家|学生|双方|[对我中美俄日韩英法德印外]方)$/u;
