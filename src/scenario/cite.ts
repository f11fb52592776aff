/** What one citation names: a source and, where it says so, documents of it. */
export interface CitePart {
  /** The source's id, such as `F06`. */
  readonly source: string;
  /**
   * Documents of the source, such as `d65`, in order; none where the source as a whole is meant.
   */
  readonly keys: readonly string[];
  /** Whether only a note of the document is meant, as in `F06 d61 fn 3`. */
  readonly note: boolean;
}

/** No citation that a reader could follow names more documents at once. */
const MOST_KEYS = 100;

/** A citation is a few words. */
const MOST_CHARACTERS = 500;

const SOURCE = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** What follows `and` or a comma is another source if it looks so, else more of the same one. */
const NEXT_SOURCE = /^[A-Z][A-Za-z0-9_-]*$/;
const KEY = /^(?:d\d{1,5}[a-z]?|\d{1,5})$/;
const RANGE = /^d(\d{1,5})-d?(\d{1,5})$/;
const WORD = /[,;]|[^\s,;]+/g;
const JOINT = new Set(['and', ',', ';']);

/** Whether a text can be the key of a document within its source: `d65`, or `2` for a part. */
export function isDocumentKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * Reads a citation of a scenario's files. Its first word is a source's id. Then come documents of
 * it (`d65`, `d71-d85`, or right after the id a number alone for a part of a chapter) and words
 * that say where in them, which are read over: `F06 d60 and fn 0-1`, `FSUP d383 (head)`,
 * `CHRON p. 3`. After `and`, a comma or a semicolon a word with a capital is another source:
 * `F06 d69 and DOBBS`. A text that is no citation gives nothing: one without a source, or with a
 * range of documents that runs backwards or over more than 100, or longer than 500 characters.
 */
export function parseCite(text: string): CitePart[] {
  if (text.length > MOST_CHARACTERS) return [];
  const words = text.replaceAll(/\([^)]*\)/g, ' ').match(WORD) ?? [];
  if (!SOURCE.test(words[0] ?? '')) return [];
  const parts = splitBySource(words).map(([source = '', ...rest]) => partOf(source, rest));
  return parts.every((part) => part !== null) ? parts : [];
}

/** The words of each source, its id first. */
function splitBySource(words: readonly string[]): string[][] {
  const pieces: string[][] = [];
  for (const [i, word] of words.entries()) {
    const joined = JOINT.has(words[i - 1] ?? '');
    if (i === 0 || (joined && NEXT_SOURCE.test(word))) pieces.push([word]);
    else pieces.at(-1)!.push(word);
  }
  return pieces;
}

function partOf(source: string, words: readonly string[]): CitePart | null {
  const keys = new Set<string>();
  for (const [i, word] of words.entries()) {
    const range = RANGE.exec(word);
    if (range !== null) {
      const [first, last] = [Number(range[1]), Number(range[2])];
      if (last < first || keys.size + last - first >= MOST_KEYS) return null;
      for (let n = first; n <= last; n++) keys.add(`d${n}`);
    } else if (KEY.test(word) && (i === 0 || word.startsWith('d'))) keys.add(word);
  }
  const at = words.findIndex((word) => word === 'fn');
  return { source, keys: [...keys], note: at > 0 && !JOINT.has(words[at - 1]!) };
}
