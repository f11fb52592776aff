import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/**
 * Facts carry over from the ledger and from the founding sources; sentences do not. Both stand
 * beside the checkout, not in it; without them this test skips.
 */
const SHARED = new URL('../../../shared/', import.meta.url);
const LEDGER = new URL('history/cuban-missile-crisis-ledger.json', SHARED);
const FOUNDING = new URL('sources/', SHARED);
const HERE = existsSync(LEDGER) && existsSync(FOUNDING);

/** This many words in a row are a quotation. */
const RUN = 8;

/** Keys whose values are no sentences of anybody's. */
const NAMES = new Set(['cites', 'where']);

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' '));
}

/** Every string of a parsed file, but for names and, of sources, their titles. */
function stringsOf(value: unknown, isSource: boolean): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => stringsOf(item, isSource));
  return Object.entries(value).flatMap(([key, item]) =>
    NAMES.has(key) || (isSource && key === 'title')
      ? []
      : stringsOf(item, isSource || key === 'sources'),
  );
}

function commentsOf(yaml: string): string[] {
  const blocks = yaml.match(/(?:^ *#.*\n)+/gm) ?? [];
  return blocks.map((block) => block.replaceAll('#', ' '));
}

function wordsOf(file: string): string[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return [...stringsOf(parse(text), file === 'sources.yaml'), ...commentsOf(text)];
}

function theirRuns(): Set<string> {
  const ledger = stringsOf(JSON.parse(readFileSync(LEDGER, 'utf8')), false);
  const founding = readdirSync(FOUNDING).map((name) =>
    readFileSync(new URL(name, FOUNDING), 'utf8'),
  );
  return new Set([...ledger, ...founding].flatMap(runsOf));
}

describe.skipIf(!HERE)('our own words (skips without ../shared)', () => {
  test.each(['scenario.yaml', 'record.yaml', 'sources.yaml'])(
    `%s shares no ${RUN} words in a row with the ledger or the founding sources`,
    (file) => {
      const theirs = theirRuns();
      expect(theirs.size).toBeGreaterThan(1000);
      const shared = wordsOf(file).flatMap((text) => runsOf(text).filter((run) => theirs.has(run)));
      expect(shared).toEqual([]);
    },
  );
});
