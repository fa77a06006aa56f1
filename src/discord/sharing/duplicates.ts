/** Discord may deliver an event twice, after a resume for example; its ids tell. */

/** Takes each id once: false for one that it has seen among the last `size`. */
export function createDuplicateFilter(size: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    // Sets keep the order of insertion: the first is the oldest.
    if (seen.size > size) for (const oldest of seen) return seen.delete(oldest);
    return true;
  };
}
