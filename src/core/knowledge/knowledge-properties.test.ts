import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery, TrackReading } from '../history/delivery.js';
import type { Program } from '../program.js';
import type { TimedInput } from '../state.js';
import type { Formula } from '../testing/formula.js';
import { changes, hour, order, play, told } from '../testing/given.js';
import type { Choose } from '../testing/random-small.js';
import { RANDOM_HOURS, randomOrders, randomSmall } from '../testing/random-small.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import { seatDeliveries } from './deliveries.js';
import { knew } from './knew.js';

function check(
  seed: number,
  property: (small: Small, inputs: TimedInput[], choose: Choose) => void,
) {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const choose: Choose = (n) => gen(fc.nat, { max: n - 1 });
      const small = randomSmall(choose);
      property(small, randomOrders(choose, small, 3 + choose(12)), choose);
    }),
    { seed, numRuns: 1000, endOnFailure: true },
  );
}

/** A seat's picture, folded from its deliveries by a reader of the rules, not of the kernel. */
function foldPicture(deliveries: readonly Delivery[]): Map<string, TrackReading['value']> {
  const asOf = new Map<string, string>();
  const values = new Map<string, TrackReading['value']>();
  for (const { item, learned } of deliveries) {
    if (item.type !== 'opening' && item.type !== 'report') continue;
    const at = item.type === 'report' ? item.occurred.placed : learned.placed;
    for (const { track, value } of item.tracks) {
      if (at < (asOf.get(track) ?? '')) continue;
      asOf.set(track, at);
      values.set(track, value);
    }
  }
  return values;
}

const WEIGHTS = [1, 17.25, 311.5];

/** Gives every seat a value that tells its picture: a sum of its tracks, each of its own weight. */
function withValues(small: Small): Small {
  const terms = Object.keys(small.tracks!).map((track, i): Formula => ['mul', WEIGHTS[i]!, track]);
  const value = terms.reduce((sum, term) => ['add', sum, term]);
  const seats = Object.entries(small.seats!).map(([name, seat]) => [name, { ...seat, value }]);
  return { ...small, seats: Object.fromEntries(seats) };
}

function sumOf({ tracks }: Program, values: ReadonlyMap<string, TrackReading['value']>): number {
  return tracks
    .map(({ name, levels }, i) => {
      const value = values.get(name)!;
      return WEIGHTS[i]! * (typeof value === 'string' ? levels.indexOf(value) : value);
    })
    .reduce((a, b) => a + b);
}

describe('R11: pictures', () => {
  test('R11: a picture is the fold of what was delivered: the latest as of, not the latest arrival', () => {
    check(111, (small, inputs) => {
      const program = smallProgram(withValues(small));
      const history = play(program, inputs);
      const judgements = changes(history, 'judgement');
      expect(judgements.length).toBeGreaterThan(0);
      for (const { seat, picture } of judgements) {
        expect(picture).toBeCloseTo(sumOf(program, foldPicture(told(history, seat))), 9);
      }
    });
  });

  test('R13: and knew() is the same fold at every instant', () => {
    check(131, (small, inputs, choose) => {
      const history = play(smallProgram(small), inputs);
      const at = hour(choose(RANDOM_HOURS * 60) / 60);
      for (const seat of Object.keys(small.seats!)) {
        const deliveries = told(history, seat).filter(({ learned }) => learned.placed <= at);
        const known = knew(seatDeliveries(history, seat), at).picture;
        expect(new Map(known.map(({ track, value }) => [track, value]))).toEqual(
          foldPicture(deliveries),
        );
      }
    });
  });
});

describe('R12: non-interference', () => {
  /** Things between others that touch no track, letter or act of the scenario's own. */
  function withSecrets(small: Small): Small {
    return {
      ...small,
      tracks: { ...small.tracks, secret: { count: [0, 9], starts: 0 } },
      seats: Object.fromEntries(
        Object.entries(small.seats!).map(([name, seat]) => [
          name,
          { ...seat, knows: Object.keys(small.tracks!) },
        ]),
      ),
      channels: { ...small.channels, whisper: { delay: 1, receipt: 1 } },
      acts: {
        ...small.acts,
        plot: {
          by: 'seat_1',
          takes: 2,
          set: { secret: ['add', 'secret', 1] },
          learn: { seat_1: 'at once' },
        },
      },
      incidents: {
        ...small.incidents,
        quake: { rate: 1 / 36_000_000, set: { secret: 0 }, learn: { seat_1: 'whisper' } },
      },
      letters: {
        ...small.letters,
        secret_offer: {
          from: 'seat_1',
          to: ['seat_0'],
          by: ['whisper'],
          ask: [{ do: 'plot', who: 'south' }],
          give: [{ do: 'plot' }],
        },
      },
      endings: {},
    };
  }

  test('R12: runs that differ only in what is not told to a seat tell it the same, to the byte', () => {
    check(121, (base, orders, choose) => {
      const small = withSecrets(base);
      const program = smallProgram(small);
      const plain = {
        ...program,
        incidents: program.incidents.filter(({ name }) => name !== 'quake'),
      };
      const others = program.seats.map(({ name }) => name).filter((name) => name !== 'seat_1');
      const secrets = Array.from({ length: 1 + choose(6) }, (_, i): TimedInput => {
        const at = choose(RANDOM_HOURS * 60) / 60;
        return choose(2) === 0
          ? order(at, { seat: 'seat_1', type: 'act', act: 'plot' })
          : order(at, { seat: 'seat_1', id: `hush${i}`, type: 'decide', text: 'hush' });
      });
      const open = play(plain, orders);
      const more = play(program, [...orders, ...secrets]);
      for (const seat of others) {
        expect(JSON.stringify(told(more, seat))).toBe(JSON.stringify(told(open, seat)));
      }
    });
  });

  test('R12: a secret bargain of two changes nothing for a third', () => {
    check(122, (base, orders, choose) => {
      const small = withSecrets({
        ...base,
        seats: { ...base.seats, seat_9: { side: 'abbey' } },
        letters: { ...base.letters, petition: { from: 'seat_9', to: ['seat_0'], by: ['way_0'] } },
      });
      const program = smallProgram(small);
      const start = choose(60);
      const secrets = [
        order(start, { seat: 'seat_1', id: 'hush', type: 'send', letter: 'secret_offer' }),
        order(start + 3, { seat: 'seat_0', type: 'decide', text: 'what to say?' }),
        order(start + 4, {
          seat: 'seat_1',
          type: 'answer',
          offer: 'hush',
          answer: 'withdraw',
          by: ['whisper'],
        }),
        order(start + 8, { seat: 'seat_1', type: 'act', act: 'plot' }),
      ];
      const own = [
        order(choose(119), { seat: 'seat_9', id: 'p', type: 'send', letter: 'petition' }),
      ];
      const open = told(play(program, [...orders, ...own]), 'seat_9');
      const more = told(play(program, [...orders, ...own, ...secrets]), 'seat_9');
      expect(JSON.stringify(more)).toBe(JSON.stringify(open));
    });
  });

  test('R12: a view is a function of deliveries alone: they are enough to say who knew what', () => {
    check(123, (small, inputs, choose) => {
      const history = play(smallProgram(small), inputs);
      const seats = Object.keys(small.seats!);
      const seat = seats[choose(seats.length)]!;
      const deliveries = told(history, seat);
      expect(seatDeliveries(history, seat)).toEqual({ seat, deliveries });
      const alone = knew({ seat, deliveries }, hour(RANDOM_HOURS));
      // Nobody else's refusals, decisions or own letters.
      const own = history.events.flatMap(({ input }) => (input?.seat === seat ? [input.type] : []));
      const decided = alone.events.filter(({ kind }) => kind === 'decision');
      expect(decided).toHaveLength(own.filter((type) => type === 'decide').length);
    });
  });
});
