/** A number of things as it is read aloud: 1 article, 2 articles. */
export const counted = (count: number, thing: string): string =>
  `${count} ${count === 1 ? thing : `${thing}s`}`;
