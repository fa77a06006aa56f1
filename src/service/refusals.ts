/** Which builds were tried in vain, and for how long that holds. */

/** A pause doubles from try to try up to this. */
const MAX_PAUSE_MS = 300_000;

export interface Tried {
  readonly error: Error;
  /** State of the build's files before it was tried. */
  readonly state: string;
  /** True where the reason may pass though the files stay as they are: the system refused to read, the process died. */
  readonly mayPass: boolean;
}

export interface Refusals {
  /** Notes a try; true for the first one of this build, which is to be told. */
  add(build: string, tried: Tried): boolean;
  /** Why a build is not to be tried now, or null. */
  of(build: string): Error | null;
  /** Of the first one that is noted, or null. */
  first(): Error | null;
  /** Somebody has chosen anew which build is current. */
  clear(): void;
}

/**
 * A refusal holds for a pause at least, so that files which are just being copied are not tried all the time; then until
 * the state of the build's files is another one or, where the reason may pass, until a pause that doubles has gone by.
 */
export function keepRefusals(
  stateOf: (build: string) => string,
  pauseMs: number,
  now: () => number = () => performance.now(),
): Refusals {
  const refused = new Map<string, Tried & { readonly at: number; readonly times: number }>();
  return {
    add(build, tried) {
      const times = (refused.get(build)?.times ?? 0) + 1;
      refused.set(build, { ...tried, at: now(), times });
      return times === 1;
    },
    of(build) {
      const last = refused.get(build);
      if (last === undefined) return null;
      const { error, state, mayPass, at, times } = last;
      const passed = now() - at;
      const isOver =
        passed >= pauseMs &&
        (state !== stateOf(build) ||
          (mayPass && passed >= Math.min(MAX_PAUSE_MS, pauseMs * 2 ** (times - 1))));
      return isOver ? null : error;
    },
    first: () => refused.values().next().value?.error ?? null,
    clear: () => refused.clear(),
  };
}
