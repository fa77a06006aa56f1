/** Linear models: what all fitted weights are read by. */

/** Sum of the features, each times its weight; the features are read in the order of the weights. */
export const weighFeatures = <T extends Readonly<Record<keyof T, number>>>(
  weights: Readonly<Record<keyof T, number>>,
  features: T,
): number =>
  (Object.keys(weights) as (keyof T)[]).reduce((sum, name) => sum + weights[name] * features[name], 0);

/** Probability, in (0, 1), of a logistic regression. */
export const probabilityOf = <T extends Readonly<Record<keyof T, number>>>(
  weights: Readonly<Record<keyof T, number>>,
  bias: number,
  features: T,
): number => 1 / (1 + Math.exp(-(bias + weighFeatures(weights, features))));
