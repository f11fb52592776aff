import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery, DispatchBody, Item } from '../history/delivery.js';
import type { Span } from '../history/span.js';
import { formatInstant } from '../time/instant.js';
import { certaintyAt, knew } from './knew.js';

const DAY = '1962-10-27T';

/** A time of 27 October, known to the minute. */
function minute(clock: string): Span {
  const earliest = `${DAY}${clock}:00.000Z`;
  return { placed: earliest, earliest, latest: `${DAY}${clock}:59.999Z`, precision: 'minute' };
}

function told(report: string, learned: Span, item: Item, broughtBy?: string): Delivery {
  const by = broughtBy === undefined ? {} : { broughtBy };
  return { seat: 'reeve', learned, report, via: 'lookout', ...by, item };
}

function report(id: string, occurred: Span, tracks: readonly [string, string | number][] = []) {
  return {
    type: 'report' as const,
    of: { kind: 'incident' as const, name: 'shot', id },
    occurred,
    tracks: tracks.map(([track, value]) => ({ track, value })),
    text: 'a shot at the barrier',
  };
}

function letter(id: string, from: string, repliesTo?: string): DispatchBody {
  return {
    id,
    name: 'first',
    from,
    to: [from === 'reeve' ? 'mayor' : 'reeve'],
    kind: 'private letter',
    public: false,
    sent: minute('09:00'),
    text: `the text of ${id}`,
    give: [],
    ask: [],
    linkage: [],
    refuses: [],
    answer: 'none',
    ...(repliesTo === undefined ? {} : { repliesTo }),
  };
}

function reeveKnew(deliveries: readonly Delivery[], clock: string) {
  return knew({ seat: 'reeve', deliveries }, `${DAY}${clock}Z`);
}

describe('R2: whether something was known at an instant', () => {
  const learned = minute('15:20');

  test.each([
    ['15:19:59.999', 'no'],
    ['15:20:00.000', 'possibly'],
    ['15:20:59.998', 'possibly'],
    ['15:20:59.999', 'yes'],
    ['15:21:00.000', 'yes'],
  ])('learned within the minute 15:20, at %s: %s', (clock, answer) => {
    expect(certaintyAt(learned, `${DAY}${clock}Z`)).toBe(answer);
  });
});

describe('R13: what a seat knew', () => {
  const news = told('K03', minute('15:20'), report('I07', minute('10:00')), 'D066');

  test('an event names the report behind it, and what brought it', () => {
    expect(reeveKnew([news], '15:21').events).toMatchObject([
      { id: 'I07', known: 'yes', report: 'K03', via: 'lookout', broughtBy: 'D066', also: [] },
    ]);
    expect(reeveKnew([news], '15:20').events).toMatchObject([{ id: 'I07', known: 'possibly' }]);
  });

  test('what was learned later is there in no form', () => {
    const reply = told('R2', minute('16:00'), {
      type: 'dispatch',
      dispatch: letter('D2', 'mayor', 'D1'),
    });
    const own = told('R1', minute('09:00'), {
      type: 'sent',
      dispatch: letter('D1', 'reeve'),
      legs: [],
    });
    expect(JSON.stringify(reeveKnew([own, news, reply], '15:19'))).not.toMatch(
      /I07|K03|D066|D2|R2/,
    );
  });

  test('at is read in whatever zone it is written, and refused without one', () => {
    const at = (text: string) => knew({ seat: 'reeve', deliveries: [news] }, text).at;
    expect(at('1962-10-27T18:20+03:00')).toBe('1962-10-27T15:20:00.000Z');
    expect(() => at('1962-10-27')).toThrow(RangeError);
  });

  test('of several reports of one event the first certain one stands behind it', () => {
    const vague: Span = {
      ...minute('14:00'),
      latest: `${DAY}23:00:00.000Z`,
      precision: 'interval',
    };
    const rumour = told('K01', vague, report('I07', minute('10:00')));
    const [event] = reeveKnew([rumour, news], '16:00').events;
    expect(event).toMatchObject({ known: 'yes', report: 'K03', also: [{ report: 'K01' }] });
  });

  test('a part of an event that was learned apart is an item of its own', () => {
    const item = { ...report('I07', minute('10:00')), aspect: 'the shooter was one of ours' };
    const known = reeveKnew([news, told('K04', minute('17:00'), item)], '18:00');
    expect(known.events.map(({ id, aspect, report }) => [id, aspect, report])).toEqual([
      ['I07', undefined, 'K03'],
      ['I07', 'the shooter was one of ours', 'K04'],
    ]);
  });

  test('R14: a sender knows of the hand-overs that were reported by then', () => {
    const deliveries = [
      told('R1', minute('09:00'), { type: 'sent', dispatch: letter('D1', 'reeve'), legs: [] }),
      told('R2', minute('11:00'), {
        type: 'receipt',
        dispatch: 'D1',
        holder: 'ferryman',
        route: 0,
        leg: 0,
      }),
    ];
    const handOvers = (clock: string) =>
      reeveKnew(deliveries, clock).letters.flatMap((l) => l.handOvers.map((h) => h.holder));
    expect(handOvers('10:59')).toEqual([]);
    expect(handOvers('11:01')).toEqual(['ferryman']);
  });
});

describe('R11: the picture', () => {
  const opening = told('opening', minute('06:00'), {
    type: 'opening',
    tracks: [
      { track: 'bridge', value: 'open' },
      { track: 'cannon', value: 2 },
    ],
  });
  const late = told(
    'late',
    minute('12:00'),
    report('I1', minute('08:00'), [['bridge', 'watched']]),
  );
  const early = told(
    'early',
    minute('10:00'),
    report('I2', minute('09:00'), [['bridge', 'closed']]),
  );

  function pictureAt(deliveries: readonly Delivery[], clock: string) {
    return reeveKnew(deliveries, clock).picture.map(({ track, value, known }) => [
      track,
      value,
      known,
    ]);
  }

  test('keeps the report with the latest as of, not the latest arrival', () => {
    expect(pictureAt([opening, early, late], '13:00')).toEqual([
      ['bridge', 'closed', 'yes'],
      ['cannon', 2, 'yes'],
    ]);
  });

  test('shows a newer reading that is only possibly known beside the certain one', () => {
    expect(pictureAt([opening, early], '10:00')).toEqual([
      ['bridge', 'open', 'yes'],
      ['bridge', 'closed', 'possibly'],
      ['cannon', 2, 'yes'],
    ]);
  });

  test('names the report behind each reading', () => {
    const [bridge] = reeveKnew([opening, early], '11:00').picture;
    expect(bridge).toMatchObject({ report: 'early', via: 'lookout', asOf: minute('09:00') });
  });
});

describe('R12: an answer is made of what was told by then', () => {
  const span = fc
    .tuple(fc.nat(1000), fc.nat(200), fc.nat(200))
    .map(([start, inside, rest]): Span => {
      const at = (offset: number) => formatInstant(start + offset);
      return {
        placed: at(inside),
        earliest: at(0),
        latest: at(inside + rest),
        precision: 'interval',
      };
    });
  const delivery = fc
    .tuple(span, span, fc.constantFrom('I1', 'I2', 'I3'), fc.nat(9))
    .map(([learned, occurred, id, value]) =>
      told(`${id} ${value}`, learned, report(id, occurred, [['anger', value]])),
    );
  const options = { seed: 1962, numRuns: 300 };

  test('what comes later changes nothing', () => {
    fc.assert(
      fc.property(fc.array(delivery), fc.nat(1500), (deliveries, at) => {
        const told = deliveries.filter((d) => d.learned.earliest <= formatInstant(at));
        const answer = knew({ seat: 'reeve', deliveries }, at);
        expect(answer).toEqual(knew({ seat: 'reeve', deliveries: told }, at));
      }),
      options,
    );
  });

  test('what is known stays known', () => {
    fc.assert(
      fc.property(fc.array(delivery), fc.nat(1500), fc.nat(500), (deliveries, at, later) => {
        const certain = (t: number) =>
          knew({ seat: 'reeve', deliveries }, t).events.flatMap((event) =>
            event.known === 'yes' ? [event.id] : [],
          );
        expect(certain(at + later)).toEqual(expect.arrayContaining(certain(at)));
      }),
      options,
    );
  });

  test('R11: the certain reading of a track has the latest as of of all certain ones', () => {
    fc.assert(
      fc.property(fc.array(delivery, { minLength: 1 }), fc.nat(1500), (deliveries, at) => {
        const certain = deliveries.filter((d) => d.learned.latest <= formatInstant(at));
        const times = certain.map(({ item }) =>
          item.type === 'report' ? item.occurred.placed : '',
        );
        const { picture } = knew({ seat: 'reeve', deliveries }, at);
        const reading = picture.find(({ known }) => known === 'yes');
        expect(reading?.asOf.placed).toBe(times.toSorted().at(-1));
      }),
      options,
    );
  });
});
