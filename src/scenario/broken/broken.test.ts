import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileScenario, type CompileResult } from '../compile.js';
import { DOCTRINE_FAULTS } from '../doctrine-faults.js';
import { FAULTS, faultText, type FaultCode } from '../faults.js';
import { compileSourceCriticism, type CriticismResult } from '../compile-sources.js';
import { changed } from './broken-case.js';
import { CRITICISM_CASES } from './criticism-cases.js';
import { RECORD_CASES } from './record-cases.js';
import { soundCriticism } from './testing/sound-criticism.js';
import { SCENARIO_CASES } from './scenario-cases.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const SCENARIO = read('../../../scenarios/two-banks/scenario.yaml');
const RECORD = read('sound-record.yaml');
const SOURCES = read('sound-sources.yaml');

test('the record that the cases break is sound', () => {
  expect(said(compileWith(SCENARIO, RECORD))).toEqual([]);
});

const SCENARIO_RESULTS = SCENARIO_CASES.map((broken) => ({
  ...broken,
  result: compileScenario('broken', new Map([['scenario.yaml', changed(SCENARIO, broken)]])),
}));

const RECORD_RESULTS = RECORD_CASES.map((broken) => ({
  ...broken,
  result: compileWith(SCENARIO, changed(RECORD, broken)),
}));

const FILES = soundCriticism();

test('the files about sources that the cases break are sound', () => {
  expect(said(compileSourceCriticism('broken', FILES))).toEqual([]);
});

const CRITICISM_RESULTS = CRITICISM_CASES.map((broken) => {
  const { file } = broken;
  const files = new Map(FILES).set(file, changed(FILES.get(file)!, broken));
  return { ...broken, result: compileSourceCriticism('broken', files) };
});

test.each(CRITICISM_RESULTS)('in $file, $breaks', ({ result, says }) => {
  expect(said(result)).toEqual(says);
});

test.each(SCENARIO_RESULTS)('$breaks', ({ result, says }) => {
  expect(said(result)).toEqual(says);
});

test.each(RECORD_RESULTS)('in a record, $breaks', ({ result, says }) => {
  expect(said(result)).toEqual(says);
});

test('all faults of all files are found in one pass', () => {
  const scenario = SCENARIO.replace('takes: 12h', 'takes: 12').replace('by: mayor\n', 'by: mayr\n');
  const record = RECORD.replace('replies_to: D1', 'replies_to: D9').replace(
    'about: scope',
    'about: price',
  );
  const result = compileWith(scenario, record);
  const codes = result.type === 'faulty' ? result.faults.map(({ code }) => code) : [];
  expect(codes).toEqual(['unknown-name', 'not-one-of', 'unknown-name', 'bad-duration']);
});

/** Codes that a short change of these files cannot bring about; limits.test.ts and others do. */
const ELSEWHERE = [
  'missing-file',
  'file-too-large',
  'unreadable-file',
  'bad-utf8',
  'empty-file',
  'too-many-tokens',
  'too-many-documents',
  'name-collision',
  'no-channel',
  // Those of doctrines.yaml have cases of their own, beside its compiler.
  ...Object.keys(DOCTRINE_FAULTS),
];

test('every fault has a case that brings it about', () => {
  const results = [...SCENARIO_RESULTS, ...RECORD_RESULTS, ...CRITICISM_RESULTS].map(
    ({ result }) => result,
  );
  const seen = new Set(
    results.flatMap((one) => (one.type === 'faulty' ? one.faults.map(({ code }) => code) : [])),
  );
  const unseen = Object.keys(FAULTS).filter((code) => !seen.has(code as FaultCode));
  expect(unseen.toSorted()).toEqual(ELSEWHERE.toSorted());
});

test('a folder without scenario.yaml, and one whose file is empty', () => {
  expect(said(compileScenario('none', new Map()))).toEqual([
    'scenario.yaml:1:1: a scenario is a folder with the file scenario.yaml',
  ]);
  expect(said(compileScenario('none', new Map([['scenario.yaml', '# nothing']])))).not.toEqual([]);
  expect(said(compileScenario('none', new Map([['scenario.yaml', '']])))).not.toEqual([]);
});

function compileWith(scenario: string, record: string): CompileResult {
  const files = { 'scenario.yaml': scenario, 'record.yaml': record, 'sources.yaml': SOURCES };
  return compileScenario('broken', new Map(Object.entries(files)));
}

function said(result: CompileResult | CriticismResult): string[] {
  return result.type === 'faulty' ? result.faults.map(faultText) : [];
}
