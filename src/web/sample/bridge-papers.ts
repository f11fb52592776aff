import type { DateView, ShelfEntry } from '../../protocol/reading.js';
import { DAY } from '../time/instant.js';

/** A day at a place so many minutes ahead of UTC. */
export function dayAt(iso: string, offset = 0): DateView {
  const earliest = Date.parse(`${iso}T00:00Z`) - offset * 60_000;
  return { earliest, latest: earliest + DAY - 1, text: iso, flag: 'stated' };
}

/** A whole year, in UTC. */
export function year(number: number): DateView {
  return {
    earliest: Date.UTC(number, 0, 1),
    latest: Date.UTC(number + 1, 0, 1) - 1,
    text: `${number}`,
    flag: 'stated',
  };
}

/** A paper about the bridge between two towns; what is not given is unknown or empty. */
export function paper(id: string, given: Partial<ShelfEntry> = {}): ShelfEntry {
  return {
    id,
    collection: id.split('/')[0]!,
    kind: 'letter',
    number: null,
    title: `Paper ${id}`,
    called: null,
    gist: null,
    from: [],
    to: [],
    place: null,
    date: null,
    text: 'card',
    open: null,
    custody: null,
    claims: 0,
    entries: [],
    ...given,
  };
}

/** The shelf of the bridge: a sealed letter, a note out with a volume, a poster, a song undated. */
export const BRIDGE_PAPERS: readonly ShelfEntry[] = [
  paper('TOWN/d2', {
    title: 'The reeve gives way',
    from: ['The Reeve'],
    to: ['The Mayor'],
    place: 'South',
    date: dayAt('1900-05-03'),
    text: 'held',
    open: dayAt('1929-07-01', -300),
    custody: 'bridge_letters',
    claims: 2,
  }),
  paper('TOWN/d1', {
    title: 'A note on tolls',
    kind: 'memorandum',
    from: ['The Mayor'],
    place: 'North',
    date: dayAt('1900-05-01'),
    text: 'held',
    open: year(1931),
  }),
  paper('POSTER', {
    title: 'No crossing',
    kind: 'press release',
    from: ['The Sergeant'],
    place: 'North',
    date: dayAt('1900-05-02'),
    entries: ['X1'],
    open: dayAt('1900-05-02'),
    claims: 1,
  }),
  paper('SONG', { title: 'A song of the ferry', kind: 'book' }),
];
