import { UNITS, UNIT_WORDS } from '../text/duration.js';

/**
 * An expression with every number a double (R10), and the way back to the columns of its source.
 */
export interface Rewritten {
  readonly text: string;
  /** Character of the source from which a character of `text` comes. */
  readonly sourceOf: (character: number) => number;
}

export type RewriteResult =
  | { readonly type: 'rewritten'; readonly rewritten: Rewritten }
  | { readonly type: 'bad unit'; readonly at: number; readonly word: string };

/** A string, a comment, a name, a number with what hangs on it, or one other character. */
const LEXEME =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\/[^\n]*|[A-Za-z_][A-Za-z0-9_]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z0-9_.]))?[A-Za-z0-9_.]*|[^]/g;

const NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|min|[shdw]))+$/;
const DURATION_PART = /(\d+(?:\.\d+)?)(ms|min|[shdw])/g;

/**
 * Rewrites `72h` to its milliseconds, the unit in `0.3/day` to its milliseconds, and `1` to `1.0`,
 * since CEL has neither units nor a product of an integer and a double.
 */
export function rewriteLiterals(source: string): RewriteResult {
  let text = '';
  /** Pairs of a character of the result and the one of the source where it starts to differ. */
  const steps: [number, number][] = [[0, 0]];
  let afterSlash = false;
  for (const match of source.matchAll(LEXEME)) {
    const [lexeme] = match;
    const rewritten = rewriteLexeme(lexeme, afterSlash, source.slice(match.index + lexeme.length));
    if (rewritten === null) return { type: 'bad unit', at: match.index, word: lexeme };
    text += rewritten;
    if (rewritten !== lexeme) steps.push([text.length, match.index + lexeme.length]);
    if (lexeme.trim() !== '') afterSlash = lexeme === '/';
  }
  return { type: 'rewritten', rewritten: { text, sourceOf: (at) => wayBack(steps, at) } };
}

/** The double that stands for a lexeme, the lexeme where it needs none, null for a bad number. */
function rewriteLexeme(lexeme: string, afterSlash: boolean, rest: string): string | null {
  if (/^\d/.test(lexeme)) {
    const value = NUMBER.test(lexeme) ? Number(lexeme) : durationValue(lexeme);
    return value === null || !Number.isFinite(value) ? null : doubleText(value);
  }
  const unit = afterSlash && !/^\s*\(/.test(rest) ? unitOf(lexeme) : undefined;
  return unit === undefined ? lexeme : doubleText(unit);
}

function unitOf(word: string): number | undefined {
  if (Object.hasOwn(UNITS, word)) return UNITS[word];
  return Object.hasOwn(UNIT_WORDS, word) ? UNIT_WORDS[word] : undefined;
}

function durationValue(word: string): number | null {
  if (!DURATION.test(word)) return null;
  let sum = 0;
  for (const [, number, unit] of word.matchAll(DURATION_PART))
    sum += Number(number) * UNITS[unit!]!;
  return sum;
}

/** A CEL double literal that reads back as exactly this number. */
function doubleText(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function wayBack(steps: readonly (readonly [number, number])[], at: number): number {
  const step = steps.findLast(([start]) => start <= at)!;
  const next = steps[steps.indexOf(step) + 1];
  const source = step[1] + (at - step[0]);
  // Inside or at the start of a rewritten literal the source moves slower or faster than the text.
  return next !== undefined && source > next[1] ? next[1] : source;
}
