import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { article, newspaper, telegram, volume } from '../library/citation/testing/samples.js';
import { openLibrary } from '../library/folder.js';
import { callCommand } from './call-command.js';
import { csvOf } from './export-tables.js';

const CRISIS = 'cuban-missile-crisis';

let cwd = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-export-'));
  const hostile = { ...article, key: '2', title: '=HYPERLINK("https://example.org")\n@x' };
  await openLibrary(join(cwd, 'library')).add([
    { ...volume, documents: [telegram] },
    { ...newspaper, documents: [article, hostile] },
  ]);
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function call(...words: string[]) {
  let [out, err] = ['', ''];
  const exit = await callCommand(['export', ...words], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd,
  });
  return { exit, out, err };
}

/** Rows of a CSV file none of whose cells holds a line end. */
function rowsOf(csv: string): readonly string[] {
  return csv.trimEnd().split('\n').slice(1);
}

describe('documents', () => {
  test('of the library alone, as CSL-JSON unless asked otherwise', async () => {
    const { exit, out, err } = await call('documents', '--library', 'library');
    expect([exit, err]).toEqual([0, '']);
    const items = JSON.parse(out) as { readonly id: string; readonly type: string }[];
    expect(items.map(({ id, type }) => [id, type])).toEqual([
      ['frus1961-63v06/d65', 'chapter'],
      [`${newspaper.id}/1`, 'article-newspaper'],
      [`${newspaper.id}/2`, 'article-newspaper'],
    ]);
  });

  test('of a scenario: every document it knows of, those of the library with them', async () => {
    const known = await call('documents', CRISIS, '--library', 'none', '--json');
    const held = await call('documents', CRISIS, '--library', 'library', '--json');
    const ids = (out: string) => (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    expect(ids(known.out)).toContain('F06/d65');
    expect(ids(held.out)).toHaveLength(ids(known.out).length + 2);
    expect(JSON.parse(held.out)).toContainEqual(
      expect.objectContaining({ id: 'F06/d65', title: telegram.title }),
    );
  });

  test.each([
    ['bibtex', '@incollection{frus1961_63v06_d65,'],
    ['ris', 'TY  - CHAP'],
    ['text', 'Telegram From the Legation at Eastport'],
    ['csv', 'id,collection,kind,number,title,from,to,place,date,date_earliest,date_latest'],
  ])('as %s', async (format, start) => {
    const { exit, out } = await call('documents', '--library', 'library', '--format', format);
    expect(exit).toBe(0);
    expect(out.slice(0, start.length)).toBe(start);
  });

  test('the same input gives the same bytes, to a file too', async () => {
    const words = ['documents', CRISIS, '--library', 'library', '--format', 'bibtex'];
    const { out } = await call(...words);
    const told = await call(...words, '--out', 'refs.bib');
    expect(told).toMatchObject({ exit: 0, out: '' });
    expect(told.err).toMatch(/^\d+ documents written to refs\.bib\n$/);
    expect(readFileSync(join(cwd, 'refs.bib'), 'utf8')).toBe(out);
  });
});

describe('what a scenario says of its sources', () => {
  test('all 42 claims, one row each', async () => {
    const { exit, out } = await call('claims', CRISIS);
    expect(exit).toBe(0);
    expect(out).toMatch(/^id,account,source,at,says,verdict,record,cites,entries,disagreements\n/);
    expect(rowsOf(out)).toHaveLength(42);
    expect((JSON.parse((await call('claims', CRISIS, '--json')).out) as unknown[]).length).toBe(42);
  });

  test('all 33 disagreements, one row for each position', async () => {
    const { out } = await call('disagreements', CRISIS, '--format', 'csv');
    const ids = new Set(rowsOf(out).map((row) => row.slice(0, row.indexOf(','))));
    expect(ids.size).toBe(33);
    expect(rowsOf(out).length).toBeGreaterThan(66);
    const { out: json } = await call('disagreements', CRISIS, '--format', 'json');
    expect((JSON.parse(json) as unknown[]).length).toBe(33);
  });

  test('a scenario without accounts has none', async () => {
    cpSync('scenarios/two-banks/scenario.yaml', join(cwd, 'bare', 'scenario.yaml'));
    expect(JSON.parse((await call('claims', './bare', '--json')).out)).toEqual([]);
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'a spreadsheet does not take %j for a formula',
  (text) => {
    expect(csvOf(['a'], [{ a: text }]).replace(/^a\n"?/, '')[0]).toBe("'");
  },
);

test('cells with commas, quotes and line ends are quoted; null is an empty cell', () => {
  expect(csvOf(['a', 'b'], [{ a: 'x, "y"\nz', b: null }])).toBe('a,b\n"x, ""y""\nz",\n');
});

describe('words that are off', () => {
  test.each([
    [['document'], "did you mean 'documents'?"],
    [['claims'], 'SCENARIO is missing'],
    [['claims', CRISIS, '--library', 'library'], '--library makes sense only with documents'],
    [['claims', CRISIS, '--format', 'ris'], 'give one of csv, json'],
    [['documents', '--format', 'json'], 'give one of csl-json, bibtex, ris, text, csv'],
    [['documents', '--format', 'csv', '--json'], 'two different things'],
    [['documents', 'cuban'], 'there is no scenario'],
    [['documents', CRISIS, 'more'], 'one word too many'],
    [[], 'WHAT is missing'],
  ])('%j: exit 2', async (words, message) => {
    const { exit, out, err } = await call(...words);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('a file that cannot be written: exit 1', async () => {
    const { exit, err } = await call('claims', CRISIS, '--out', 'no/such/folder.csv');
    expect(exit).toBe(1);
    expect(err).toContain('cannot be written');
  });
});
