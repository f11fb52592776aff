import { assert, asyncProperty, constantFrom, array, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { citedText } from './cite.js';
import { oneLine, type CslItem } from './csl.js';
import { namesRead, readBack } from './testing/read-back.js';

/** Pieces of text that open, close or end something in one of the formats, or in TeX or HTML. */
const PIECES = [
  '{',
  '}',
  '{{',
  '}}',
  '\\',
  '\\\\',
  '\\}',
  '\\{',
  '@',
  '@book{x,',
  '%',
  '$',
  '&',
  '#',
  '_',
  '^',
  '~',
  '"',
  "''",
  '``',
  '--',
  '---',
  ',',
  ';',
  '=',
  '\n',
  '\r\n',
  '\nTY  - BOOK\n',
  'ER  - ',
  '\nER  - \n',
  '  - ',
  '<i>',
  '</i>',
  '<script>alert(1)</script>',
  '<span class="nocase">',
  '\0',
  '\u2028',
  '\u0085',
  '\u00a0',
  'и',
  '漢字',
  'é',
  'e\u0301',
  '😀',
  '\\input{x}',
  '\\and',
  'and',
  ' and ',
  'others',
  'Kennedy',
  'OK',
  'a',
  ' ',
  'https://example.org/x',
  '10.1000/182',
  '(',
  ')',
  '!`',
  '?`',
  ',,',
  '<<',
  '>>',
  '[',
  ']',
  "'",
  '`',
  '-',
  '#\n',
  '\\"{o}',
  '\\begin{x}',
  'TeX',
] as const;

const hostile = tuple(
  constantFrom('X', 'x1', 'Ж'),
  array(constantFrom<string>(...PIECES), { maxLength: 8 }),
  string({ maxLength: 6, unit: 'grapheme' }),
).map(([first, pieces, last]) => `${first}${pieces.join('')}${last}z`);

const RUNS = { seed: 65, numRuns: 400, verbose: true };

/** What is kept of a text: no format keeps white space as it was, and TeX has composed letters. */
function kept(text: unknown): string {
  return oneLine(String(text)).normalize('NFC');
}

test.each(['bibtex', 'ris'] as const)(
  'whatever its texts hold, an item is one record of %s and is read back',
  async (format) => {
    await assert(
      asyncProperty(hostile, hostile, hostile, async (title, container, publisher) => {
        const item: CslItem = {
          id: title,
          type: 'chapter',
          title,
          'container-title': container,
          publisher,
          number: '65',
          issued: { 'date-parts': [[1962]] },
          URL: 'https://example.org/a{b}c%5C',
        };
        const read = await readBack(format, await citedText([item, item], format));
        expect(read).toHaveLength(2);
        for (const record of read) {
          expect(kept(record['title'])).toBe(kept(title));
          expect(kept(record['container-title'])).toBe(kept(container));
          expect(kept(record['publisher'])).toBe(kept(publisher));
          expect(record['chapter-number']).toBe('65');
          expect(record['issued']).toEqual({ 'date-parts': [[1962]] });
        }
      }),
      RUNS,
    );
  },
);

test('whatever a name holds, BibTeX reads back as many names as there were', async () => {
  await assert(
    asyncProperty(hostile, hostile, async (one, two) => {
      const item: CslItem = {
        id: 'x',
        type: 'book',
        title: 'T',
        author: [{ literal: one }, { literal: two }],
      };
      const read = await readBack('bibtex', await citedText([item], 'bibtex'));
      expect(read).toHaveLength(1);
      expect(namesRead(read[0]!['author']).map(kept)).toEqual([kept(one), kept(two)]);
    }),
    RUNS,
  );
});

test('whatever its texts hold, an item is one line of text and one value of CSL-JSON', async () => {
  await assert(
    asyncProperty(hostile, hostile, async (title, container) => {
      const item: CslItem = { id: 'x', type: 'chapter', title, 'container-title': container };
      expect((await citedText([item], 'text')).trimEnd().split(/[\n\r\u2028\u0085]/)).toHaveLength(
        1,
      );
      expect(JSON.parse(await citedText([item], 'csl-json'))).toEqual([item]);
    }),
    RUNS,
  );
});
