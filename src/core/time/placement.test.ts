import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place, type Order, type Placement, type Unplaced } from './placement.js';

function interval(earliest: number, latest: number, nominal: number): Unplaced {
  return { earliest, latest, nominal };
}

function order(before: number, after: number, gap = 0): Order {
  return { before, after, gap };
}

function placedOf(placement: Placement): readonly number[] {
  if (placement.type !== 'placed') throw new Error(`a ${placement.type}`);
  return placement.times.map((time) => time.placed);
}

describe('place', () => {
  it('R2: leaves a time without orders where it is, inside its interval', () => {
    const times = [interval(0, 10, 5), interval(0, 10, -3), interval(0, 10, 99)];
    expect(placedOf(place(times, []))).toEqual([5, 0, 10]);
  });

  it('R2: puts a reply behind the reading of what it answers', () => {
    const read = interval(100, 200, 180);
    const reply = interval(0, 300, 120);
    expect(place([read, reply], [order(0, 1, 30)])).toEqual({
      type: 'placed',
      times: [
        { earliest: 100, latest: 200, placed: 180 },
        { earliest: 130, latest: 300, placed: 210 },
      ],
    });
  });

  it('R2: draws a time forward when what follows it leaves no room', () => {
    const times = [interval(0, 100, 90), interval(0, 50, 50), interval(0, 40, 40)];
    expect(place(times, [order(0, 1, 5), order(1, 2, 5)])).toEqual({
      type: 'placed',
      times: [
        { earliest: 0, latest: 30, placed: 30 },
        { earliest: 5, latest: 35, placed: 35 },
        { earliest: 10, latest: 40, placed: 40 },
      ],
    });
  });

  it('names the order that no placement can keep', () => {
    const times = [interval(0, 9, 0), interval(5, 9, 5), interval(0, 10, 0)];
    const impossible = order(1, 2, 6);
    expect(place(times, [order(0, 2), impossible])).toEqual({
      type: 'contradiction',
      order: impossible,
    });
    expect(place(times, [order(0, 2), order(1, 2, 5)]).type).toBe('placed');
  });

  it('names the members of a cycle, in order, and nothing that only hangs on it', () => {
    const times = Array.from({ length: 6 }, () => interval(0, 10, 5));
    const orders = [order(5, 1), order(1, 3), order(3, 2), order(2, 1), order(3, 4), order(4, 0)];
    const placement = place(times, orders);
    if (placement.type !== 'cycle') throw new Error(`a ${placement.type}`);
    expect(placement.members.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    for (const [i, member] of placement.members.entries()) {
      const next = placement.members[(i + 1) % 3];
      expect(orders.some(({ before, after }) => before === member && after === next)).toBe(true);
    }
    expect(place(times, [order(2, 2)])).toEqual({ type: 'cycle', members: [2] });
  });

  it('refuses an interval that ends before it begins, and an order of no times', () => {
    expect(() => place([interval(5, 4, 5)], [])).toThrow(RangeError);
    expect(() => place([interval(0, NaN, 5)], [])).toThrow(RangeError);
    expect(() => place([interval(0, 9, 5)], [order(0, 1)])).toThrow(RangeError);
    expect(() => place([interval(0, 9, 5), interval(0, 9, 5)], [order(0, 1, -1)])).toThrow(
      RangeError,
    );
  });
});

/** Times and orders that some assignment of instants satisfies, so that most cases are placed. */
const solvable = fc
  .array(fc.record({ at: span(100), slack: span(60), lead: span(60), nominal: span(200) }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((seeds) => {
    const times = seeds.map(({ at, slack, lead, nominal }) =>
      interval(at - lead, at + slack, nominal - 50),
    );
    const index = fc.nat({ max: seeds.length - 1 });
    const pair = fc.tuple(index, index, span(100)).map(([i, j, gap]) => {
      const [before, after] = seeds[i]!.at <= seeds[j]!.at ? [i, j] : [j, i];
      return order(before, after, Math.min(gap, seeds[after]!.at - seeds[before]!.at));
    });
    const forward = (orders: Order[]): Order[] =>
      orders.filter(({ before, after }) => seeds[before]!.at < seeds[after]!.at);
    return fc.record({
      times: fc.constant(times),
      orders: fc.array(pair, { maxLength: 30 }).map(forward),
    });
  });

const arbitrary = fc.nat({ max: 7 }).chain((last) => {
  const index = fc.nat({ max: last });
  return fc.record({
    times: fc.array(
      fc.tuple(span(50), span(50), span(100)).map(([a, b, n]) => interval(a, a + b, n)),
      { minLength: last + 1, maxLength: last + 1 },
    ),
    orders: fc.array(
      fc.tuple(index, index, span(20)).map(([before, after, gap]) => order(before, after, gap)),
      { maxLength: 8 },
    ),
  });
});

function span(max: number): fc.Arbitrary<number> {
  return fc.nat({ max });
}

describe('place, for any times and orders', () => {
  const parameters = { seed: 1962, numRuns: 1000 };

  it('R2: places what can be placed inside its interval, keeping every order', () => {
    fc.assert(
      fc.property(solvable, ({ times, orders }) => {
        const placement = place(times, orders);
        const placed = placedOf(placement);
        for (const [i, { earliest, latest }] of times.entries()) {
          expect(placed[i]).toBeGreaterThanOrEqual(earliest);
          expect(placed[i]).toBeLessThanOrEqual(latest);
        }
        for (const { before, after, gap } of orders) {
          expect(placed[after]).toBeGreaterThanOrEqual(placed[before]! + gap);
        }
      }),
      parameters,
    );
  });

  it('narrows to bounds that can all be reached: all earliest at once, and all latest', () => {
    fc.assert(
      fc.property(solvable, ({ times, orders }) => {
        const narrowed = place(times, orders);
        if (narrowed.type !== 'placed') throw new Error(`a ${narrowed.type}`);
        for (const bound of ['earliest', 'latest'] as const) {
          const ends = narrowed.times.map((time) => time[bound]);
          const atEnds = times.map((time, i) => ({ ...time, nominal: ends[i]! }));
          expect(placedOf(place(atEnds, orders))).toEqual(ends);
        }
      }),
      parameters,
    );
  });

  it('gives the same whatever the sequence of times and orders', () => {
    fc.assert(
      fc.property(fc.oneof(solvable, arbitrary), fc.infiniteStream(span(1000)), (given, keys) => {
        const { times, orders } = given;
        const shuffled = times.map((_, i) => ({ i, key: keys.next().value! }));
        shuffled.sort((a, b) => a.key - b.key);
        const where = times.map((_, i) => shuffled.findIndex((entry) => entry.i === i));
        const moved = place(
          shuffled.map(({ i }) => times[i]!),
          orders.map((o) => order(where[o.before]!, where[o.after]!, o.gap)).toReversed(),
        );
        const original = place(times, orders);
        expect(moved.type).toBe(original.type);
        if (moved.type !== 'placed' || original.type !== 'placed') return;
        expect(where.map((i) => moved.times[i])).toEqual(original.times);
      }),
      parameters,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(solvable, ({ times, orders }) => {
        const once = place(times, orders);
        if (once.type !== 'placed') throw new Error(`a ${once.type}`);
        const again = once.times.map((time) => ({ ...time, nominal: time.placed }));
        expect(place(again, orders)).toEqual(once);
      }),
      parameters,
    );
  });
});
