import type { Program } from '../../core/program.js';
import type { DispatchEntry, Entry, RecordedLeg, RecordedLearn } from '../../core/parts/record.js';
import { formatMinute, MS_PER_MINUTE } from '../../core/time/instant.js';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import type { Expression } from '../../core/world/expression.js';
import { changeFault, type ChangeFault } from './change-faults.js';
import type { Arrival } from './change-types.js';

const NEVER: Expression = { type: 'number', value: 0 };

/**
 * An entry that does not happen: what needs it is overtaken, and what it would bring is not
 * learned.
 */
export function withoutEntry(program: Program, index: number): Program {
  const silenced = withoutNews(program, index);
  return withEntry(silenced, index, (entry) => ({
    ...entry,
    guard: NEVER,
    // Its random counterpart is free at once.
    ...(entry.type === 'incident' || entry.type === 'posture' ? { standsFor: -1 } : {}),
  }));
}

/** A dispatch that is sent and reaches nobody, or reaches its addressees at one instant. */
export function withArrival(
  program: Program,
  index: number,
  arrival: Arrival,
): Program | ChangeFault {
  const entry = program.entries[index] as DispatchEntry;
  if (arrival.type === 'never') {
    const atOnce = ({ time }: RecordedLearn) => time.placed === entry.time.placed;
    return withEntry(withoutNews(program, index), index, () => ({
      ...entry,
      legs: entry.legs.map((leg) => ({ ...leg, lost: true as const })),
      learn: entry.learn.filter(atOnce),
    }));
  }
  const { at } = arrival;
  if (at < entry.time.placed)
    return changeFault('before-sent', entry.id, formatMinute(entry.time.placed));
  const legs = entry.legs.map((leg) => arrivingAt(entry, leg, at));
  const moved = withEntry(program, index, () => ({ ...entry, legs }));
  return newsMoved(moved, entry, legs, index);
}

/** A leg to an addressee arrives at the instant; the legs that lead there are over by then. */
function arrivingAt(entry: DispatchEntry, leg: RecordedLeg, at: number): RecordedLeg {
  const goal = leg.reads && leg.to.type === 'seat' && entry.to.includes(leg.to.seat);
  return {
    ...leg,
    sent: noLater(leg.sent, at),
    arrived: goal ? exactly(leg.arrived, at) : noLater(leg.arrived, at),
  };
}

/** Reports that the dispatch brought to a reader move with the reading. */
function newsMoved(
  program: Program,
  before: DispatchEntry,
  legs: readonly RecordedLeg[],
  index: number,
): Program {
  const move = (learn: RecordedLearn): RecordedLearn => {
    if (learn.broughtBy !== index) return learn;
    const k = before.legs.findIndex(
      ({ to, reads }) => reads && to.type === 'seat' && to.seat === learn.seat,
    );
    const reading = legs[k]?.arrived.placed;
    const late = reading !== undefined && learn.time.placed < reading;
    const same = learn.time.placed === before.legs[k]?.arrived.placed;
    return reading !== undefined && (late || same)
      ? { ...learn, time: exactly(learn.time, reading) }
      : learn;
  };
  return withLearning(program, (learn) => learn.map(move));
}

/** A dispatch with all its legs and all that is learned of or from it, earlier or later. */
export function shifted(program: Program, index: number, by: number): Program | ChangeFault {
  const entry = program.entries[index] as DispatchEntry;
  const { opens } = program;
  const ends = program.aftermath ?? program.closes;
  const sent = entry.time.placed + by;
  if (sent < opens || sent > ends)
    return changeFault('outside-time', `${entry.id} sent ${formatMinute(sent)}`);
  const moved = withEntry(program, index, () => ({
    ...entry,
    time: later(entry.time, by),
    legs: entry.legs.map((leg) => ({
      ...leg,
      sent: later(leg.sent, by),
      arrived: later(leg.arrived, by),
    })),
    learn: entry.learn.map((learn) => ({ ...learn, time: later(learn.time, by) })),
  }));
  return withLearning(moved, (learns, id) =>
    learns.map((learn) =>
      learn.broughtBy === index && id !== entry.id
        ? { ...learn, time: later(learn.time, by) }
        : learn,
    ),
  );
}

/**
 * An incident at another instant. It is learned of as long after it as before; what a dispatch
 * brought, it still brings when it is read.
 */
export function withMoment(program: Program, index: number, at: number): Program {
  const { id, time } = program.entries[index]!;
  const by = at - time.placed;
  const moved = withEntry(program, index, (entry) => ({ ...entry, time: exactly(time, at) }));
  return withLearning(moved, (learns, of) =>
    learns.map((learn) =>
      of === id && learn.broughtBy < 0 ? { ...learn, time: later(learn.time, by) } : learn,
    ),
  );
}

/**
 * Two dispatches in the other order of arrival at the first addressee that both reach: each at the
 * other's time, or where one was not yet sent by then, the first a minute after the second.
 */
export function swapped(
  program: Program,
  [a, b]: readonly [number, number],
): Program | ChangeFault {
  const [first, second] = [
    program.entries[a] as DispatchEntry,
    program.entries[b] as DispatchEntry,
  ];
  const reader = first.to.find(
    (seat) => arrivalAt(first, seat) !== null && arrivalAt(second, seat) !== null,
  );
  if (reader === undefined || a === b) return changeFault('no-common-reader', first.id, second.id);
  const [atA, atB] = [arrivalAt(first, reader)!, arrivalAt(second, reader)!];
  if (atA > atB) return swapped(program, [b, a]);
  if (atA >= second.time.placed && atA !== atB) {
    const half = withArrival(program, a, { type: 'at', at: atB });
    return 'code' in half ? half : withArrival(half, b, { type: 'at', at: atA });
  }
  return withArrival(program, a, { type: 'at', at: atB + MS_PER_MINUTE });
}

/** When a seat reads a dispatch first, or null. */
function arrivalAt(entry: DispatchEntry, seat: number): number | null {
  const times = entry.legs
    .filter(({ to, reads }) => reads && to.type === 'seat' && to.seat === seat)
    .map(({ arrived }) => arrived.placed);
  return times.length === 0 ? null : Math.min(...times);
}

function withEntry(program: Program, index: number, change: (entry: Entry) => Entry): Program {
  return {
    ...program,
    entries: program.entries.map((entry, i) => (i === index ? change(entry) : entry)),
  };
}

function withLearning(
  program: Program,
  change: (learn: readonly RecordedLearn[], id: string) => readonly RecordedLearn[],
): Program {
  return {
    ...program,
    entries: program.entries.map((entry) => ({
      ...entry,
      // What now comes before the event can no longer bring news of it.
      learn: change(entry.learn, entry.id).filter(({ time }) => time.placed >= entry.time.placed),
    })),
  };
}

/** What a dispatch would have brought is not learned. */
function withoutNews(program: Program, index: number): Program {
  return withLearning(program, (learn) => learn.filter(({ broughtBy }) => broughtBy !== index));
}

function later(time: RecordedTime, by: number): RecordedTime {
  return {
    ...time,
    earliest: time.earliest + by,
    latest: time.latest + by,
    placed: time.placed + by,
  };
}

function exactly({ place }: RecordedTime, at: number): RecordedTime {
  const time = {
    earliest: at,
    latest: at,
    placed: at,
    precision: 'minute',
    estimated: false,
  } as const;
  return place === undefined ? time : { ...time, place };
}

function noLater(time: RecordedTime, at: number): RecordedTime {
  return time.placed <= at ? time : exactly(time, at);
}
