import { readFileSync } from 'node:fs';
import { MORE, testMutants } from './mutant-tests.js';

const TWO_BANKS = new URL('../../../scenarios/two-banks/scenario.yaml', import.meta.url);

testMutants([
  {
    name: 'two-banks',
    files: new Map([
      ['scenario.yaml', readFileSync(TWO_BANKS, 'utf8').replaceAll(/^ *#.*\n/gm, '')],
    ]),
    count: Math.max(10_000, MORE),
  },
]);
