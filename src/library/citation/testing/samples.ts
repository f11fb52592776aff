import type { Collection, DocumentTime, LibraryDocument } from '../../document.js';

/** A day at a place, as importers write it. */
export function dayAt(local: string, stated: string, offset: number): DocumentTime {
  const midnight = Date.parse(`${local}T00:00Z`) - offset * 3_600_000;
  return {
    earliest: midnight,
    latest: midnight + 86_400_000 - 1,
    precision: 'day',
    local,
    place: null,
    stated,
    inferred: false,
  };
}

const year: DocumentTime = {
  earliest: Date.parse('1995-12-31T10:00Z'),
  latest: Date.parse('1997-01-01T12:00Z') - 1,
  precision: 'year',
  local: '1996',
  place: null,
  stated: '1996',
  inferred: false,
};

/** A telegram of an invented volume of the series, which carries number 65. */
export const telegram: LibraryDocument = {
  key: 'd65',
  kind: 'telegram',
  number: '65',
  title: 'Telegram From the Legation at Eastport to the Ministry of the Interior',
  from: [{ name: 'Legation at Eastport', key: null }],
  to: [{ name: 'Ministry of the Interior', key: null }],
  place: 'Eastport',
  date: {
    earliest: Date.parse('1962-10-26T22:30Z'),
    latest: Date.parse('1962-10-26T22:30:59.999Z'),
    precision: 'minute',
    local: '1962-10-27T01:30+03:00',
    place: 'Eastport',
    stated: 'October 27, 1962, 1:30 a.m.',
    inferred: false,
  },
  signed: null,
  details: {
    type: 'edition',
    sourceNote: null,
    classification: 'Secret',
    precedence: null,
    handling: [],
    telegram: '1101',
    carries: null,
    receipts: [],
    deliveries: [],
    crossReferences: [],
  },
  blocks: [],
  notes: [],
};

export const volume: Collection = {
  format: 'backchannel-collection/1',
  id: 'frus1961-63v06',
  type: 'edition',
  title: 'Foreign Relations of the United States, 1961–1963, Volume VI, Invented Exchanges',
  editors: ['Ada B. Marsh', 'John van der Meer'],
  publisher: 'Government Press',
  publishedAt: 'Washington',
  published: year,
  file: { name: 'frus1961-63v06.xml', bytes: 1, sha256: '0'.repeat(64) },
  documents: [telegram],
  remarks: [],
};

/** An article of an invented newspaper. */
export const article: LibraryDocument = {
  key: '1',
  kind: 'newspaper article',
  number: null,
  title: 'BRIDGE OPENS AGAIN, TOWNS SAY',
  from: [],
  to: [],
  place: 'NORTHBANK',
  date: dayAt('1992-01-07', 'TUESDAY, January 7, 1992', -5),
  signed: null,
  details: {
    type: 'newspaper',
    bylines: ['Ada Marsh', 'CNB'],
    newspaper: 'Northbank Times',
    copyrightYear: 1995,
    copyrightHolder: 'Invented Press, Inc.',
    weekday: 'TUESDAY',
    tag: '9201070172',
    section: 'NATIONAL/INTERNATIONAL',
    page: 'A1',
    edition: 'METRO',
    source: 'Associated Invention',
    dateline: 'NORTHBANK',
    length: 'Medium',
  },
  blocks: [],
  notes: [],
};

export const newspaper: Collection = {
  format: 'backchannel-collection/1',
  id: 'northbank-times-1992-01-07-9201070172',
  type: 'newspaper',
  title: 'Northbank Times, 7 January 1992',
  editors: [],
  publisher: null,
  publishedAt: null,
  published: null,
  file: { name: 'article.txt', bytes: 1, sha256: '0'.repeat(64) },
  documents: [article],
  remarks: [],
};
