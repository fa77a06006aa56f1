import type { JsonObject } from '../json.ts';
import type { RequestRecord } from '../records.ts';
import type { State } from '../state.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A request that found its route. */
export interface Call {
  readonly state: State;
  readonly request: RequestRecord;
  /** The body where it is an object, else an empty one. */
  readonly body: JsonObject;
  /** The part of the path that the route calls `:name`. */
  readonly part: (name: string) => string;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each part that varies, `/channels/:channel/messages`. */
  readonly path: string;
  readonly handle: (call: Call) => Answer;
}

/** The route of a request and the parts of its path; null where Discord has none, or this one not yet. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; parts: ReadonlyMap<string, string> } | null {
  for (const route of routes) {
    const parts = route.method === method ? matchPath(route.path, path) : null;
    if (parts) return { route, parts };
  }
  return null;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function noContent(): Answer {
  return { status: 204 };
}

function matchPath(pattern: string, path: string): Map<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parts = new Map<string, string>();
  for (const [index, want] of wanted.entries()) {
    const have = given[index] ?? '';
    if (want.startsWith(':') && have !== '') parts.set(want.slice(1), have);
    else if (want !== have) return null;
  }
  return parts;
}
