/** Names of people in a Chinese text: Chinese ones, and foreign ones as their sounds are written. */
import { glossesOf } from '../text/glosses.ts';
import { type NormalizedText, originalSpan } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { surnameLength } from '../text/romanize.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';
import type { Span } from '../types.ts';

/** What people are called before or after their name. */
const TITLE =
  '(?:书记|主席|主任|省长|市长|区长|县长|镇长|州长|董事长|理事长|总经理|经理|总裁|总监|院长|校长|局长|厅长|部长|司长|处长|台长|社长|行长|会长|所长|馆长|站长|秘书长|秘书|教授|院士|研究员|大使|领事|专家|代表|委员|创始人|负责人|总编辑|编辑|主编|主播|记者|法人|律师|医生|员工|同学|学生|先生|女士|同志|CEO|CTO|CFO|首席执行官|首席科学家|科学家|总工程师|工程师|总师|合伙人|党委委员|常委|副职|一把手|村支书)';
/** A person's name ends before one of these, or at the end of the text. */
const AFTER_PERSON =
  /^(?:[\s\p{P}\p{S}]|$|与|和|及|以及|出席|表示|介绍|说|代表|称|指出|认为|在|率|一行|到|为|向|参加|主持|发表|作|宣布|致辞|进行|签|对|就|也|还|将|并|等|分别|共同|见证|强调|透露|坦言|告诉|讲|带|受邀|会见|担任|任|先生|女士|同志|教授|院士|博士|书记|主任|陪同|当选|获|考入|宣布|代|的|访|\d|上周|周)/u;
const BEFORE_PERSON = new RegExp(`(?:${TITLE}|[\\p{P}\\s]|^|由|是|对|与|和|及|请|者|据)$`, 'iu');
const HAS_TITLE = new RegExp(`${TITLE}$`, 'iu');

/** Spans of the original text. */
export function findPeople(folded: NormalizedText): Span[] {
  const found: Span[] = [];
  const { text } = folded;
  const words = tagWords(text);
  const wordEnds = new Set(words.map(({ end }) => end));
  // 许多 and 和 begin with surnames and are no nouns.
  const grammar = new Set(words.filter(({ tag }) => /^[mcdrpu]/.test(tag)).map(({ start }) => start));
  for (let start = 0; start < text.length - 1; start++) {
    const surname = surnameLength(text.slice(start, start + 3));
    if (surname === 0) continue;
    const before = text.slice(Math.max(0, start - 6), start);
    if (!BEFORE_PERSON.test(before) || (grammar.has(start) && !HAS_TITLE.test(before))) continue;
    const lengths = [surname + 2, surname + 1].filter((length) => isPerson(text, start, length, before));
    // 刘露担任: a name does not end within a word.
    const length = lengths.find((candidate) => wordEnds.has(start + candidate)) ?? lengths[0];
    if (length === undefined) continue;
    found.push(originalSpan(folded, start, start + length));
    start += length - 1;
  }
  return found;
}

function isPerson(text: string, start: number, length: number, before: string): boolean {
  const name = text.slice(start, start + length);
  if (!new RegExp(`^\\p{Script=Han}{${length}}(?<![和与及同跟等])$`, 'u').test(name)) return false;
  const titled = HAS_TITLE.test(before);
  // After a title whatever begins a word may follow: 院士石勇重点介绍了.
  if (!titled && !AFTER_PERSON.test(text.slice(start + length, start + length + 3))) return false;
  // A word of the dictionary (高新, 方面) is a name only right after a title.
  return titled || (glossesOf(name).length === 0 && findOrganisation(name) === undefined);
}

/** Characters that write the sounds of foreign names (the usual ones of Xinhua's tables). */
const SOUND =
  '阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼毕宾波伯博勃布查茨达戴丹道德登邓迪蒂丁东杜敦顿多厄恩尔耳法凡范方菲费芬丰冯佛弗夫福富盖甘高戈格葛根贡古圭哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简杰金津京卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷蕾里理利莉连廉列林琳龙隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅门蒙米密敏明缪莫默姆木穆拿娜纳乃奈南内尼涅宁纽农努女诺欧帕潘庞佩彭蓬皮平泼普齐奇契恰乔钦琴琼丘让热仁日荣儒瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施什史士斯丝司松苏孙索塔台泰坦汤唐陶特滕提铁廷通图托陀瓦万旺威韦维魏温文翁沃乌武希锡西锡席夏香项肖谢辛欣休许逊雅亚延扬耶叶伊因英尤于约泽扎詹湛张哲珍真芝朱祖佐';
const SOUNDS = new RegExp(`^[${SOUND}·•・]+$`, 'u');
const MAX_SOUNDS = 12;
/** People of whom news from abroad tells, beside those with a title of home. */
const TITLE_ABROAD =
  /(?:总统|总理|首相|国务卿|外长|防长|财长|大臣|国王|女王|王储|王子|公主|教皇|议长|议员|总干事|发言人|将军|上将|司令|教练|主帅|前锋|后卫|中场|门将|球员|球星|导演|演员|歌手|作家|画家|学者|分析师|车手|选手)$/u;

/** Spans of the original text: after a title, with a dot between the parts, or a word that is nothing else. */
export function findForeignPeople(folded: NormalizedText): Span[] {
  const { text } = folded;
  return runsOfSounds(text)
    .filter((run) => {
      const { start, end } = spanOf(run);
      const before = text.slice(Math.max(0, start - 6), start);
      if (end - start < 2 || end - start > MAX_SOUNDS || run.every(isCommonWord)) return false;
      if (/.[·•・]./u.test(text.slice(start, end)) || HAS_TITLE.test(before) || TITLE_ABROAD.test(before))
        return true;
      return (
        run.every(({ tag }) => /^(?:nrt?|x|zg)$/.test(tag)) &&
        BEFORE_PERSON.test(before) &&
        AFTER_PERSON.test(text.slice(end, end + 3))
      );
    })
    .map(spanOf)
    .map(({ start, end }) => originalSpan(folded, start, end));
}

const spanOf = (run: readonly TaggedWord[]): Span => ({ start: run[0]!.start, end: run.at(-1)!.end });

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
