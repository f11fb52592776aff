import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Collection } from '../document.js';
import { importFile } from '../import.js';
import { cite } from './cite.js';
import { itemOf } from './item.js';
import type { CitationSubject } from './subject.js';
import { readBack } from './testing/read-back.js';

const VOLUME = '../shared/frus/frus1961-63v06.xml';
const ARTICLE = '../shared/sources/roanoke-times-1992-01-07.txt';
const CHAPTER = '../shared/sources/chapter-548.txt';

async function imported(path: string): Promise<Collection> {
  const read = await importFile(path, createReadStream(path));
  if (read.type === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.collection;
}

async function subject(path: string, id: string, key: string): Promise<CitationSubject> {
  const collection = await imported(path);
  const document = collection.documents.find((other) => other.key === key);
  if (document === undefined) throw new Error(`${path} has no ${key}`);
  return { type: 'held', id, document, collection, source: null };
}

/** The real files are no part of the package. */
const areHere = [VOLUME, ARTICLE, CHAPTER].every((path) => existsSync(path));
const SKIPPED = areHere ? '' : ' (skipped: no ../shared)';

describe.skipIf(!areHere)(`the real files${SKIPPED}`, () => {
  test('d65 of volume VI, by fields', async () => {
    expect(itemOf(await subject(VOLUME, 'F06/d65', 'd65'))).toEqual({
      id: 'F06/d65',
      type: 'chapter',
      title: 'Telegram From the Embassy in the Soviet Union to the Department of State',
      genre: 'telegram',
      number: '65',
      'event-place': 'Moscow',
      'collection-title': 'Foreign Relations of the United States, 1961–1963',
      volume: 'VI',
      'container-title': 'Kennedy-Khrushchev Exchanges',
      publisher: 'United States Government Printing Office',
      'publisher-place': 'Washington',
      author: [{ literal: 'Embassy in the Soviet Union' }],
      recipient: [{ literal: 'Department of State' }],
      editor: [
        { family: 'Sampson', given: 'Charles S.' },
        { family: 'LaFantasie', given: 'Glenn W.' },
      ],
      issued: { 'date-parts': [[1996]] },
      'original-date': { 'date-parts': [[1962, 10, 26]] },
      URL: 'https://history.state.gov/historicaldocuments/frus1961-63v06/d65',
    });
  });

  test('every document of volume VI is one record of BibTeX and of RIS, with its own title', async () => {
    const collection = await imported(VOLUME);
    expect(collection.documents).toHaveLength(120);
    for (const document of collection.documents) {
      const cited = { type: 'held', id: document.key, document, collection, source: null } as const;
      for (const format of ['bibtex', 'ris'] as const) {
        const [record, ...more] = await readBack(format, (await cite(cited, format)).text);
        expect(more).toEqual([]);
        expect(record).toMatchObject({ title: document.title, type: 'chapter', volume: 'VI' });
        expect(record!['chapter-number']).toBe(document.number);
      }
    }
  });

  test('the newspaper article, by fields', async () => {
    expect(itemOf(await subject(ARTICLE, 'SEED-B', '1'))).toEqual({
      id: 'SEED-B',
      type: 'article-newspaper',
      title: 'CUBAN MISSILE CRISIS A VICTORY, KHRUSHCHEV BELIEVED',
      'container-title': 'Roanoke Times',
      section: 'NATIONAL/INTERNATIONAL',
      page: 'A1',
      edition: 'METRO',
      source: 'Associated Press',
      'event-place': 'WASHINGTON',
      'call-number': '9201070172',
      author: [{ family: 'Subramaniam', given: 'Archana' }, { literal: 'CNB' }],
      issued: { 'date-parts': [[1992, 1, 7]] },
    });
  });

  test('the part of the chapter, by fields', async () => {
    expect(itemOf(await subject(CHAPTER, 'SEED-A', '2'))).toMatchObject({
      type: 'chapter',
      'chapter-number': '548',
      'part-number': '2 of 2',
    });
  });
});
