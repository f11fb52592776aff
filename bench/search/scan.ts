import type { SearchUnit } from '../../src/library/room/search-units.js';
import { foldedText, parseQuery } from '../../src/library/room/search-words.js';

/** What is asked: single words, common and rare, beginnings, slips, many words, phrases. */
export const QUERIES = [
  'turkey',
  'the',
  'missiles cuba',
  'khru',
  'Khruschev letter',
  'non-invasion assurance',
  'knot of war',
  '"knot of war"',
  '"the United States of America"',
  '"of the"',
  'Jupiter missiles Turkey Italy withdrawal',
  'con',
  'pre int com',
  'Thant inspection Havana "United Nations"',
  'zzyzx',
  'con pre int com dis sta mis par pro sub rec dec mar for res exp',
  'the of and to in that is a for it with as be on by which',
];

/**
 * The documents in which every word of a query stands (or begins a word, if it has three letters
 * or more) and every phrase: what the index must find too, found by reading everything.
 */
export function scan(query: string, units: readonly SearchUnit[]): string[] {
  const { words, phrases } = parseQuery(query);
  const sought = [
    ...words.map((word) => (word.length < 3 ? ` ${word} ` : ` ${word}`)),
    ...phrases.map((phrase) => ` ${phrase.join(' ')} `),
  ];
  if (sought.length === 0) return [];
  const missing = new Map<string, Set<string>>();
  for (const { document, text } of units) {
    const folded = ` ${foldedText(text)} `;
    const here = missing.get(document) ?? new Set(sought);
    missing.set(document, here);
    for (const part of here) if (folded.includes(part)) here.delete(part);
  }
  return [...missing].filter(([, parts]) => parts.size === 0).map(([document]) => document);
}
