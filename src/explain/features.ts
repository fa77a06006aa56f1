/** Values of a linear model beside their weights. */
import { probabilityOf } from '../linear.ts';
import type { Feature, Probability } from './explanation.ts';

/** The features in the order of the weights. */
export const featuresOf = <Name extends string>(
  weights: Readonly<Record<Name, number>>,
  values: Readonly<Record<Name, number>>,
): Feature<Name>[] =>
  (Object.keys(weights) as Name[]).map((name) => ({ name, value: values[name], weight: weights[name] }));

/** What a logistic regression makes of features. */
export function probabilityBy<Name extends string>(
  bias: number,
  features: readonly Feature<Name>[],
  threshold: number,
): Probability<Name> {
  const columnOf = (column: 'value' | 'weight') =>
    Object.fromEntries(features.map((one) => [one.name, one[column]])) as Record<Name, number>;
  const value = probabilityOf(columnOf('weight'), bias, columnOf('value'));
  return { value, threshold, distance: value - threshold, bias, features };
}
