/** The index after a change of the articles. */

/**
 * Builds once for all who ask while a build is under way: that one may have read the articles before they changed. Each
 * is told when a build that began after they asked is done, or why it failed.
 */
export function createRebuild(build: () => Promise<unknown>): () => Promise<unknown> {
  let running: Promise<unknown> | null = null;
  let next: Promise<unknown> | null = null;
  const start = (): Promise<unknown> => {
    next = null;
    const own = build().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };
  return () => {
    if (running === null) return start();
    next ??= running.catch(() => {}).then(start);
    return next;
  };
}
