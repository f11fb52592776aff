import MiniSearch, { type SearchResult } from 'minisearch';
import { excerptOf } from './excerpt.js';
import type { Room } from './room.js';
import { searchUnits, type SearchUnit } from './search-units.js';
import { foldedText, parseQuery, wordsOf, type SearchQuery } from './search-words.js';
import type { SearchHit, SearchView } from './views.js';

/** A room made ready to be searched. */
export interface SearchIndex {
  readonly units: readonly SearchUnit[];
  /** The words of each unit, folded, between spaces. */
  readonly folded: readonly string[];
  readonly words: MiniSearch;
}

/** The shelf filters what was found, so an answer holds nearly always all of it. */
const MOST_HITS = 1000;
/** Shorter words are meant as they are; longer ones may be beginnings. */
const SHORTEST_BEGINNING = 3;
/** Only longer words may be slightly otherwise. */
const SHORTEST_FUZZY = 6;
/** Units indexed before others get their turn. */
const AT_ONCE = 200;
/** A find on a document's card says more of it than one in its text. */
const CARD_WEIGHT = 1.5;

/** Indexes a room, in small steps that let other work go on. */
export async function searchIndex(room: Room): Promise<SearchIndex> {
  const units = searchUnits(room);
  const words = new MiniSearch({ fields: ['text'], tokenize, processTerm: (word) => word });
  await words.addAllAsync(
    units.map(({ text }, id) => ({ id, text })),
    { chunkSize: AT_ONCE },
  );
  return { units, folded: units.map(({ text }) => ` ${foldedText(text)} `), words };
}

function tokenize(text: string): string[] {
  return wordsOf(text).map(({ word }) => word);
}

/**
 * Documents in which every word and every phrase of a query stands, best first, each with its best
 * block and the words around the find. At most 100 of them; `total` says how many there are.
 */
export function searchView(query: string, index: SearchIndex): SearchView {
  const asked = parseQuery(query);
  const documents = [...foundByDocument(asked, index).values()]
    .filter(({ missing }) => missing.size === 0)
    .toSorted((a, b) => b.score - a.score || a.order - b.order);
  const hits = documents.slice(0, MOST_HITS).map(({ best }) => hitOf(best, asked, index));
  return { query, total: documents.length, hits };
}

/** What was found in one document. */
interface Found {
  /** Parts of the query that none of its units has yet. */
  readonly missing: Set<string>;
  readonly order: number;
  score: number;
  best: SearchResult;
  bestScore: number;
}

function foundByDocument(asked: SearchQuery, index: SearchIndex): Map<string, Found> {
  const phrases = asked.phrases.map((words) => words.join(' '));
  const parts = [...asked.words, ...phrases.map((phrase) => `"${phrase}"`)];
  const found = new Map<string, Found>();
  for (const result of resultsOf(asked, index)) {
    const unit = result.id as number;
    const { document, block } = index.units[unit]!;
    const here = phrases.filter((phrase) => index.folded[unit]!.includes(` ${phrase} `));
    // Words of a phrase that stand apart are no find.
    if (here.length === 0 && !asked.words.some((word) => result.queryTerms.includes(word)))
      continue;
    const weight = (block === null ? CARD_WEIGHT : 1) * (1 + here.length);
    const score = result.score * weight * result.queryTerms.length;
    const known = found.get(document);
    const entry = known ?? newFound(parts, unit, result);
    if (known === undefined) found.set(document, entry);
    for (const word of result.queryTerms) entry.missing.delete(word);
    for (const phrase of here) entry.missing.delete(`"${phrase}"`);
    entry.score = Math.max(entry.score, score);
    if (score > entry.bestScore) [entry.best, entry.bestScore] = [result, score];
  }
  return found;
}

function newFound(parts: readonly string[], order: number, best: SearchResult): Found {
  return { missing: new Set(parts), order, score: 0, best, bestScore: 0 };
}

/** Units with any of the words, since the words of a query may stand in several of a document. */
function resultsOf(asked: SearchQuery, { words: index }: SearchIndex): SearchResult[] {
  const exact = new Set(onlyInPhrases(asked));
  const all = [...asked.words, ...exact];
  if (all.length === 0) return [];
  return index.search(all.join(' '), {
    combineWith: 'OR',
    prefix: (word) => !exact.has(word) && word.length >= SHORTEST_BEGINNING,
    fuzzy: (word) => (!exact.has(word) && word.length >= SHORTEST_FUZZY ? 1 : false),
    maxFuzzy: 1,
  });
}

function hitOf({ id, terms }: SearchResult, asked: SearchQuery, index: SearchIndex): SearchHit {
  const { document, block, text } = index.units[id as number]!;
  const ofPhrases = new Set(onlyInPhrases(asked));
  const words = new Set(terms.filter((term) => !ofPhrases.has(term)));
  return { id: document, block, excerpt: excerptOf(text, { words, phrases: asked.phrases }) };
}

/** Words that count only where their phrase stands. */
function onlyInPhrases({ words, phrases }: SearchQuery): string[] {
  return phrases.flat().filter((word) => !words.includes(word));
}
