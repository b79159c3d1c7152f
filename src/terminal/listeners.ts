/** Whoever listens to one kind of event, in the order in which they came. */
export interface Listeners<T> {
  /** Adds a listener. Returns what takes it away again. */
  add(listener: (value: T) => void): () => void;
  /** Tells those who listen now; one that is added or taken away meanwhile changes nothing about it. */
  tell(value: T): void;
}

/** Listeners of one kind, none as yet. */
export function createListeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(value) {
      for (const listener of [...all]) listener(value);
    },
  };
}
