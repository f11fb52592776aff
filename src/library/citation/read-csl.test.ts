import { readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { citedText } from './cite.js';
import { parseCslJson } from './read-csl.js';

const parsed = async (items: unknown) => {
  const read = await parseCslJson('refs.json', JSON.stringify(items));
  if (read.type === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read;
};

test('an item of CSL-JSON is read with its names, dates and numbers, and written as it came', async () => {
  const items = [
    {
      id: 'dobbs-2008',
      type: 'book',
      title: 'An Invented Book',
      publisher: 'Invented Press',
      number: '7',
      URL: 'https://example.org/book',
      author: [{ family: 'Marsh', given: 'Ada', suffix: 'Jr.' }, { literal: 'Town Council' }],
      issued: { 'date-parts': [[2008, 6, 3]] },
      'original-date': { 'date-parts': [[1988], [1992, 1, 6]], circa: true },
      'event-date': { literal: 'the spring before' },
    },
  ];
  const read = await parsed(items);
  expect(read.remarks).toEqual([]);
  expect(JSON.parse(await citedText(read.items, 'csl-json'))).toEqual(items);
});

test('what citation managers write otherwise is mended: texts for numbers, old field names', async () => {
  const read = await parsed([
    {
      id: 12,
      type: 'Article-Newspaper',
      title: ' Two\n  lines ',
      shortTitle: 'Two',
      volume: 4,
      author: [{ family: 'Meer', given: 'J.', 'non-dropping-particle': 'van der' }],
      editor: [{ family: 'Solo' }],
      issued: { 'date-parts': [['1992', '1', 7]] },
    },
  ]);
  expect(read).toEqual({
    type: 'read',
    remarks: [],
    items: [
      {
        id: '12',
        type: 'article-newspaper',
        title: 'Two lines',
        'title-short': 'Two',
        volume: '4',
        author: [{ family: 'van der Meer', given: 'J.' }],
        editor: [{ literal: 'Solo' }],
        issued: { 'date-parts': [[1992, 1, 7]] },
      },
    ],
  });
});

test('what is no such field is left out and said, never guessed at', async () => {
  const read = await parsed([
    {
      id: 'a',
      type: 'scroll',
      title: 'T',
      author: 'Marsh',
      issued: { 'date-parts': [[1962, 2, 30]] },
      accessed: { 'date-parts': [[2024], [2023]] },
      publisher: { name: 'x' },
      custom: { a: 1 },
      constructor: 'x',
      // An own key of that name, as JSON.parse makes it.
      ['__proto__']: { polluted: true },
    },
  ]);
  expect(read.items).toEqual([{ id: 'a', type: 'document', title: 'T' }]);
  expect(read.remarks.map(({ document, code }) => [document, code])).toEqual([
    [null, 'unkept-fields'],
    ['a', 'unread-field'],
    ['a', 'unread-field'],
    ['a', 'unread-field'],
    ['a', 'unread-field'],
    ['a', 'unread-field'],
  ]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

function nested(levels: number): string {
  return `${'['.repeat(levels)}${']'.repeat(levels)}`;
}

test.each([
  ['{"id": 1', 'bad-json'],
  ['', 'bad-json'],
  ['{"id": "a", "type": "book", "title": "T"}', 'not-references'],
  ['"https://example.org/refs.json"', 'not-references'],
  ['[]', 'no-references'],
  ['[7]', 'bad-reference'],
  ['[{"type": "book", "title": "T"}]', 'bad-reference'],
  ['[{"id": "a", "title": "T"}]', 'bad-reference'],
  ['[{"id": "a", "type": "book"}]', 'bad-reference'],
  [nested(200_000), 'bad-reference'],
  [`[${'{},'.repeat(20_000)}{}]`, 'too-many-documents'],
  [`[{"id": 1, "type": "book", "title": "T", "author": ${nested(200_000)}}]`, 'json-too-deep'],
  [`[{"id": 1, "type": "book", "title": "T", "custom": ${nested(101)}}]`, 'json-too-deep'],
])('%.60s is refused: %s', async (text, code) => {
  const read = await parseCslJson('refs.json', text);
  expect(read.type === 'faulty' && read.faults.map((fault) => fault.code)).toEqual([code]);
});

test('a fault of JSON names the line and column', async () => {
  expect(await parseCslJson('refs.json', '[\n  {"id": "a" "type": 1}\n]')).toMatchObject({
    type: 'faulty',
    faults: [{ file: 'refs.json', line: 2, column: 14, code: 'bad-json' }],
  });
});

describe('nothing in a bibliography is fetched, looked up or run', () => {
  const lures = [
    'https://example.org/refs.json',
    '10.1000/182',
    'https://doi.org/10.1000/182',
    'Q30000000',
    '@book{x, title = {y}}',
    "'; process.exit(3); '",
    '$(touch pwned)',
    '<script>globalThis.pwned = true</script>',
  ];

  test.each(lures)('%s is a title like any other', async (lure) => {
    const { Socket } = await import('node:net');
    const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
      throw new Error('a connection was tried');
    });
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('a fetch was tried'));
    const { items } = await parsed([{ id: lure, type: 'book', title: lure, URL: lure, DOI: lure }]);
    for (const format of ['text', 'csl-json', 'bibtex', 'ris'] as const) {
      await citedText(items, format);
    }
    expect(items[0]?.title).toBe(lure);
    expect(connect).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
    expect((globalThis as { pwned?: boolean }).pwned).toBeUndefined();
    connect.mockRestore();
    fetched.mockRestore();
  });

  test('an address in place of a list is refused, not followed', async () => {
    const read = await parseCslJson('refs.json', 'https://example.org/refs.json');
    expect(read.type).toBe('faulty');
  });
});

test('citation-js is never handed text without its type, and loads on demand alone', async () => {
  const source = await readFile(new URL('load-citation-js.ts', import.meta.url), 'utf8');
  expect(source).not.toMatch(/^import (?!type)/m);
});
