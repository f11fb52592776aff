import { describe, expect, test } from 'vitest';
import type { Change } from '../history/change.js';
import type { Delivery, DispatchBody } from '../history/delivery.js';
import type { History } from '../history/event.js';
import type { Span } from '../history/span.js';
import { seatDeliveries } from './deliveries.js';
import { unknownTo } from './unknown.js';

function exact(clock: string): Span {
  const at = `1900-05-02T${clock}:00.000Z`;
  return { placed: at, earliest: at, latest: at, precision: 'exact' };
}

function historyOf(events: readonly [string, string, Span | null, readonly Change[]][]): History {
  const end = exact('23:00').placed;
  return {
    header: {
      type: 'header',
      format: 'backchannel-history/1',
      scenario: 'towns',
      program: '',
      seed: '1',
      run: 0,
      record: 'off',
      changes: [],
      opens: exact('00:00').placed,
      closes: end,
    },
    events: events.map(([clock, id, span, changes], i) => ({
      type: 'event',
      n: i + 1,
      at: exact(clock).placed,
      step: 0,
      kind: 'incident',
      name: 'shot',
      id,
      ...(span === null ? {} : { span }),
      changes,
      hash: '',
    })),
    end: { type: 'end', events: events.length, at: end, ending: null, stateHash: '', hash: '' },
  };
}

const SHOT: Change = { type: 'incident', incident: 'shot', kind: 'accidental', ranAway: false };

function told(clock: string, item: Delivery['item']): Change {
  const learned = exact(clock);
  const delivery = { seat: 'mayor', learned, report: 'R', via: 'lookout', item };
  return { type: 'delivered', delivery };
}

function newsOf(id: string, clock: string): Delivery['item'] {
  const of = { kind: 'incident' as const, name: 'shot', id };
  return { type: 'report', of, occurred: exact(clock), tracks: [], text: 'a shot' };
}

const LETTER: DispatchBody = {
  id: 'L1',
  name: 'first',
  from: 'mayor',
  to: ['reeve'],
  kind: 'private letter',
  public: false,
  sent: exact('08:00'),
  text: '',
  give: [],
  ask: [],
  linkage: [],
  refuses: [],
  answer: 'none',
};

const ARRIVAL: Change = {
  type: 'leg',
  dispatch: 'L1',
  route: 0,
  leg: 0,
  channel: 'ferry',
  from: 'mayor',
  to: 'reeve',
  status: 'arrived',
  sent: exact('08:00'),
  arrives: exact('10:00'),
};

function unknownAt(history: History, clock: string, seat = 'mayor') {
  const { things, tracks } = unknownTo(history, seatDeliveries(history, seat), exact(clock).placed);
  return {
    things: things.map(({ id, happened, known }) => [id, happened, known]),
    tracks: tracks.map(({ track, truth, believed }) => [track, truth, believed]),
  };
}

describe('R13: what was true and unknown to a seat', () => {
  test('an event, from when it happened until the seat hears of it', () => {
    const history = historyOf([
      ['09:00', 'I1', null, [SHOT]],
      ['11:00', 'D', null, [told('11:00', newsOf('I1', '09:00'))]],
    ]);
    expect(unknownAt(history, '08:59').things).toEqual([]);
    expect(unknownAt(history, '09:00').things).toEqual([['I1', 'yes', 'no']]);
    expect(unknownAt(history, '11:00').things).toEqual([]);
    expect(unknownAt(history, '11:00', 'reeve').things).toEqual([['I1', 'yes', 'no']]);
  });

  test('an act once it is done, not when it is ordered', () => {
    const act = (status: 'ordered' | 'completed'): Change => {
      return { type: 'act', act: 'withdraw', id: 'A1', seat: 'reeve', status };
    };
    const history = historyOf([
      ['08:00', 'O1', null, [act('ordered')]],
      ['09:00', 'A1', null, [act('completed')]],
    ]);
    expect(unknownAt(history, '08:00').things).toEqual([]);
    expect(unknownAt(history, '09:00').things).toEqual([['A1', 'yes', 'no']]);
  });

  test('R2: an event known to the day possibly has not happened yet', () => {
    const day: Span = { ...exact('12:00'), earliest: exact('00:00').placed, precision: 'day' };
    const span = { ...day, latest: exact('23:00').placed };
    const history = historyOf([['12:00', 'I1', span, [SHOT]]]);
    expect(unknownAt(history, '06:00').things).toEqual([['I1', 'possibly', 'no']]);
  });

  test('that its own letter arrived, but not how the letters of others fare', () => {
    const sent: Change = { type: 'dispatch', dispatch: LETTER, status: 'sent' };
    const own = told('08:00', { type: 'sent', dispatch: LETTER, legs: [] });
    const history = historyOf([
      ['08:00', 'L1', null, [sent, own]],
      ['10:00', 'L1', null, [ARRIVAL]],
    ]);
    expect(unknownAt(history, '09:00').things).toEqual([]);
    expect(unknownAt(history, '10:00').things).toEqual([['L1 0.0 reeve', 'yes', 'no']]);
    expect(unknownAt(history, '10:00', 'sergeant').things).toEqual([['L1', 'yes', 'no']]);
  });

  test('tracks of which it believes something else, or nothing', () => {
    const opening = told('00:00', { type: 'opening', tracks: [{ track: 'cannon', value: 2 }] });
    const written: Change[] = [
      { type: 'track', track: 'cannon', from: 2, to: 0 },
      { type: 'track', track: 'anger', from: 0.2, to: 0.5 },
    ];
    const history = historyOf([
      ['00:00', 'opening', null, [opening]],
      ['09:00', 'I1', null, written],
    ]);
    expect(unknownAt(history, '08:00').tracks).toEqual([]);
    expect(unknownAt(history, '09:00').tracks).toEqual([
      ['cannon', 0, 2],
      ['anger', 0.5, null],
    ]);
  });
});
