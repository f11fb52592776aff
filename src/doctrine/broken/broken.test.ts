import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changed } from '../../scenario/broken/broken-case.js';
import { DOCTRINE_FAULTS } from '../../scenario/doctrine-faults.js';
import type { CompileResult } from '../../scenario/compile.js';
import { faultText, type FaultCode } from '../../scenario/faults.js';
import { compileWithDoctrines } from '../compile-doctrines.js';
import { DOCTRINE_CASES } from './doctrine-cases.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const SCENARIO = read('../../../scenarios/two-banks/scenario.yaml');
const DOCTRINES = read('sound-doctrines.yaml');

function compiled(doctrines: string, scenario = SCENARIO): CompileResult {
  const files = { 'scenario.yaml': scenario, 'doctrines.yaml': doctrines };
  return compileWithDoctrines('broken', new Map(Object.entries(files)));
}

function said(result: CompileResult): string[] {
  return result.type === 'faulty' ? result.faults.map(faultText) : [];
}

test('the doctrines that the cases break are sound', () => {
  expect(said(compiled(DOCTRINES))).toEqual([]);
});

const RESULTS = DOCTRINE_CASES.map((broken) => ({
  ...broken,
  result: compiled(changed(DOCTRINES, broken)),
}));

test.each(RESULTS)('$breaks', ({ result, says }) => {
  expect(said(result)).toEqual(says);
});

/** What the doctrines alone cannot bring about, the scenario beside them being what it is. */
const TOGETHER = [
  {
    breaks: 'a letter that puts nothing on the table',
    scenario: SCENARIO.replace(/(linkage: \[mill_tolls\]),\n.*\n/, '$1}\n'),
    doctrines: DOCTRINES,
    says: [
      'doctrines.yaml:34:9: `second` puts nothing on the table: give it `ask` or `give`, or name another',
    ],
  },
  {
    breaks: 'a seat that values nothing weighs an offer',
    scenario: SCENARIO.replace(/^ {2}mayor: 1 - anger.*\n/m, ''),
    doctrines: DOCTRINES,
    says: [13, 41].map(
      (line) =>
        `doctrines.yaml:${line}:5: \`mayor\` has no value in scenario.yaml: say in \`present\` what it gets as things stand`,
    ),
  },
  {
    breaks: 'a track of the name of a column',
    scenario: SCENARIO.replace('anger: {share', 'hours: {share').replaceAll('anger', 'hours'),
    doctrines: DOCTRINES,
    says: [
      'doctrines.yaml:37:37: `hours` is a track, and what a doctrine knows of its own seat too; rename the track',
    ],
  },
  {
    breaks: 'a doctrine of a seat that only learns',
    scenario: SCENARIO.replace(
      '{side: south, at: southbank}',
      '{side: south, at: southbank}\n  dog: {side: south, at: southbank, observer: true}',
    ),
    doctrines: DOCTRINES + '  dog: {}\n',
    says: ['doctrines.yaml:54:3: `dog` is an observer, and an observer only learns'],
  },
  {
    breaks: 'more parameters than a doctrine may have',
    scenario: SCENARIO,
    doctrines: DOCTRINES.replace(
      'need_of_bridge: 1',
      ['need_of_bridge: 1', ...Array.from({ length: 100 }, (_, i) => `p${i}: 0`)].join(', '),
    ),
    says: ['doctrines.yaml:53:821: more than 100 parameters; take some out'],
  },
];

test.each(TOGETHER)('$breaks', ({ scenario, doctrines, says }) => {
  expect(said(compiled(doctrines, scenario))).toEqual(says);
});

test('the faults of the scenario are told first, and alone', () => {
  const result = compiled(
    DOCTRINES.replace('kappa', 'x'),
    SCENARIO.replace('by: mayor\n', 'by: mayr\n'),
  );
  expect(said(result).map((line) => line.split(':')[0])).toEqual(['scenario.yaml']);
});

test('every fault of doctrines has a case that brings it about', () => {
  const results = [
    ...RESULTS.map(({ result }) => result),
    ...TOGETHER.map((one) => compiled(one.doctrines, one.scenario)),
  ];
  const seen = new Set(
    results.flatMap((one) => (one.type === 'faulty' ? one.faults.map(({ code }) => code) : [])),
  );
  const unseen = Object.keys(DOCTRINE_FAULTS).filter((code) => !seen.has(code as FaultCode));
  expect(unseen).toEqual([]);
});
