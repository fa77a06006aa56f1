/** Whether a place is a province, a city, a district: what its name says, or what a dictionary says of it. */
import { glossesOf } from '../text/glosses.ts';
import { toSimplified } from '../text/normalize.ts';

/** Levels that a dictionary tells, each by a place that is of it. */
const TOLD: readonly (readonly [example: string, gloss: RegExp])[] = [
  ['上海市', /\b(?:city|capital of)\b/],
  ['黄浦区', /\bdistrict\b/],
];
const UNITS = ['省', '市', '区', '县', '镇'];

/** 房山 of 房山工厂 is a district, as a dictionary has 房山区, and 绿园区 is no 园区. */
export function isOfLevel(level: RegExp, place: string): boolean {
  if (level.test(place)) return true;
  const simplified = toSimplified(place);
  const isTold = ([example, says]: (typeof TOLD)[number]): boolean =>
    level.test(example) && glossesOf(simplified).some((gloss) => says.test(gloss));
  return (
    TOLD.some(isTold) ||
    UNITS.some((unit) => level.test(place + unit) && glossesOf(simplified + unit).length > 0)
  );
}
