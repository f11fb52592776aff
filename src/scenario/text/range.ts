import { plainNumber } from './distribution-text.js';

/** The two bounds of a range such as `0..4`, low first, or null where the text is none. */
export function parseRange(text: string): { readonly low: number; readonly high: number } | null {
  const words = text.split('..');
  if (words.length !== 2) return null;
  const [low, high] = [plainNumber(words[0]!.trim()), plainNumber(words[1]!.trim())];
  return low !== null && high !== null && low < high ? { low, high } : null;
}
