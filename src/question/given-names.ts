/** The names that a question gives: who asks about a partner that an article does not have is told so. */
import { containsHan } from '../text/characters.ts';
import { findDates } from '../text/find-dates.ts';
import { countryOf } from '../text/gloss-form.ts';
import { glossesOf, isCommonGloss, isProperGloss } from '../text/glosses.ts';
import { normalize } from '../text/normalize.ts';
import { findEnglishOrganisations, findOrganisation } from '../text/organisations.ts';
import { findNamesInPinyin, surnameLength } from '../text/romanize.ts';
import { ENGLISH_STOP_WORDS, stem } from '../text/stems.ts';
import { TITLE } from '../text/titles.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import { withoutAskedKind, withoutQuestionWords } from './focus.ts';
import { languageOf } from './language.ts';

/** A name, as the terms by which a text is found to have it. */
export interface GivenName {
  /** Term that stands for the whole name. */
  readonly whole: string;
  /** Terms of its parts; a text that has this share of them has the name. */
  readonly parts: readonly string[];
  readonly enough: number;
  /**
   * When a text that is not found to have it lacks it: always; where another text of the index has it, as an English
   * spelling may lead to no gloss; or never, as of "Light" or "Children's" within a name, which may be glossed otherwise.
   * Asked for late: most names are found, and reading the glosses for it takes 0.1 s once.
   */
  readonly lacks: () => 'always' | 'ifKnown' | 'never';
}

const always = () => 'always' as const;
const never = () => 'never' as const;

/** A text may write a name that no table knows a little longer or shorter. */
const ENOUGH_PARTS = 0.6;

export function hasName(terms: (term: string) => boolean, { whole, parts, enough }: GivenName): boolean {
  if (terms(whole)) return true;
  return parts.length > 0 && parts.filter(terms).length >= enough * parts.length;
}

/**
 * True where a text has the two characters that tell a name from others of its kind: 联想 for 联想集团; of a name that
 * begins with a place its end, too: 广东 and 电信 for 广东电信, while 武汉 and a 大学 are not 武汉大学.
 */
export function mayHaveName(terms: (term: string) => boolean, { whole, parts }: GivenName): boolean {
  const all = bigrams(whole.replace(/^o:(?:中国|第)?/u, ''));
  const [lead] = all;
  const end = all.at(-1);
  if (parts.length < 2 || lead === undefined || TELLS_NOTHING.test(lead) || !terms(lead)) return false;
  return !isPlace(lead) || (end !== lead && !KIND_OF_HOUSE.test(end!) && terms(end!));
}

const KIND_OF_HOUSE = /^(?:大学|学院|医院|银行|公司|集团|政府|学校|中学|剧院|协会|中心)$/u;
/** Words that many names begin with. */
const TELLS_NOTHING = /^(?:国家|国际|全国|中央|人民|人寿|世界|亚洲|中华|中共|东方|南方|北方)$/u;
const isPlace = (word: string): boolean => tagWords(word)[0]?.tag === 'ns';

/** Terms of names, of their parts and of their characters. */
export const termsOfNames = (names: readonly GivenName[]): ReadonlySet<string> =>
  new Set(names.flatMap(({ whole, parts }) => [whole, ...parts, ...parts.flatMap((part) => [...part])]));

/** Names of a question, each once. */
export function namesGiven(text: string): GivenName[] {
  const names = [
    ...chineseNames(withoutQuestionWords(withoutAskedKind(text))),
    ...englishNames(text),
    ...yearsGiven(text),
    ...editionsGiven(text),
    ...versionsGiven(text),
  ];
  return [...new Map(names.map((name) => [name.whole, name])).values()];
}

function chineseNames(text: string): GivenName[] {
  if (!containsHan(text)) return [];
  const words = tagWords(text).flatMap(withJointApart);
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

/** A name that one term stands for, in whatever language. */
const nameOfTerm = (whole: string): GivenName => ({ whole, parts: [], enough: 1, lacks: always });

/** Who asks about 2021 is not told of 2023, nor who asks about the third fair of the sixth. */
function yearsGiven(text: string): GivenName[] {
  const dated = findDates(text).flatMap(({ year }) => (year === undefined ? [] : [nameOfTerm(`d:${year}`)]));
  // 开放数据竞赛2023 is told as a number.
  const bare = [...normalize(text).matchAll(/(?<![\d.,-])20[0-4]\d(?![\d.,%\p{Script=Latin}-])/gu)].map(
    ([year]) => ({
      ...nameOfTerm(`d:${year}`),
      parts: [`n:${year}`],
    }),
  );
  return [...bare, ...dated];
}
const editionsGiven = (text: string): GivenName[] =>
  [...text.matchAll(/第(?<edition>[一二三四五六七八九十]{1,3}[届屆])/gu)].map(({ groups }) => ({
    whole: `o:第${groups!.edition}`,
    parts: bigrams(normalize(groups!.edition!)),
    enough: 1,
    lacks: always,
  }));

/** Nor of version 2.0 who asks about 3.0. */
const versionsGiven = (text: string): GivenName[] =>
  [...normalize(text).matchAll(/(?<![\d.])(?<version>\d{1,2})\.0(?![\d.%])/g)].map(({ groups }) =>
    nameOfTerm(`n:${groups!.version}`),
  );

function bigrams(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
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

/** Words that say what kind of thing a name is of: a Chinese text may call it otherwise or leave the word out. */
const KIND_WORDS = new Set(
  `center centre group company corporation co ltd inc limited bank branch hospital clinic university college school
  academy institute institution foundation fund association federation society union chamber club museum library
  district town township county city province prefecture municipality region zone park street subdistrict village
  division department bureau office ministry committee commission council government authority administration agency
  project plan programme program initiative forum conference summit fair expo exhibition festival award
  news press publishing technology international national service system english division science
  agreement memorandum mou deal partnership project ai ip it ict hr pc ev gpu cpu lng suv app ipo esg fintech ceo cto
  cfo coo vp party`.split(/\s+/),
);
const KIND_STEMS = new Set([...KIND_WORDS].map(stem));
function englishNames(text: string): GivenName[] {
  const known = findEnglishOrganisations(text);
  const organisations = known.map(({ organisation, start, end }) => ({
    whole: `o:${organisation.name}`,
    parts: bigrams(organisation.name),
    enough: 1,
    // Hyundai Mipo Dockyard is not Hyundai, and may have a name of its own.
    lacks: isPartOfName(text, start, end) ? never : always,
  }));
  // Whoever asks in Chinese writes a word in Latin letters as the Chinese texts do: Rust, iPhone.
  const isChinese = languageOf(text) === 'zh';
  // In capitals throughout no word stands out, and the first word of a question is capitalised whatever it is.
  const shouts = !isChinese && !/\p{Ll}/u.test(text);
  const people = findNamesInPinyin(text).filter(
    (name) => !known.some(({ start, end }) => name.start < end && start < name.end),
  );
  const words = [...text.matchAll(isChinese ? LATIN_WORD : CAPITALISED)]
    .filter(
      ({ index, 0: word }) =>
        ![...known, ...people].some(({ start, end }) => index < end && start < index + word.length),
    )
    .filter(({ 0: word }) => !shouts && findDates(`in ${word}`).length === 0)
    .flatMap(({ 0: capitalised }) =>
      namesOf(capitalised).map((word) => ({
        // Excel in a Chinese question is not what 擅长 means.
        whole: isChinese && isCommonGloss(word) ? `e:${stem(word)}` : stem(word),
        parts: [],
        enough: 1,
        lacks: isChinese ? (word.length > 2 ? always : never) : () => lacks(word, capitalised),
      })),
    );
  return [...organisations, ...people.map(({ name }) => nameOfPerson(name)), ...words];
}

/** A person's name in pinyin; of one that segmentation cut elsewhere another text of the index tells. */
const nameOfPerson = (name: string): GivenName => ({ ...nameOfTerm(stem(name)), lacks: () => 'ifKnown' });

/** Whether a single word stands beside another capitalised one that says no kind of thing. */
function isPartOfName(text: string, start: number, end: number): boolean {
  if (/\s/.test(text.slice(start, end))) return false;
  const before = /(\p{Lu}[\p{L}\p{N}'’&-]*)\s$/u.exec(text.slice(0, start));
  const after = /^\s(\p{Lu}[\p{L}\p{N}'’&-]*)/u.exec(text.slice(end));
  return [before, after].some((match) => match !== null && namesOf(match[1]!).length > 0);
}

const CAPITALISED = /(?<=\S\s+|-)\p{Lu}[\p{L}\p{N}'’]*/gu;
const LATIN_WORD = /(?<![\p{Script=Latin}\p{N}])\p{Script=Latin}[\p{Script=Latin}\p{N}'’]+/gu;

const lacks = (word: string, capitalised: string): ReturnType<GivenName['lacks']> => {
  // HMM is no interjection.
  const isAcronym = /^\p{Lu}{2,}$/u.test(capitalised);
  if (!isAcronym && isCommonGloss(word)) return 'never';
  return isProperGloss(word) ? 'always' : 'ifKnown';
};

/** The words of a capitalised phrase that can be part of a name, in small letters. */
const namesOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}'’]+/u)
    .map((word) =>
      normalize(word)
        .replace(/['’]s?$/, '')
        .replace(/’/g, "'"),
    )
    .filter((word) => word.length > 1 && !ENGLISH_STOP_WORDS.has(word) && !KIND_STEMS.has(stem(word)))
    .map(countryOf);
