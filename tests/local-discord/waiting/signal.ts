/** An event of one kind: those who listen hear every value from then on. */
export interface Signal<T> {
  readonly emit: (value: T) => void;
  /** Starts to listen; the answer stops it. */
  readonly listen: (listener: (value: T) => void) => () => void;
}

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
