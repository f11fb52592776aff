/** What summaries and divergences say of variants: with the changes, and without them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(.* simulated (?:history|histories)) for each variant of/,
    '$1 with the changes and as many without, of',
  ],
  [/^Changed in “change”: /, 'Changed: '],
  [
    /^Run k of every variant shares with run k of “baseline” each/,
    'Run k with the changes shares with run k without them each',
  ],
  [/; in the baseline: /, '; without the changes: '],
  [/ in the change\b/, ' with the changes'],
  [/ in the baseline\b/, ' without them'],
];

/** A sentence of a paired batch in the app's words; files keep `baseline` and `change`. */
export function pairedWords(sentence: string): string {
  return WORDS.reduce((text, [pattern, words]) => text.replace(pattern, words), sentence);
}
