import { wordsOf, type TextWord } from './search-words.js';
import type { SearchHit } from './views.js';

/** Characters of text around a find. */
const LENGTH = 220;
/** Characters shown before the first find. */
const LEAD = 60;

/** What is marked in a text: words wherever they stand, and words that stand as a phrase. */
export interface Sought {
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}

/** The stretch of a text with the most finds, these marked; its beginning where there is none. */
export function excerptOf(text: string, sought: Sought): SearchHit['excerpt'] {
  const finds = findsIn(wordsOf(text), sought);
  const first = bestStart(finds);
  const start = first === undefined ? 0 : wordStart(text, first.start - LEAD);
  const end = wordEnd(text, start + LENGTH);
  const shown = finds.filter((find) => find.start >= start && find.end <= end);
  return [
    ...(start > 0 ? [{ text: '…', found: false }] : []),
    ...marked(text, start, end, shown),
    ...(end < text.length ? [{ text: '…', found: false }] : []),
  ];
}

/** Words and phrases that were found, in order; one word may be part of several phrases. */
function findsIn(words: readonly TextWord[], sought: Sought): readonly TextWord[] {
  const phrases = sought.phrases.flatMap((phrase) =>
    words.flatMap((first, i) => {
      const stands = phrase.every((word, j) => words[i + j]?.word === word);
      const { end } = words[i + phrase.length - 1] ?? first;
      return stands ? [{ word: phrase.join(' '), start: first.start, end }] : [];
    }),
  );
  const singles = words.filter(({ word }) => sought.words.has(word));
  return [...phrases, ...singles].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The find from which on the most different ones stand within an excerpt. */
function bestStart(finds: readonly TextWord[]): TextWord | undefined {
  let best: TextWord | undefined;
  let most = 0;
  for (const [i, find] of finds.entries()) {
    const words = new Set<string>();
    for (let j = i; j < finds.length && finds[j]!.end <= find.start + LENGTH - LEAD; j++) {
      words.add(finds[j]!.word);
    }
    if (words.size > most) [best, most] = [find, words.size];
  }
  return best ?? finds[0];
}

function marked(
  text: string,
  start: number,
  end: number,
  finds: readonly TextWord[],
): { readonly text: string; readonly found: boolean }[] {
  const pieces: { readonly text: string; readonly found: boolean }[] = [];
  let at = start;
  for (const find of finds) {
    if (find.start < at) continue;
    if (find.start > at) pieces.push({ text: text.slice(at, find.start), found: false });
    pieces.push({ text: text.slice(find.start, find.end), found: true });
    at = find.end;
  }
  if (end > at) pieces.push({ text: text.slice(at, end), found: false });
  return pieces;
}

/** The beginning of the first word at or after a place. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + LEAD ? at : space + 1;
}

/** The end of the last word that ends before a place. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space < at - LEAD ? at : space;
}
