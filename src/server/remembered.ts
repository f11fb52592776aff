import type { Failure } from './failure.js';

type Making<T> = (key: string) => Promise<T | Failure>;

/**
 * Remembers what was made of each key, from the moment that it is being made. Keys that fail are
 * not kept: their number is the world's, that of the others is the scenarios'.
 */
export function remembered<T extends object>(make: Making<T>): Making<T> {
  const made = new Map<string, Promise<T | Failure>>();
  return async (key) => {
    const known = made.get(key);
    if (known !== undefined) return await known;
    const making = make(key);
    made.set(key, making);
    let kept = false;
    try {
      const value = await making;
      kept = !('type' in value && value.type === 'failure');
      return value;
    } finally {
      if (!kept) made.delete(key);
    }
  };
}
