import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCite } from './cite.js';
import { applyChange } from './change.js';
import { parseChange } from './change/parse-change.js';
import { compileSourceCriticism } from './compile-sources.js';
import { FAULTS, faultText } from './faults.js';
import { brokenInvariants } from './program-invariants.js';
import {
  CUSTODY_STEPS,
  DOCUMENT_KINDS,
  SOURCE_TYPES,
  STANDINGS,
  VERDICTS,
} from './source-criticism.js';
import { jsonSchemas } from './schema/json-schema.js';
import { parseChance } from './text/chance.js';
import { parseDistribution } from './text/distribution-text.js';
import { parseDuration } from './text/duration.js';
import { parseRange } from './text/range.js';
import { parseInstant } from '../core/time/instant.js';

const PAGE = readFileSync(new URL('../../docs/scenario-format.md', import.meta.url), 'utf8');

/** The page's pieces of one file, put together. */
function fileOnPage(name: string): string {
  const pieces = [...PAGE.matchAll(/^```yaml (\S+)\n([^]*?)^```$/gm)];
  return pieces.flatMap(([, file, text]) => (file === name ? [text] : [])).join('\n');
}

const NAMES = ['scenario.yaml', 'record.yaml', 'sources.yaml', 'documents.yaml', 'accounts.yaml'];
const files = new Map(NAMES.map((name) => [name, fileOnPage(name)]));
const compiled = compileSourceCriticism('oster', files);

test('the pieces of the page make one sound scenario', () => {
  expect(compiled.type === 'faulty' ? compiled.faults.map(faultText) : []).toEqual([]);
  expect(compiled.type === 'compiled' && brokenInvariants(compiled.program)).toEqual([]);
});

test('every field of the format is on the page', () => {
  const missing = [...jsonSchemas().values()]
    .flatMap(fieldsOf)
    .filter((field) => !new RegExp(`\\b${field}\\b`).test(PAGE));
  expect(missing).toEqual([]);
});

test('what the page calls required of each kind of entry is so in the schema', () => {
  const schema = jsonSchemas().get('record') as RecordSchema;
  for (const [kind, { additionalProperties }] of Object.entries(schema.properties)) {
    const cell = new RegExp(`^\\| \`${kind}\` +\\| ([^|]*)\\|`, 'm').exec(PAGE)?.[1] ?? '';
    const named = [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
    expect(named, kind).toEqual(additionalProperties.required);
  }
});

interface RecordSchema {
  readonly properties: Readonly<
    Record<string, { readonly additionalProperties: { readonly required: readonly string[] } }>
  >;
}

test.each(Object.entries({ STANDINGS, SOURCE_TYPES, DOCUMENT_KINDS, CUSTODY_STEPS, VERDICTS }))(
  'every one of the %s is on the page',
  (_, words) => {
    expect(words.filter((word) => !PAGE.replaceAll(/\s+/g, ' ').includes(`\`${word}\``))).toEqual(
      [],
    );
  },
);

test('what the page gives as citations name what it says', () => {
  const table = PAGE.slice(PAGE.indexOf('### Citations'), PAGE.indexOf('### Documents'));
  const cites = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, text]) => text!);
  const named = cites.map((text) =>
    parseCite(text).map(({ source, keys, note }) => [source, ...keys, ...(note ? ['note'] : [])]),
  );
  expect(named).toEqual([
    [['DIARY']],
    [['DIARY']],
    [['ESTATE', 'd12']],
    [['ESTATE', 'd12']],
    [['ESTATE', 'd12', 'note']],
    [['ESTATE', 'd12', 'd13', 'd14', 'd15']],
    [['ESTATE', 'd12', 'd13', 'd14', 'd15']],
    [['DIARY', '2']],
    [['ESTATE', 'd12'], ['DIARY']],
  ]);
});

test('every code of a fault is in the table, and no other', () => {
  const table = PAGE.slice(PAGE.indexOf('## What the check'));
  const codes = [...table.matchAll(/^\| `([a-z0-9-]+)` +\|/gm)].map(([, code]) => code!);
  expect(codes.toSorted()).toEqual(Object.keys(FAULTS).toSorted());
});

test('every change on the page applies to the scenario of the page', () => {
  if (compiled.type === 'faulty') throw new Error('the page has faults');
  const table = PAGE.slice(PAGE.indexOf('## Changes'), PAGE.indexOf('## What the check'));
  const written = [...table.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, text]) => text!);
  // Those of doctrines are tested beside their compiler.
  const changes = written.filter((text) => !text.startsWith('doctrine '));
  expect(changes).toHaveLength(13);
  const { program } = compiled;
  const faulty = changes.filter((text) => {
    const parsed = parseChange(program, text);
    return parsed.type === 'fault' || 'code' in applyChange(program, parsed.change);
  });
  expect(faulty).toEqual([]);
});

test.each([
  ['duration', parseDuration],
  ['chance', parseChance],
  ['instant', parseInstant],
  ['range', parseRange],
  ['distribution', (text: string) => distribution(text)],
] as const)('what the page gives as a %s is one', (kind, parse) => {
  const cell = new RegExp(`^\\| ${kind} +\\| ([^|]*)\\|`, 'm').exec(PAGE)?.[1] ?? '';
  const examples = [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
  expect(examples.length).toBeGreaterThan(1);
  for (const text of examples) expect(parse(text), text).not.toBeNull();
});

function distribution(text: string): object | null {
  const read = (word: string) => parseDuration(word) ?? (Number(word) || null);
  const result = parseDistribution(text, read);
  return result.type === 'distribution' ? result : null;
}

function fieldsOf(schema: object): string[] {
  return Object.entries(schema).flatMap(([key, part]: [string, unknown]) => {
    if (typeof part !== 'object' || part === null) return [];
    return [...(key === 'properties' ? Object.keys(part) : []), ...fieldsOf(part)];
  });
}
