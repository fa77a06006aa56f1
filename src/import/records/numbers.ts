/** Texts as numbers, in tables of numbers: thousands of texts themselves would fill the memory. */
import { createHash } from 'node:crypto';

/** Stands for a text, from 0 to 2^48 - 1; two of a million are rarely the same. */
export const shortHash = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6);

/** Numbers by numbers that {@link shortHash} gave, some thirty bytes each. */
export interface Numbers {
  get(key: number): number | undefined;
  set(key: number, value: number): void;
  readonly size: () => number;
  /** In no order. */
  values(): Generator<number>;
}

const FREE = -1;
const FIRST_SLOTS = 1024;
/** Of all slots; beyond, runs of taken ones grow long. */
const MOST_TAKEN = 0.7;

export function createNumbers(): Numbers {
  let keys = new Float64Array(FIRST_SLOTS).fill(FREE);
  let values = new Float64Array(FIRST_SLOTS);
  let size = 0;
  const slotOf = (key: number): number => {
    let slot = key % keys.length;
    while (keys[slot] !== FREE && keys[slot] !== key) slot = (slot + 1) % keys.length;
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Float64Array(2 * oldKeys.length).fill(FREE);
    values = new Float64Array(keys.length);
    for (const [slot, key] of oldKeys.entries()) if (key !== FREE) put(key, oldValues[slot]!);
  };
  const put = (key: number, value: number): void => {
    const slot = slotOf(key);
    keys[slot] = key;
    values[slot] = value;
  };
  return {
    get(key) {
      const slot = slotOf(key);
      return keys[slot] === FREE ? undefined : values[slot];
    },
    set(key, value) {
      if (keys[slotOf(key)] === FREE) size += 1;
      if (size > MOST_TAKEN * keys.length) grow();
      put(key, value);
    },
    size: () => size,
    *values() {
      for (const [slot, key] of keys.entries()) if (key !== FREE) yield values[slot]!;
    },
  };
}
