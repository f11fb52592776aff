import type { RecordedTime } from '../../../core/time/recorded-time.js';
import type {
  Custody,
  Disagreement,
  DocumentCard,
  SourceCard,
  SourceCriticism,
} from '../../../scenario/source-criticism.js';
import type { ChronicleEntry, RoomMaterial } from '../material.js';
import { CHAPTER_2, GAZETTE, LETTERS } from './two-towns-library.js';

/** An invented quarrel of two towns about a bridge, with every kind of source that a room shows. */
export function twoTowns(changes: Partial<RoomMaterial> = {}): RoomMaterial {
  return {
    scenario: { id: 'two-towns', title: 'Two towns, one bridge' },
    places: PLACES,
    criticism: CRITICISM,
    collections: [LETTERS, CHAPTER_2, GAZETTE],
    chronicle: CHRONICLE,
    ...changes,
  };
}

const DAY = 86_400_000;
const always = Number.MIN_SAFE_INTEGER;

/** The last-named place puts its clock back in the night to 3 May. */
const PLACES = [
  {
    name: 'northbank',
    title: 'Northbank',
    zone: [{ from: always, offset: 180, name: 'NBT' }],
  },
  {
    name: 'southbank',
    title: 'Southbank',
    zone: [
      { from: always, offset: -240, name: 'SDT' },
      { from: Date.UTC(1900, 4, 3, 6), offset: -300, name: 'SST' },
    ],
  },
];

/** A recorded time of one minute, by default on no place's clock. */
export function minuteAt(iso: string, more: Partial<RecordedTime> = {}): RecordedTime {
  const placed = Date.parse(iso);
  return {
    earliest: placed,
    latest: placed + 59_999,
    placed,
    precision: 'minute',
    estimated: false,
    ...more,
  };
}

/** A recorded interval of instants; whole days of UTC if given days. */
export function between(from: string, to: string, more: Partial<RecordedTime> = {}): RecordedTime {
  const earliest = Date.parse(from);
  const latest = Date.parse(to) + (to.length === 10 ? DAY : 0) - 1;
  const placed = Math.floor((earliest + latest) / 2);
  return { earliest, latest, placed, precision: 'interval', estimated: false, ...more };
}

/** A source of which nothing is known but its name. */
export function source(id: string, more: Partial<SourceCard> = {}): SourceCard {
  return {
    id,
    title: `Source ${id}`,
    where: 'an attic',
    basis: 'page',
    standing: null,
    type: null,
    authors: [],
    container: null,
    publisher: null,
    published: null,
    collection: null,
    ...more,
  };
}

/** A card of a document of which nothing is known but its place. */
export function card(
  source: string,
  key: string | null,
  more: Partial<DocumentCard> = {},
): DocumentCard {
  return {
    source,
    key,
    title: null,
    kind: null,
    gist: null,
    from: null,
    to: null,
    place: null,
    date: null,
    classification: null,
    entries: [],
    dispatch: null,
    custody: null,
    open: null,
    ...more,
  };
}

const CUSTODY: Custody = {
  id: 'bridge_letters',
  title: 'The letters about the bridge',
  dispatches: ['D1'],
  steps: [
    {
      type: 'sealed',
      at: minuteAt('1900-06-01T00:00Z'),
      by: 'both towns',
      says: 'Nobody was to read them.',
      together: false,
      cites: ['RECALL'],
    },
    {
      type: 'released',
      at: between('1930-01-06', '1930-01-06'),
      by: 'both archives',
      says: 'All at once.',
      together: true,
      cites: ['GAZ'],
    },
  ],
};

const DISAGREEMENT: Disagreement = {
  id: 'Q1',
  topic: 'When the bridge was closed',
  kind: 'memory and paper',
  positions: [
    { cites: ['TALE'], says: 'on market day' },
    { cites: ['LET d2 and MEM'], says: 'the day before' },
  ],
  resolution: 'The paper is closer.',
  claims: ['A1'],
  entries: ['I1'],
};

const CRITICISM: SourceCriticism = {
  sources: [
    source('LET', {
      title: 'Letters of two towns',
      where: 'https://letters.example/letters-1900',
      basis: 'xml',
      standing: 'edited documents',
      type: 'edition',
      collection: 'letters-1900',
      published: between('1930-01-01', '1930-12-31'),
    }),
    source('TALE', {
      standing: 'retelling',
      type: 'chapter',
      collection: 'chapter-7-the-bridge-2',
      title: 'A tale of the bridge',
    }),
    source('GAZ', {
      title: 'The Gazette',
      type: 'newspaper article',
      standing: 'later press',
      collection: 'gazette-1930-01-07-17',
    }),
    source('MEM', { type: 'memorandum', standing: 'memory of a participant', basis: 'excerpt' }),
    source('RECALL', { basis: 'recall', standing: 'from memory' }),
  ],
  documents: [
    card('LET', null),
    card('LET', 'd1', {
      title: 'Our title',
      gist: 'The reeve offers his cannon for the bridge.',
      kind: 'letter',
      entries: ['D1', 'X1'],
      dispatch: 'D1',
      custody: 'bridge_letters',
      open: between('1930-01-06', '1930-01-06'),
    }),
    card('LET', 'd10', { title: 'Not in the volume', place: 'northbank', from: 'The mayor' }),
    card('LET', 'd9', {
      title: 'Nor is this',
      date: minuteAt('1900-05-02T21:30Z', { place: 'northbank' }),
    }),
    card('TALE', null, { gist: 'Retells it.' }),
    card('GAZ', null),
    card('MEM', null, {
      title: 'What the sergeant remembered',
      entries: ['I1'],
      date: minuteAt('1900-05-02T10:00Z'),
    }),
    card('RECALL', null, { date: minuteAt('1900-05-02T10:00Z') }),
  ],
  custodies: [CUSTODY],
  accounts: [{ id: 'TALE_A', title: 'The tale', source: 'TALE' }],
  claims: [
    {
      id: 'A1',
      account: 'TALE_A',
      says: 'The bridge was closed on market day.',
      at: 'p2',
      verdict: 'contradicted',
      record: 'It was closed the day before.',
      cites: ['LET d1 and fn 1', 'RECALL'],
      entries: ['I1', 'O1', 'K9'],
    },
    {
      id: 'A2',
      account: 'TALE_A',
      says: 'A letter offered the cannon.',
      at: null,
      verdict: 'confirmed',
      record: 'So it did.',
      cites: ['LET d1'],
      entries: ['D1'],
    },
  ],
  disagreements: [DISAGREEMENT],
};

function entry(id: string, more: Partial<ChronicleEntry> = {}): ChronicleEntry {
  const placed = '1900-05-02T07:30:30.000Z';
  const at = { placed, earliest: placed, latest: placed, precision: 'exact' } as const;
  return { id, title: `Entry ${id}`, type: 'mark', at, fromMemory: false, legs: [], ...more };
}

const CHRONICLE: ReadonlyMap<string, ChronicleEntry> = new Map(
  [
    entry('I1'),
    entry('O1', { type: 'bond' }),
    entry('X1'),
    entry('N1'),
    entry('D1', {
      type: 'letter',
      title: 'The first offer',
      legs: [
        {
          from: 'Reeve',
          to: 'Ferryman',
          channel: 'Ferry',
          sent: {
            placed: '1900-05-02T22:30:00.000Z',
            earliest: '1900-05-02T22:30:00.000Z',
            latest: '1900-05-02T22:30:59.999Z',
            precision: 'minute',
          },
          arrived: {
            placed: '1900-05-03T07:10:12.345Z',
            earliest: '1900-05-03T05:00:00.000Z',
            latest: '1900-05-03T09:00:00.000Z',
            precision: 'estimated',
          },
          fromPlace: 'northbank',
          toPlace: 'southbank',
        },
        {
          from: 'Ferryman',
          to: 'Mayor',
          channel: 'Messenger',
          sent: entry('x').at,
          arrived: null,
          fromPlace: 'southbank',
          toPlace: 'southbank',
        },
      ],
    }),
  ].map((one) => [one.id, one]),
);
