import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownColumns } from '../core/knowledge/own-columns.js';
import { OFFER_COLUMNS } from '../core/world/expression.js';
import { applyChange, playersAfter } from '../scenario/change.js';
import { parseChange } from '../scenario/change/parse-change.js';
import { faultText } from '../scenario/faults.js';
import { brokenInvariants } from '../scenario/program-invariants.js';
import { compileWithDoctrines } from './compile-doctrines.js';
import { doctrinesJsonSchema } from './doctrines-json-schema.js';

const PAGE = readFileSync(new URL('../../docs/scenario-format.md', import.meta.url), 'utf8');

/** The page's pieces of one file, put together. */
function fileOnPage(name: string): string {
  const pieces = [...PAGE.matchAll(/^```yaml (\S+)\n([^]*?)^```$/gm)];
  return pieces.flatMap(([, file, text]) => (file === name ? [text] : [])).join('\n');
}

const NAMES = ['scenario.yaml', 'record.yaml', 'sources.yaml', 'doctrines.yaml'];
const compiled = compileWithDoctrines(
  'oster',
  new Map(NAMES.map((name) => [name, fileOnPage(name)])),
);

function program() {
  if (compiled.type === 'faulty') throw new Error(compiled.faults.map(faultText).join('\n'));
  return compiled.program;
}

test('the doctrines of the page are sound', () => {
  expect(brokenInvariants(program())).toEqual([]);
  expect(program().doctrines.map(({ name, options }) => [name, options.length])).toEqual([
    ['careful', 9],
    ['grasping', 8],
    ['urgent', 3],
  ]);
});

test('every field of the file is on the page', () => {
  const missing = fieldsOf(doctrinesJsonSchema()).filter(
    (field) => !new RegExp(`\\b${field}\\b`).test(PAGE),
  );
  expect(missing).toEqual([]);
});

test('every column that a doctrine may read is on the page', () => {
  const table = PAGE.slice(PAGE.indexOf('### What a doctrine reads'), PAGE.indexOf('## Changes'));
  const named = [...table.matchAll(/`([a-z_]+?)(?:_(?:SIDE|SEAT|ACT|LETTER))?`/g)].map(
    ([, name]) => name!,
  );
  const kinds = ownColumns(program()).map((column) =>
    column.replace(/^(trust|resolve_of|doing|owes|expects|overdue|sent|got)_.*/, '$1'),
  );
  expect([...kinds, ...OFFER_COLUMNS].filter((kind) => !named.includes(kind))).toEqual([]);
});

test('every change of doctrines on the page can be made', () => {
  const table = PAGE.slice(PAGE.indexOf('## Changes'), PAGE.indexOf('## What the check'));
  const texts = [...table.matchAll(/^\| `(doctrine [^`]+)` +\|/gm)].map(([, text]) => text!);
  expect(texts).toHaveLength(2);
  const players = [{ seat: 'keeper', doctrine: 'careful' }];
  for (const text of texts) {
    const parsed = parseChange(program(), text);
    if (parsed.type === 'fault') throw new Error(parsed.message);
    expect(applyChange(program(), parsed.change)).not.toHaveProperty('code');
    expect(playersAfter(program(), players, [parsed.change])).not.toHaveProperty('code');
  }
});

function fieldsOf(schema: object): string[] {
  return Object.entries(schema).flatMap(([key, part]: [string, unknown]) => {
    if (typeof part !== 'object' || part === null) return [];
    return [...(key === 'properties' ? Object.keys(part) : []), ...fieldsOf(part)];
  });
}
