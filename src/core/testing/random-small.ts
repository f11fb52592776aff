import type { Input } from '../history/input.js';
import type { TimedInput } from '../state.js';
import { order } from './given.js';
import type {
  Small,
  SmallAct,
  SmallChannel,
  SmallIncident,
  SmallLetter,
  SmallRoutine,
  SmallSeat,
  SmallTrack,
} from './small-program.js';
import { HOUR } from './small-program.js';
import type { Formula } from './formula.js';

/** A whole number from 0 to below `n`, chosen by whoever asks for a random scenario. */
export type Choose = (n: number) => number;

type Named<T> = Record<string, T>;

const SIDES = ['north', 'south', 'mill'];

/** Crisis hours of a random scenario. */
export const RANDOM_HOURS = 120;

/** A random scenario of two to four seats that write, act, hear of each other and lose letters. */
export function randomSmall(choose: Choose): Small {
  const seats = named('seat', 2 + choose(3), (i) => randomSeat(choose, i));
  const tracks = named('track', 1 + choose(3), () => randomTrack(choose));
  const channels = named('way', 1 + choose(3), () => randomChannel(choose, Object.keys(seats)));
  const names = {
    seats: Object.keys(seats),
    tracks: Object.keys(tracks),
    channels: Object.keys(channels),
  };
  const acts = named('act', 1 + choose(4), () => randomAct(choose, names));
  return {
    seats,
    tracks,
    channels,
    acts,
    unknowns: { kappa: { type: 'uniform', low: 0, high: 0.05 } },
    incidents: named('shot', choose(3), () => randomIncident(choose, names)),
    routines: named('fair', choose(2), () => randomRoutine(choose, names)),
    letters: named('letter', 1 + choose(3), () => randomLetter(choose, names, seats, acts)),
    endings: { war: 'ran_away', settled: ['eq', 'obligations_open', 0] },
    trust: {
      beliefs: names.seats.flatMap((_, seat) =>
        SIDES.slice(0, sidesOf(seats)).flatMap((side, i) =>
          seats[names.seats[seat]!]!.side === side ? [] : [{ seat, side: i, alpha: 1, beta: 1 }],
        ),
      ),
    },
    closes: RANDOM_HOURS,
  };
}

function sidesOf(seats: Named<SmallSeat>): number {
  return new Set(Object.values(seats).map(({ side }) => side)).size;
}

interface Names {
  readonly seats: readonly string[];
  readonly tracks: readonly string[];
  readonly channels: readonly string[];
}

function named<T>(word: string, count: number, make: (i: number) => T): Named<T> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${word}_${i}`, make(i)]));
}

function pick<T>(choose: Choose, list: readonly T[]): T {
  return list[choose(list.length)]!;
}

function randomSeat(choose: Choose, i: number): SmallSeat {
  if (i < 2) return { side: SIDES[i]! };
  const side = choose(3);
  return side < 2 ? { side: SIDES[side]!, under: `seat_${side}` } : { side: SIDES[2]! };
}

function randomTrack(choose: Choose): SmallTrack {
  switch (choose(4)) {
    case 0:
      return { levels: ['low', 'middle', 'high'], starts: choose(3) };
    case 1:
      return { switch: true, starts: choose(2) };
    case 2:
      return { count: [0, 9], starts: choose(10) };
    default:
      return { share: [0, 1], starts: choose(5) / 4 };
  }
}

function randomDelay(choose: Choose): SmallChannel['delay'] {
  const hours = choose(4) * choose(4);
  if (choose(2) === 0) return hours;
  return { type: 'uniform', low: 0, high: (hours + 1) * HOUR };
}

function randomChannel(choose: Choose, seats: readonly string[]): SmallChannel {
  return {
    ...(choose(4) === 0 ? { public: true as const, audienceCost: 0.25 } : {}),
    ...(choose(3) === 0 ? { receipt: choose(4) } : {}),
    ...(choose(4) === 0 ? { parts: 1 + choose(3), partGap: choose(3) } : {}),
    ...(choose(3) === 0 ? { leak: 0.3, leaksTo: [pick(choose, seats)], leakDelay: choose(9) } : {}),
    ...(choose(3) === 0 ? { intercepted: { [pick(choose, seats)]: 0.3 } } : {}),
    ...(choose(2) === 0 ? { garble: { chance: 0.4 } } : {}),
    delay: randomDelay(choose)!,
    loss: choose(3) * 0.2,
  };
}

/** A change of a track that stays a number whatever the others are. */
function randomEffect(choose: Choose, tracks: readonly string[]): Named<Formula> {
  const change: Formula =
    choose(2) === 0
      ? ['add', pick(choose, tracks), choose(3) - 1]
      : ['mul', pick(choose, tracks), choose(3) / 2];
  return { [pick(choose, tracks)]: change };
}

function randomGuard(choose: Choose, tracks: readonly string[]): Formula {
  return [pick(choose, ['lt', 'ge']), pick(choose, tracks), choose(4) / 2];
}

function randomLearn(choose: Choose, { seats, channels }: Names): Named<string> {
  const hearers = seats.filter(() => choose(2) === 0);
  const how = () => (choose(3) === 0 ? 'at once' : pick(choose, channels));
  return Object.fromEntries(hearers.map((seat) => [seat, how()]));
}

function randomAct(choose: Choose, names: Names): SmallAct {
  return {
    by: pick(choose, names.seats),
    takes: randomDelay(choose)!,
    set: randomEffect(choose, names.tracks),
    learn: randomLearn(choose, names),
    ...(choose(3) === 0 ? { when: randomGuard(choose, names.tracks) } : {}),
    ...(choose(3) === 0 ? { may: randomGuard(choose, names.tracks) } : {}),
    ...(choose(3) === 0 ? { failure: pick(choose, names.channels) } : {}),
    ...(choose(4) === 0 ? { provokes: 'north' } : {}),
  };
}

function randomIncident(choose: Choose, names: Names): SmallIncident {
  const perHour = (1 + choose(4)) / 40;
  return {
    rate: ['mul', perHour / HOUR, ['add', 1, pick(choose, names.tracks)]],
    set: randomEffect(choose, names.tracks),
    learn: randomLearn(choose, names),
    ...(choose(2) === 0 ? { when: randomGuard(choose, names.tracks) } : {}),
    ...(choose(3) === 0 ? { runsAway: 'kappa' } : {}),
    ...(choose(3) === 0 ? { blames: 'south' } : {}),
  };
}

function randomRoutine(choose: Choose, names: Names): SmallRoutine {
  return {
    first: choose(30),
    every: 10 + choose(40),
    set: randomEffect(choose, names.tracks),
    learn: randomLearn(choose, names),
    ...(choose(2) === 0 ? { when: randomGuard(choose, names.tracks) } : {}),
  };
}

function randomLetter(
  choose: Choose,
  { seats, channels }: Names,
  sides: Named<SmallSeat>,
  acts: Named<SmallAct>,
): SmallLetter {
  const from = pick(choose, seats);
  const first = pick(
    choose,
    seats.filter((seat) => seat !== from),
  );
  const others = seats.filter((seat) => seat !== from && seat !== first && choose(3) === 0);
  const clauses = (seat: string) =>
    Object.keys(acts)
      .filter((name) => sides[acts[name]!.by as string]!.side === sides[seat]!.side)
      .filter(() => choose(2) === 0)
      .map((name) => ({
        do: name,
        ...(choose(2) === 0 ? { within: 1 + choose(60) } : {}),
        ...(choose(3) === 0 ? { condition: 'if the others do' } : {}),
      }));
  return {
    from,
    to: [first, ...others],
    by: [pick(choose, channels), ...(choose(4) === 0 ? [channels[0]!] : [])],
    give: clauses(from),
    ask: clauses(first),
    ...(choose(4) === 0 ? { lapses: choose(40) } : {}),
  };
}

/** Random orders of the seats of a random scenario, in time order; letters are `m0`, `m1` … */
export function randomOrders(choose: Choose, small: Small, count: number): TimedInput[] {
  const hours = Array.from({ length: count }, () => choose(RANDOM_HOURS * 60) / 60);
  const sent: string[] = [];
  return hours
    .toSorted((a, b) => a - b)
    .map((hour, i) => order(hour, randomInput(choose, small, sent, i)));
}

function randomInput(choose: Choose, small: Small, sent: string[], i: number): Input {
  const seats = Object.keys(small.seats!);
  const by = pick(choose, Object.keys(small.channels!));
  const seat = pick(choose, seats);
  const about = sent.length === 0 ? '' : pick(choose, sent);
  const kinds = ['act', 'act', 'send', 'send', 'answer', 'answer', 'recall', 'decide', 'write'];
  const kind = pick(choose, about === '' ? ['act', 'send', 'send', 'decide', 'write'] : kinds);
  switch (kind) {
    case 'act': {
      const act = pick(choose, Object.keys(small.acts!));
      return { seat: small.acts![act]!.by as string, type: 'act', act };
    }
    case 'send': {
      const letter = pick(choose, Object.keys(small.letters!));
      sent.push(`m${i}`);
      return { seat: small.letters![letter]!.from, id: `m${i}`, type: 'send', letter };
    }
    case 'write': {
      const to = [pick(choose, seats)];
      sent.push(`m${i}`);
      return { seat, id: `m${i}`, type: 'write', to, by: [by], kind: 'cable', text: `text ${i}` };
    }
    case 'answer': {
      const answer = pick(choose, ['accept', 'accept', 'decline', 'withdraw', 'honour'] as const);
      return { seat, type: 'answer', offer: about, answer, by: [by] };
    }
    case 'recall':
      return { seat, type: 'recall', dispatch: about, by };
    default:
      return { seat, type: 'decide', text: `decision ${i}` };
  }
}
