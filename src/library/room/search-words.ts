/** A word of a text: folded, with where it stands in the text as written. */
export interface TextWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What a reader looks for: words that may be longer or slightly otherwise, and exact phrases. */
export interface SearchQuery {
  readonly words: readonly string[];
  readonly phrases: readonly (readonly string[])[];
}

/** More words than this are no question about a text. */
const MOST_WORDS = 16;

/** Letters that Unicode does not take apart into a letter and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text in order: letters and digits, in small letters and without diacritics. */
export function wordsOf(text: string): TextWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: written, index }) => ({
    word: folded(written),
    start: index,
    end: index + written.length,
  })).filter(({ word }) => word !== '');
}

/** The words of a text, folded, one space between: what phrases are looked for in. */
export function foldedText(text: string): string {
  return (folded(text).match(WORD) ?? []).join(' ');
}

/**
 * Reads what somebody typed: words in quotes are a phrase, a quote left open goes to the end, and
 * words beyond the sixteenth are read over.
 */
export function parseQuery(text: string): SearchQuery {
  const words: string[] = [];
  const phrases: string[][] = [];
  let left = MOST_WORDS;
  for (const [i, piece] of text.split(/["“”„«»]/).entries()) {
    const found = wordsOf(piece)
      .map(({ word }) => word)
      .slice(0, left);
    left -= found.length;
    if (i % 2 === 0) words.push(...found);
    else if (found.length > 0) phrases.push(found);
  }
  return { words: [...new Set(words)], phrases };
}

const ASCII = /^\p{ASCII}*$/u;

function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => FOLDED[letter] ?? letter);
}
