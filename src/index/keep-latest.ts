/** Reads what has a number, and keeps what was asked for last. `most` is at least 1. */
export function keepLatest<T extends object>(
  most: number,
  read: (number: number) => T,
): (number: number) => T {
  const kept = new Map<number, T>();
  return (number) => {
    const found = kept.get(number) ?? read(number);
    // A map is in the order in which its keys were set.
    kept.delete(number);
    kept.set(number, found);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    return found;
  };
}
