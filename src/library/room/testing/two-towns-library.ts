import type {
  Block,
  CatalogueDetails,
  Collection,
  DocumentDetails,
  DocumentTime,
  EditionDetails,
  LibraryDocument,
  NewspaperDetails,
} from '../../document.js';

const DAY = 86_400_000;

/** A document's own time, stated to the minute in UTC unless said otherwise. */
export function statedTime(local: string, more: Partial<DocumentTime> = {}): DocumentTime {
  const earliest = Date.parse(local);
  return {
    earliest,
    latest: earliest + (local.length === 10 ? DAY : 60_000) - 1,
    precision: local.length === 10 ? 'day' : 'minute',
    local,
    place: null,
    stated: `as of ${local}`,
    inferred: false,
    ...more,
  };
}

/** A paragraph of plain text. */
export function paragraph(id: string, text: string): Block {
  return { id, type: 'paragraph', inlines: [{ type: 'text', text, style: 'plain' }] };
}

/** An imported document, empty but for what is given. */
export function printed(
  key: string,
  details: DocumentDetails,
  more: Partial<LibraryDocument> = {},
): LibraryDocument {
  return {
    key,
    kind: 'letter',
    number: null,
    title: `Document ${key}`,
    from: [],
    to: [],
    place: null,
    date: null,
    signed: null,
    details,
    blocks: [],
    notes: [],
    ...more,
  };
}

/** An imported file, with no more about it than is given. */
export function collection(
  id: string,
  type: Collection['type'],
  documents: readonly LibraryDocument[],
  more: Partial<Collection> = {},
): Collection {
  return {
    format: 'backchannel-collection/1',
    id,
    type,
    title: `Collection ${id}`,
    editors: [],
    publisher: null,
    publishedAt: null,
    published: null,
    file: { name: `${id}.file`, bytes: 1, sha256: '0'.repeat(64) },
    documents,
    remarks: [],
    ...more,
  };
}

const EDITION: EditionDetails = {
  type: 'edition',
  sourceNote: 'Town archive. Secret; Urgent.',
  classification: 'Secret',
  precedence: 'Urgent',
  handling: ['Eyes Only', 'By hand'],
  telegram: '17',
  carries: 'a letter of the reeve',
  receipts: [
    {
      type: 'received',
      at: statedTime('1900-05-02T23:15+03:00'),
      to: 'the clerk',
      stated: 'Received at 11:15 p.m.',
    },
  ],
  deliveries: [
    { type: 'delivered', at: statedTime('1900-05-02'), to: null, stated: 'Delivered that day.' },
  ],
  crossReferences: ['d2', 'd77'],
};

const CATALOGUE: CatalogueDetails = {
  type: 'catalogue',
  entry: 'Memorandum, 3 May 1900, on the mill tolls. Confidential. 4 pp. Mill archive.',
  subject: 'the mill tolls',
  classification: 'Confidential',
  pages: 4,
  archive: 'Mill archive',
};

const NEWSPAPER: NewspaperDetails = {
  type: 'newspaper',
  bylines: ['A. Reporter', 'B. Reporter'],
  newspaper: 'The Gazette',
  copyrightYear: 1930,
  copyrightHolder: 'Gazette Company',
  weekday: 'Tuesday',
  tag: '17',
  section: 'NATIONAL',
  page: 'A-1',
  edition: 'METRO',
  source: 'News Agency',
  dateline: 'NORTHBANK',
  length: 'Medium',
};

/** A volume of the letters: two of them, and an entry of a catalogue. */
export const LETTERS = collection(
  'letters-1900',
  'edition',
  [
    printed('d1', EDITION, {
      kind: 'telegram',
      number: '1',
      title: 'Letter From the Reeve to the Mayor',
      from: [{ name: 'Reeve Östlund', key: 'p_1' }],
      to: [{ name: 'the Mayor', key: null }],
      place: 'Northbank',
      date: statedTime('1900-05-02T19:00+03:00', { stated: 'May 2, 1900, 7 p.m.' }),
      signed: 'Östlund',
      blocks: [
        paragraph('p1', 'I shall withdraw the cannon when the bridge is open again.'),
        paragraph('p2', 'The mill tolls are another matter; let them rest.'),
      ],
      notes: [
        {
          id: 'fn1',
          mark: '1',
          inlines: [{ type: 'text', text: 'The envelope is lost.', style: 'italic' }],
        },
      ],
    }),
    printed('d2', EDITION, {
      number: '2',
      date: statedTime('1900-05-03', { inferred: true }),
      blocks: [paragraph('p1', 'The bridge stays shut; the cannon stays loaded.')],
    }),
    printed('d3', CATALOGUE, {
      kind: 'document',
      title: 'On the mill tolls',
      blocks: [paragraph('p1', 'The second leaf is upside down.')],
    }),
  ],
  {
    editors: ['E. Editor'],
    remarks: [{ document: 'd2', code: 'unread-field', message: 'no place' }],
  },
);

export const CHAPTER_2 = collection('chapter-7-the-bridge-2', 'chapter', [
  printed(
    '2',
    { type: 'chapter', chapter: 7, part: 2, parts: 3, completed: true },
    {
      kind: 'chapter',
      title: 'The bridge',
      blocks: [
        paragraph('p1', 'Nobody slept.'),
        paragraph('p2', 'On market day <b>the bridge</b> was closed.'),
      ],
    },
  ),
]);

/** Another part of the chapter, which the scenario names no document of. */
export const CHAPTER_1 = collection('chapter-7-the-bridge-1', 'chapter', [
  printed(
    '1',
    { type: 'chapter', chapter: 7, part: 1, parts: 3, completed: false },
    { kind: 'chapter', title: 'The bridge, first part' },
  ),
]);

export const GAZETTE = collection(
  'gazette-1930-01-07-17',
  'newspaper',
  [
    printed('1', NEWSPAPER, {
      kind: 'newspaper article',
      title: 'LETTERS LET OUT',
      date: statedTime('1930-01-07'),
      blocks: [paragraph('p1', 'The letters of the two towns were let out on Monday.')],
    }),
  ],
  { remarks: [{ document: null, code: 'missing-field', message: 'no photograph' }] },
);
