/** Amounts in a text: a number with what it counts. */

import { NUMERAL_CHARACTERS } from '../rules/zh/numerals.ts';
import type { Span } from '../types.ts';

const NUMBER = `(?:\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[数几]?[${NUMERAL_CHARACTERS}]{1,8})`;
/** 多 and 余 round a number up, before or after its scale. */
const ROUND = '[多余餘]?';
const SCALE = '(?:万亿|亿亿|亿|億|万|萬|千|百)?';
const UNIT =
  '(?:(?:亿|万)?(?:美元|欧元|港元|日元|英镑|卢布|韩元|加元|澳元|新元|新加坡元|新台币|台币|瑞郎|法郎|卢比|越南盾|印尼盾|泰铢|比索|里拉|林吉特|人民币|元)|平方米|平方公里|平方千米|平方英里|k?m²|㎡|公里|公顷|千瓦时|千瓦|个方面|个?部门|个国家(?:和地区)?|个(?:多|半)月|年半|个百分点|周年|人次|人份|参数|个月|名|位|家|个|种|支|户|亩|畝|倍|年|天|日|小时|分钟|人|所|座|台|辆|次|条|项|吨|岁|届|章|集|部|本|册|款|场|张|件|万|亿|层|艘|架|枚|颗|只|头|匹|棵|株|套|批|笔|例|起|箱|幅|首|瓶|斤|公斤|克|升|毫米|厘米|公分|(?:[ckm]m|[CKM]M|[kK][gG]|[GM]Hz|[kMG]Wh?|Ps|mAh|[GT]B)(?![A-Za-z])|处(?![理罚于置分长在境])|类(?![似别型])|海里|英里|标准箱|兆瓦|吉瓦|罐|袋|桶|盒|杯|碗|根|粒|串|卷|组|块(?!链)|篇|页|封|份(?!额)|间|栋|幢|剂|针|单(?![位元个])|股(?![份东])|门(?![店户])|分(?![之钟行公局别布析校部店院厂项期批享辨贝会])|班次|航班|季度|学期|学年|世纪|秒|周|米|%|％)';
/** Asks in a unit of its own: 多少罐, 几艘; not in one of the words for nearly anything. */
const ASKED_UNIT = new RegExp(`(?:多少|几)(?![个条只件张])(?<unit>${UNIT})`, 'u');
export const unitAsked = (asking: string): string | undefined => ASKED_UNIT.exec(asking)?.groups?.unit;

/** A rate: 142亿亿次/秒. */
const PER = '(?:\\s?/\\s?(?:秒|分钟|小时|天|日|月|年|人|吨|平方米))?';
/** Two numbers with one unit: 8000至10000人. */
const RANGE = `(?:${NUMBER}${SCALE}\\s?(?:至|到|[-–—~～])\\s?)?`;
const AMOUNT = new RegExp(
  `(?:不到|不足)?${RANGE}${NUMBER}\\s?${ROUND}${SCALE}${ROUND}\\s?${UNIT}?${PER}`,
  'gu',
);
const LATIN_AMOUNT =
  /(?:[$€£¥]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|percent|thousand|million|billion|trillion))?(?:\s(?:yuan|dollars|euros|years|days|months|hours|people|companies))?/g;

/** Digits or numerals that are part of something else: the third, No. 3, a model's name. */
const NOT_BEFORE = /[第\p{Script=Latin}\d.\-–—/+]$/u;
/** A point of a list, a sum or a letter that makes a name: 2、南通, 5+2, 5G. */
const NOT_AFTER = /^(?:[、．.]\p{Script=Han}|\+|\p{Script=Latin})/u;
/** What a share costs, as some sites write it behind each company: 中国石油(7.920, 0.12, 1.54%). */
const QUOTATION = /[(（]\d+\.\d+,\s?-?\d+\.\d+,\s?-?\d+\.\d+%[)）]/gu;

/** Amounts of a text, in order of appearance; a bare Chinese numeral without a unit is not one. */
export function findAmounts(text: string): Span[] {
  const pattern = /\p{Script=Han}/u.test(text) ? AMOUNT : LATIN_AMOUNT;
  const quotations = [...text.matchAll(QUOTATION)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  return [...text.matchAll(pattern)]
    .map(({ 0: found, index }) => ({
      start: index,
      end: index + found.trimEnd().length,
      found: found.trimEnd(),
    }))
    .filter(
      ({ start, end, found }) =>
        !NOT_BEFORE.test(text.slice(Math.max(0, start - 1), start)) &&
        !(NOT_AFTER.test(text.slice(end, end + 2)) && !ENDS_IN_UNIT.test(found)) &&
        !quotations.some((one) => one.start <= start && end <= one.end) &&
        (isAmount(found) || (ONE_PERIOD.test(found) && PERIOD_SAID.test(text.slice(end)))),
    )
    .map(({ start, end }) => ({ start, end }));
}

/** 2023上海书展 counts nothing. */
const YEAR = /^(?:19|20)\d\d$/;
/** Nor does 鸿联创2.0. */
const VERSION = /^\d\.0$/;
/** 一年 is a time like any other, but a period in 一年的合同, 一年期. */
const ONE_PERIOD = /^一(?:年|个月|个半月|周|天)$/u;
const PERIOD_SAID = /^(?:期|的?(?:合同|合约|协议|期限|有效期|租约))/u;
const ENDS_IN_UNIT = new RegExp(`${UNIT}$`, 'u');

/** 一 and 三 stand in many words and 一位 is an article; with a unit or in digits they count something. */
const isAmount = (found: string): boolean =>
  (/\d/.test(found) && !YEAR.test(found) && !VERSION.test(found)) ||
  (!/^一[^十百千万亿]/u.test(found) &&
    !/^[万亿千百]/.test(found) &&
    (ENDS_IN_UNIT.test(found) || /[十百千万亿]/.test(found.slice(1))));

const ORDINAL = new RegExp(`第${NUMBER}\\s?[\\p{Script=Han}]?`, 'gu');

/** Places in a row: 第13个, 第97站. */
export const findOrdinals = (text: string): Span[] =>
  [...text.matchAll(ORDINAL)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

const SCORE = /(?<![\d.:])\d{1,3}\s?(?:[:：]|比|-|–)\s?\d{1,3}(?![\d.:])/gu;

/** Scores of matches: 3:2, 100比98. */
export const findScores = (text: string): Span[] =>
  [...text.matchAll(SCORE)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
