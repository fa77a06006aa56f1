/** Names of people in a Chinese text: Chinese ones, and foreign ones as their sounds are written. */
import { glossesOf } from '../text/glosses.ts';
import { type NormalizedText, originalSpan } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { isUsualSurname, surnameLength } from '../text/romanize.ts';
import { OFFICE, RANKS, TITLE } from '../text/titles.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

/** What a bearer of a name does or is said to be right after it. */
const ACTS =
  '出席|表示|介绍|代表|称|指出|认为|参加|主持|发表|宣布|致辞|进行|分别|共同|见证|强调|透露|坦言|告诉|讲话|受邀|会见|担任|任|陪同|当选|获|签|说|一行|先后|等|回顾|带来|带队|表态|作|做|提出|期望|希望|回应|解释|接受|反对|赞成|支持|缺席|未|没有';
/** A person's name ends before one of these, or at the end of the text. */
const AFTER_PERSON = new RegExp(
  `^(?:[\\s\\p{P}]|$|与|和|及|以及|在|率|到|为|向|作|对|就|也|还|将|并|等|带|考入|代|的|访|\\d|上周|周|${ACTS}|${RANKS}${TITLE})`,
  'iu',
);
const NO_NAME = new RegExp(`^(?:职[务位责]|一职|${ACTS})$`, 'u');
/** Of two lengths that could be, the name is the one before a word of these: 刘军代表, 石勇重点介绍. */
const BEFORE_ACT = new RegExp(`^(?:${ACTS}|[\\p{P}\\s]|与|和|及|等|${RANKS}${TITLE})`, 'iu');
const BEFORE_PERSON = new RegExp(
  `(?:${TITLE}|[^“‘《"\\P{P}]|\\s|^|由|是|对|与|和|及|请|者|据|任命|提名|免去|聘任|选举)$`,
  'iu',
);
const HAS_TITLE = new RegExp(`${TITLE}$`, 'iu');
const HAS_OFFICE = new RegExp(`${OFFICE}$`, 'iu');
const ANY_TITLE = new RegExp(`党(?:委|组|工委|支部|总支)|纪委|常务|${TITLE}`, 'giu');
const ACT_FOLLOWS = new RegExp(`^(?:${ACTS})`, 'u');
const TITLE_FOLLOWS = new RegExp(`^${RANKS}${TITLE}`, 'iu');
/** More characters before and after a name than any of the patterns looks at. */
const REACH = 8;

/** Spans of the original text. */
export function findPeople(folded: NormalizedText): Span[] {
  const found: Span[] = [];
  const { text } = folded;
  const words = tagWords(text);
  const wordStarts = new Set(words.map(({ start }) => start));
  const wordEnds = new Set(words.map(({ end }) => end));
  // 许多 and 和 begin with surnames and are no nouns.
  const grammar = new Set(words.filter(({ tag }) => /^[mcdrpu]/.test(tag)).map(({ start }) => start));
  const verbs = new Set(words.filter(({ tag }) => tag === 'v').map(({ start }) => start));
  const named = new Set(
    words.filter(({ tag }) => tag === 'nr' || tag === 'x').map(({ start, end }) => `${start} ${end}`),
  );
  // Characters of no word that a dictionary has.
  const unknown = new Set(
    words
      .filter(
        ({ word }) => /^\p{Script=Han}+$/u.test(word) && (word.length === 1 || glossesOf(word).length === 0),
      )
      .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  const withinPlaces = new Set(
    words
      .filter(({ tag }) => tag === 'ns')
      .flatMap(({ start, end }) => Array.from({ length: end - start - 1 }, (_, i) => start + 1 + i)),
  );
  // 与安徽合作 tells of a place.
  const places = new Set(
    words
      .filter(({ word, tag }) => tag === 'ns' && word.length > 1 && /^\p{Lu}/u.test(glossesOf(word)[0] ?? ''))
      .map(({ start }) => start),
  );
  const titles = insideTitles(text);
  for (let start = 0; start < text.length - 1; start++) {
    const before = text.slice(Math.max(0, start - REACH), start);
    // 人民法院长江路: no name begins within the name of a place.
    const titled = HAS_TITLE.test(before) && !withinPlaces.has(start);
    // Right after a title a surname may be one that no list has: 市委书记蒿慧杰、.
    const surname =
      surnameLength(text.slice(start, start + 3)) || (HAS_OFFICE.test(before) && unknown.has(start) ? 1 : 0);
    if (surname === 0 || titles.has(start) || places.has(start)) continue;
    if (grammar.has(start) && !titled) continue;
    const mayStart = titled || BEFORE_PERSON.test(before);
    const isListed = surnameLength(text.slice(start, start + 3)) > 0;
    const isRare = surname === 1 && !isUsualSurname(text[start]!);
    const lengths = [surname + 2, surname + 1].filter((length) => {
      const after = text.slice(start + length, start + length + REACH);
      if (!isPerson(text.slice(start, start + length), titled, after)) return false;
      // 院长是马骏: is is no surname.
      if (!isListed)
        return (
          !grammar.has(start) && !verbs.has(start) && BEFORE_ACT.test(after) && spans(unknown, start, length)
        );
      // 研究院范丛明院长: a title after the name says as much as one before it.
      const titleFollows = wordStarts.has(start) && !verbs.has(start) && TITLE_FOLLOWS.test(after);
      // 中国信保张辉等: what segmentation takes for a name may follow anything.
      const isNamed = !isRare && named.has(`${start} ${start + length}`) && ACT_FOLLOWS.test(after);
      return titled || titleFollows || isNamed || (mayStart && (!isRare || ACT_FOLLOWS.test(after)));
    });
    const worth = (length: number): number =>
      (BEFORE_ACT.test(text.slice(start + length, start + length + REACH)) ? 2 : 0) +
      // 刘露担任: a name does not end within a word.
      (wordEnds.has(start + length) ? 1 : 0);
    const [length] = lengths.sort((a, b) => worth(b) - worth(a) || b - a);
    if (length === undefined) continue;
    found.push(originalSpan(folded, start, start + length));
    start += length - 1;
  }
  return found;
}

const spans = (offsets: ReadonlySet<number>, start: number, length: number): boolean =>
  Array.from({ length }, (_, i) => start + i).every((offset) => offsets.has(offset));

/** Offsets within a title, where no name begins: 党 of 党委, 程 of 工程师. */
function insideTitles(text: string): Set<number> {
  const offsets = new Set<number>();
  for (const { 0: title, index } of text.matchAll(ANY_TITLE))
    for (let i = index; i < index + title.length; i++) offsets.add(i);
  return offsets;
}

function isPerson(name: string, titled: boolean, after: string): boolean {
  if (!/^\p{Script=Han}+(?<![和与及同跟等的了任兼副说称在遭被将对把从已还也])$/u.test(name)) return false;
  // 秘书林朵以及其他人.
  if (name.endsWith('以') && after.startsWith('及')) return false;
  // 任中国人民银行行长: what follows is a place.
  if (/^任..$/u.test(name) && /^\p{Lu}/u.test(glossesOf(name.slice(1))[0] ?? '')) return false;
  // 书记职务, 行长宣布.
  if (NO_NAME.test(name)) return false;
  // After a title whatever begins a word may follow: 院士石勇重点介绍了.
  if (!titled && !AFTER_PERSON.test(after)) return false;
  // A word of the dictionary (高新, 方面) is a name only right after a title.
  return titled || (glossesOf(name).length === 0 && findOrganisation(name) === undefined);
}

/** Characters that write the sounds of foreign names (the usual ones of Xinhua's tables). */
const SOUND =
  '阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼毕宾波伯博勃布查茨达戴丹道德登邓迪蒂丁东杜敦顿多厄恩尔耳法凡范方菲费芬丰冯佛弗夫福富盖甘高戈格葛根贡古圭哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简杰金津京卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷蕾里理利莉连廉列林琳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明缪莫默姆木穆拿娜纳乃奈南内尼涅宁纽农努女诺欧帕潘庞佩彭蓬皮平泼普齐奇契恰乔钦琴琼丘让热仁日荣儒瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施什史士斯丝司松苏孙索塔台泰坦汤唐陶特滕提铁廷通图托陀瓦万旺威韦维魏温文翁沃乌武希锡西锡席夏香项肖谢辛欣休许逊雅亚延扬耶叶伊因英尤于约泽扎詹湛张哲珍真芝治朱祖佐';
const SOUNDS = new RegExp(`^[${SOUND}·•・]+$`, 'u');
const MAX_SOUNDS = 12;
/** People of whom news from abroad tells, beside those with a title of home. */
const TITLE_ABROAD =
  /(?:总统|总理|首相|国务卿|外长|防长|财长|大臣|国王|女王|王储|王子|公主|教皇|议长|议员|总干事|发言人|将军|上将|司令|教练|主帅|前锋|后卫|中场|门将|球员|球星|导演|演员|歌手|作家|画家|学者|分析师|车手|选手)$/u;

/** Spans of the original text: after a title, with a dot between the parts, or a word that is nothing else. */
export function findForeignPeople(folded: NormalizedText): Span[] {
  const { text } = folded;
  const dotted = [...text.matchAll(DOTTED)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
  }));
  const runs = runsOfSounds(text)
    .filter((run) => {
      const { start, end } = spanOf(run);
      const before = text.slice(Math.max(0, start - 6), start);
      if (end - start < 2 || end - start > MAX_SOUNDS || run.every(isCommonWord)) return false;
      if (dotted.some((name) => name.start < end && start < name.end)) return false;
      if (HAS_TITLE.test(before) || TITLE_ABROAD.test(before)) return true;
      return (
        run.every(({ tag }) => /^(?:nrt?|x|zg)$/.test(tag)) &&
        BEFORE_PERSON.test(before) &&
        AFTER_PERSON.test(text.slice(end, end + 3))
      );
    })
    .map(spanOf)
    // 哈贝克于19日访问印度.
    .map(({ start, end }) => ({
      start,
      end: /于(?=\d)/u.test(text.slice(end - 1, end + 1)) ? end - 1 : end,
    }));
  return [...dotted, ...runs].map(({ start, end }) => originalSpan(folded, start, end));
}

const spanOf = (run: readonly TaggedWord[]): Span => ({ start: run[0]!.start, end: run.at(-1)!.end });

/** With a dot between its parts a foreign name may end in a part that is no sound, or have an initial: 安纳托列夫娜·王, 乔治·W·布什. */
const DOTTED = new RegExp(
  `[${SOUND}]{1,8}(?:[·•・](?:[${SOUND}]{1,8}|[a-z]))*[·•・](?:[${SOUND}]{1,8}|\\p{Script=Han})`,
  'gu',
);

/** Neighbouring words that are all written in characters of sounds. */
function runsOfSounds(text: string): TaggedWord[][] {
  const runs: TaggedWord[][] = [];
  for (const word of tagWords(text)) {
    if (!SOUNDS.test(word.word)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)!.end === word.start) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** 卢布 and 海里 are words, and so is whatever is no noun. */
const isCommonWord = ({ word, tag }: TaggedWord): boolean =>
  findOrganisation(word) !== undefined ||
  /^[vdpcurtm]/.test(tag) ||
  (word.length > 1 && /^[a-z(]/.test(glossesOf(word)[0] ?? ''));

/** True for a foreign name as its sounds are written: 布林肯, 费尔南多·阿里亚斯. */
export const isForeignName = (text: string): boolean =>
  SOUNDS.test(text) && (text.length > 3 || surnameLength(text) === 0 || /[·•・]/u.test(text));
