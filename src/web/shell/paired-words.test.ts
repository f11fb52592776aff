import { expect, test } from 'vitest';
import { pairedWords } from './paired-words.js';

test.each([
  [
    'Every figure is a frequency in 40 simulated histories for each variant of “Two towns” (seed 1).',
    'Every figure is a frequency in 40 simulated histories with the changes and as many without, of “Two towns” (seed 1).',
  ],
  ['Changed in “change”: dispatch D2 arrives never.', 'Changed: dispatch D2 arrives never.'],
  [
    'Run k of every variant shares with run k of “baseline” each draw of chance that both use.',
    'Run k with the changes shares with run k without them each draw of chance that both use.',
  ],
  [
    'D2 reaches Reeve: lost in the change, arrived in the baseline',
    'D2 reaches Reeve: lost with the changes, arrived without them',
  ],
  [
    'the history ends as War; in the baseline: Settled',
    'the history ends as War; without the changes: Settled',
  ],
  ['D2 is sent: later in the change', 'D2 is sent: later with the changes'],
  ['Nobody knows kappa.', 'Nobody knows kappa.'],
])('%s', (sentence, words) => {
  expect(pairedWords(sentence)).toBe(words);
});
