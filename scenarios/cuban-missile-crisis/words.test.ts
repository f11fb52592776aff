import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/**
 * Facts carry over from the ledger, from the founding sources and from the edition of the letters;
 * sentences do not. All stand beside the checkout, not in it; without them these tests skip.
 */
const SHARED = new URL('../../../shared/', import.meta.url);
const LEDGER = new URL('history/cuban-missile-crisis-ledger.json', SHARED);
const FOUNDING = new URL('sources/', SHARED);
const EDITION = new URL('frus/', SHARED);
const HERE = [LEDGER, FOUNDING, EDITION].every((place) => existsSync(place));

const FILES = ['scenario.yaml', 'record.yaml', 'sources.yaml', 'documents.yaml', 'accounts.yaml'];

/** This many words in a row are a quotation. */
const RUN = 8;

/** Of two thick volumes: fewer can be names and dates, such as those of a letter's heading. */
const RUN_OF_EDITION = 10;

/** Keys whose values are no sentences of anybody's. */
const NAMES = new Set(['cites', 'where', 'collection']);

function runsOf(text: string, run: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(run - 1).map((_, i) => words.slice(i, i + run).join(' '));
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

function textsIn(folder: URL): string[] {
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

function ledgerAndFounding(): string[] {
  return [...stringsOf(JSON.parse(readFileSync(LEDGER, 'utf8')), false), ...textsIn(FOUNDING)];
}

/** The volumes without their markup. */
function edition(): string[] {
  return textsIn(EDITION).map((xml) => xml.replaceAll(/<[^>]*>/g, ' '));
}

describe.skipIf(!HERE)('our own words (skip without ../shared)', () => {
  const cases = [
    { whose: 'the ledger or the founding sources', run: RUN, texts: ledgerAndFounding },
    { whose: 'the edition of the letters', run: RUN_OF_EDITION, texts: edition },
  ];
  describe.each(cases)('$run words in a row are a quotation of $whose', ({ run, texts }) => {
    const theirs = new Set(HERE ? texts().flatMap((text) => runsOf(text, run)) : []);

    test('of which there is something to quote', () => {
      expect(theirs.size).toBeGreaterThan(1000);
    });

    test.each(FILES)('%s has none', (file) => {
      const ours = wordsOf(file).flatMap((text) => runsOf(text, run));
      expect(ours.filter((words) => theirs.has(words))).toEqual([]);
    });
  });
});
