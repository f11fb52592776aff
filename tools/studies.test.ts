import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quantile, studiesOf, wilson, wordsOf } from './study.mjs';

const PAGES = ['findings', 'calibration'];

/** The tables of a page's studies, by name: rows of cells, the head first. */
function tablesOf(page: string): { name: string; command: string; rows: string[][] }[] {
  const text = readFileSync(new URL(`../docs/${page}.md`, import.meta.url), 'utf8');
  return studiesOf(text).map(({ name, command }) => {
    const start = text.indexOf(`<!-- study ${name}:`);
    const from = text.indexOf('<!-- table -->', start);
    const lines = text.slice(from, text.indexOf('<!-- end -->', from)).split('\n');
    const cells = lines.flatMap((line) =>
      line.startsWith('|') && !line.startsWith('| -')
        ? [
            line
              .slice(1, -1)
              .split('|')
              .map((cell) => cell.trim()),
          ]
        : [],
    );
    return { name, command, rows: cells };
  });
}

describe.each(PAGES)('docs/%s.md', (page) => {
  const text = readFileSync(new URL(`../docs/${page}.md`, import.meta.url), 'utf8');
  const tables = tablesOf(page);

  test('every study has its command, with runs and seed, and its table', () => {
    expect(tables.length).toBeGreaterThan(4);
    for (const { name, command, rows } of tables) {
      expect(wordsOf(command), name).toEqual(expect.arrayContaining(['--runs', '--seed', '1']));
      expect(rows.length, name).toBeGreaterThan(1);
      expect(
        rows.map((row) => row.length),
        name,
      ).toEqual(rows.map(() => rows[0]!.length));
    }
  });

  test('R27: no bare probability stands in it, and κ is named', () => {
    expect(text).not.toMatch(/probability of (a )?war/i);
    expect(text).toContain('under');
    expect(text).toContain('κ');
  });
});

test('every paired finding gives sign, interval and how many pairs differ', () => {
  const paired = tablesOf('findings').filter(({ rows }) => rows[0]![0] === 'outcome');
  expect(paired.length).toBeGreaterThanOrEqual(6);
  for (const { rows } of paired) {
    for (const [, , , difference, sign, differing] of rows.slice(1)) {
      expect(difference).toMatch(/^-?[\d.]+ \(-?[\d.]+ to -?[\d.]+\)$/);
      expect(['up', 'down', 'not told apart from none']).toContain(sign);
      expect(differing).toMatch(/^\d+ of \d+$/);
    }
  }
});

test('a command is read as a shell reads it', () => {
  expect(wordsOf("npx backchannel simulate x \\\n  --change 'incident a rate 0/day'")).toEqual([
    'npx',
    'backchannel',
    'simulate',
    'x',
    '--change',
    'incident a rate 0/day',
  ]);
});

test('quantiles and Wilson intervals are the textbook ones', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  const { low, high } = wilson(10, 100);
  // Wilson (1927), as tabulated for 10 of 100.
  expect(low).toBeCloseTo(0.0552, 4);
  expect(high).toBeCloseTo(0.1744, 4);
});
