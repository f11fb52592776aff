import type { SeatDoctrine } from '../parts/doctrine.js';
import type { Choose } from './random-small.js';
import type { SmallDoctrine, SmallOption } from './small-doctrine.js';
import type { Small } from './small-program.js';

/** A random scenario with a machine, `plain`, for each of its seats. */
export function withMachines(choose: Choose, small: Small): Small {
  const seats = Object.keys(small.seats!);
  return {
    ...small,
    doctrines: Object.fromEntries(
      seats.map((seat) => [seat, { plain: randomDoctrine(choose, small, seat) }]),
    ),
  };
}

/** The machines of `withMachines`, one per seat. */
export function machinesOf(small: Small): SeatDoctrine[] {
  return Object.keys(small.seats!).map((seat) => ({ seat, doctrine: 'plain' }));
}

function randomDoctrine(choose: Choose, small: Small, seat: string): SmallDoctrine {
  const tracks = Object.keys(small.tracks!);
  const by = [Object.keys(small.channels!)[0]!];
  const utility = (): SmallOption['utility'] => [
    'add',
    (choose(9) - 4) / 2,
    ['mul', (choose(5) - 2) / 4, tracks[choose(tracks.length)]!],
  ];
  const replies = ['accept', 'decline'].map((key) => [key, { utility: utility(), by }] as const);
  return {
    every: 3 + choose(12),
    calls: { dispatch: { type: 'uniform', low: 0, high: 3_600_000 } },
    drawsLast: 6 + choose(30),
    precision: choose(3),
    options: {
      nothing: 0,
      ...Object.fromEntries([
        ...own(small.acts, (act) => act.by === seat).map((act) => [`act ${act}`, utility()]),
        ...own(small.letters, (letter) => letter.from === seat).map((letter) => [
          `send ${letter}`,
          utility(),
        ]),
        ...replies,
      ]),
    },
  };
}

function own<T>(list: Readonly<Record<string, T>> = {}, isOwn: (one: T) => boolean): string[] {
  return Object.keys(list).filter((name) => isOwn(list[name]!));
}
