/** One thing that Discord refuses about a request. */
export interface Problem {
  /** Way to the field, `['embeds', 0, 'title']`; empty for the request as a whole. */
  readonly path: readonly (string | number)[];
  /** Name of a form error, or the number of an error that stands alone (50006: an empty message). */
  readonly code: string | number;
  readonly message: string;
}

/** Where a check stands in the request, and the list that its findings go to. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly problems: Problem[];
}

/** A fresh list of problems; `path` is put before every path, as `data` is in interaction callbacks. */
export function startingAt(...path: (string | number)[]): Place {
  return { path, problems: [] };
}

export function within(place: Place, ...keys: (string | number)[]): Place {
  return { path: [...place.path, ...keys], problems: place.problems };
}

export function refuse(place: Place, code: string | number, message: string): void {
  place.problems.push({ path: place.path, code, message });
}
