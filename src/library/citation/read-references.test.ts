import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openLibrary } from '../folder.js';
import { importFile } from '../import.js';
import { itemOf } from './item.js';
import type { TextFile } from '../text-document.js';
import { isReferences, readReferences } from './read-references.js';

const refs = JSON.stringify([
  {
    id: 'Marsh 2008',
    type: 'book',
    title: 'An Invented Book',
    publisher: 'Invented Press',
    author: [{ family: 'Marsh', given: 'Ada' }],
    issued: { 'date-parts': [[2008]] },
  },
  {
    id: 'marsh-2008',
    type: 'personal_communication',
    genre: 'telegram',
    title: 'To the council',
    recipient: [{ literal: 'Town Council' }],
    'event-place': 'Northbank',
    issued: {
      'date-parts': [
        [1962, 10, 30],
        [1962, 12, 19],
      ],
    },
    URL: 'https://example.org/telegram',
  },
  { id: '…', type: 'webpage', title: 'No date', issued: { literal: 'some day' } },
]);

function textFile(text: string): TextFile {
  const file = { name: 'My refs.json', bytes: text.length, sha256: '0'.repeat(64) };
  return { name: 'folder/My refs.json', file, text };
}

async function collection() {
  const read = await readReferences(textFile(refs));
  if (read.type === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.collection;
}

test('a bibliography becomes a collection of cards without texts', async () => {
  const { id, type, title, documents } = await collection();
  expect([id, type, title]).toEqual(['my-refs', 'plain', 'My refs']);
  expect(documents.map(({ key, kind }) => [key, kind])).toEqual([
    ['marsh-2008', 'book'],
    ['marsh-2008-2', 'telegram'],
    [expect.stringMatching(/^text-[0-9a-f]{10}$/), 'web page'],
  ]);
  expect(documents.every(({ blocks, notes }) => blocks.length + notes.length === 0)).toBe(true);
  expect(documents[0]).toMatchObject({
    title: 'An Invented Book',
    from: [{ name: 'Ada Marsh', key: null }],
    details: { type: 'catalogue', entry: 'Ada Marsh, An Invented Book (Invented Press, 2008).' },
  });
});

test('a date that names no clock is those days on any clock of the earth', async () => {
  const { documents, remarks } = await collection();
  expect(documents[0]!.date).toEqual({
    earliest: Date.parse('2007-12-31T10:00Z'),
    latest: Date.parse('2009-01-01T12:00Z') - 1,
    precision: 'year',
    local: '2008',
    place: null,
    stated: '2008',
    inferred: false,
  });
  expect(documents[1]!.date).toMatchObject({
    earliest: Date.parse('1962-10-29T10:00Z'),
    latest: Date.parse('1962-12-20T12:00Z') - 1,
    precision: 'interval',
    local: '1962-10-30..1962-12-19',
  });
  expect(documents[2]!.date).toBeNull();
  expect(remarks).toMatchObject([{ document: documents[2]!.key, code: 'unread-field' }]);
});

test('what came in as CSL-JSON goes out as it came', async () => {
  const held = await collection();
  const items = held.documents.map((document, i) =>
    itemOf({
      type: 'held',
      id: (JSON.parse(refs) as { id: string }[])[i]!.id,
      document,
      collection: held,
      source: null,
    }),
  );
  expect(items).toEqual(JSON.parse(refs));
});

test('a file that is no bibliography is refused', async () => {
  expect((await readReferences(textFile('{"a": 1}'))).type).toBe('faulty');
});

test.each([
  ['[{"id": "a"}]', true],
  ['\n [ \n {', true],
  ['[]', false],
  ['[1]', false],
  ['{"a": 1}', false],
  ['[Begin text.] {', false],
])('%j is taken for a bibliography: %s', (text, is) => {
  expect(isReferences(text)).toBe(is);
});

test('a bibliography is imported, kept in the library and cited as it came', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-references-'));
  const read = await importFile('My refs.json', Readable.from([Buffer.from(refs)]));
  if (read.type === 'faulty') throw new Error(JSON.stringify(read.faults));
  expect((await openLibrary(folder).add([read.collection])).type).toBe('added');
  const kept = await openLibrary(folder).read('my-refs');
  rmSync(folder, { recursive: true });
  expect(kept).toMatchObject({ type: 'held', collection: read.collection });
});
