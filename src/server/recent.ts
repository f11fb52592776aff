import type { Failure } from './failure.js';

type Making<T> = (key: string) => Promise<T | Failure>;

/** Remembers what was made of the keys asked for last, and forgets those asked for longest ago. */
export function recent<T extends object>(make: Making<T>, most: number): Making<T> {
  const made = new Map<string, Promise<T | Failure>>();
  return async (key) => {
    const known = made.get(key) ?? make(key);
    made.delete(key);
    made.set(key, known);
    const [oldest] = made.keys();
    if (made.size > most) made.delete(oldest!);
    try {
      const value = await known;
      if ('type' in value && value.type === 'failure') made.delete(key);
      return value;
    } catch (error) {
      made.delete(key);
      throw error;
    }
  };
}
