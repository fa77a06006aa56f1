/** What stands around days in Chinese texts. */
import type { DayContext } from '../../time/day.ts';

const ASIDE = '(?:\\s*[（(][^（）()]{1,8}[）)])?';
const CLOCK = '(?:\\s*(?:上午|下午|晚上|早上|凌晨|晚)?\\s*\\d{1,2}(?:[:：]\\d\\d|[时点](?:\\d{1,2}分|半)?))?';

/** Of the traditional characters those that the words of days have, and what rules write for them. */
const TRADITIONAL =
  '國農曆歷臘閏號週個後這當禮兩間陰舊節緒慶統順萬樂貞觀開寶興寧豐紹啟禎龍馬雞豬陽婦勞動兒黨軍師聖誕財學賽會計將擬劃預續舉發從約時長過滿達內來點為條報產於與○';
const SIMPLIFIED =
  '国农历历腊闰号周个后这当礼两间阴旧节绪庆统顺万乐贞观开宝兴宁丰绍启祯龙马鸡猪阳妇劳动儿党军师圣诞财学赛会计将拟划预续举发从约时长过满达内来点为条报产于与〇';

export const DAY_CONTEXT: DayContext = {
  spellings: [...TRADITIONAL].map((character, i) => [character, [...SIMPLIFIED][i]!]),
  eventBefore: [
    { pattern: /\p{Script=Han}[于在]?‹›\s*(?:[，。；,;.）)]|$)/u, means: 'event before', examples: ['成立于‹›，', '海棠开馆‹›'], not: ['‹›开馆', '，‹›，', '成立于‹›的海棠'] },
  ],
  months: [{ pattern: /月/u, means: 'month', examples: ['2023年5月', '5月3日'], not: ['2023年'] }],
  joints: [
    {
      pattern: new RegExp(
        `^[日号]?${ASIDE}${CLOCK}\\s*(?:(?:一直)?(?:持续|延续|截[止至])?[至到]|直[至到]|—+|–|~|～|-)\\s*$`,
        'u',
      ),
      means: 'range',
      examples: ['至', '到', '—', '-', '持续到', '（周五）至', '9时至', '上午9点—'],
      not: ['推迟到', '改为', '和', '、', '至少到'],
    },
  ],
  before: [
    { pattern: /(?:将|拟|定|计划|预计|预期|有望|力争)[于在到至]?$/u, means: 'planned', examples: ['将于', '预计', '定于'], not: ['已于', '于'] },
    { pattern: /每(?:年|月|个|逢)的?\s*$/u, means: 'recurring', examples: ['每年', '每年的', '每逢'] },
  ],
  ends: [
    { pattern: /\d\s*[年月日号]?\s*(?:至|到|—|–|~|～|-)\s*$/u, means: 'end', examples: ['8月29至', '29日到', '2021-'], not: ['推迟到'] },
    { pattern: /(?:持续|延续|截[止至])[至到于]?\s*$/u, means: 'end', examples: ['持续到', '截止', '截至'] },
  ],
  begins: [{ pattern: /^(?:起|开始|以来)/u, means: 'beginning', examples: ['起', '开始'] }],
  clauseEnd: /[，。；,;:：]/gu,
  and: /^[和与及]$/u,
}; // biome-ignore format: a row a line
