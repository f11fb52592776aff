import {
  LONGEST_CHANGE,
  LONGEST_SEED,
  MOST_CHANGES,
  MOST_RUNS,
} from '../../protocol/simulation.js';

const count = (n: number): string => n.toLocaleString('en-GB');

/** What is said of a batch that cannot be run as it was asked for, beside the field in question. */
export const simulationMessages = {
  noTime: (text: string) =>
    `'${text}' is no time; write it as 1962-10-26T14:00Z, or with an offset from UTC`,
  outside: (opens: string, closes: string) =>
    `the record can be left from ${opens}, the opening, to ${closes}, the close`,
  noRuns: 'give how many histories as a whole number of at least 1',
  tooManyRuns: `the app runs at most ${count(MOST_RUNS)} histories at once; the command line runs any number`,
  noSeed: 'give a seed: any number or word',
  longSeed: `a seed has at most ${LONGEST_SEED} characters, none of them a line break`,
  nobodyPlays:
    'nobody is played by a doctrine, so every history would follow the record; choose one for a seat',
  badDoctrine: (text: string) => `'${text}' should be a seat and its doctrine: kennedy=fitted`,
  tooManyChanges: `a batch has at most ${MOST_CHANGES} changes`,
  longChange: `a change has at most ${LONGEST_CHANGE} characters`,
  emptyChange: 'say what is changed',
  notBuilt: "the threads that run histories are not built; 'npm run build' builds them",
  alone: (run: number, seed: string) => `History ${run} of seed ${seed}`,
  changed: (run: number, seed: string) => `History ${run} of seed ${seed}, with the changes`,
  unchanged: (run: number, seed: string) => `History ${run} of seed ${seed}, without the changes`,
} as const;
