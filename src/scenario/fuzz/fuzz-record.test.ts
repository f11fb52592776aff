import { readFileSync } from 'node:fs';
import { soundCriticism } from '../broken/testing/sound-criticism.js';
import { MORE, testMutants } from './mutant-tests.js';

const TWO_BANKS = '../../../scenarios/two-banks/scenario.yaml';
const CUBA = '../../../scenarios/cuban-missile-crisis/';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

testMutants([
  {
    name: 'two-banks with a record',
    files: new Map([
      ['scenario.yaml', read(TWO_BANKS).replaceAll(/^ *#.*\n/gm, '')],
      ['record.yaml', read('../broken/sound-record.yaml')],
      ['sources.yaml', read('../broken/sound-sources.yaml')],
    ]),
    count: Math.max(500, MORE),
  },
  {
    name: 'two-banks with all files',
    files: soundCriticism(),
    count: Math.max(1_500, MORE),
  },
  {
    name: 'cuban-missile-crisis',
    files: new Map(
      ['scenario.yaml', 'record.yaml', 'sources.yaml', 'documents.yaml', 'accounts.yaml'].map(
        (name) => [name, read(CUBA + name)],
      ),
    ),
    count: Math.max(400, MORE),
  },
]);
