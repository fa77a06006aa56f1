/** Whether a place is a province, a city, a district: what its name says, or what a dictionary says of it. */
import { LANGUAGES } from '../rules/languages.ts';
import type { PlaceLevel } from '../rules/names/places.ts';
import { glossesOf } from '../text/glosses.ts';
import { toSimplified } from '../text/normalize.ts';

const PLACES = LANGUAGES.map(({ places }) => places);

/** 房山 of 房山工厂 is a district, as a dictionary has 房山区, and 绿园区 is no 园区. */
export function isOfLevel(level: PlaceLevel, place: string): boolean {
  const isWritten = (name: string): boolean => PLACES.some(({ written }) => written[level]?.test(name));
  if (isWritten(place)) return true;
  const simplified = toSimplified(place);
  return PLACES.some(({ glossed, endings }) => {
    const { [level]: gloss } = glossed;
    const { [level]: ending } = endings;
    return (
      (gloss !== undefined && glossesOf(simplified).some((one) => gloss.test(one))) ||
      (ending !== undefined && isWritten(place + ending) && glossesOf(simplified + ending).length > 0)
    );
  });
}
