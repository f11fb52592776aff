import { quantile, type Distribution } from '../../../core/chance/distribution.js';
import { place, type Order } from '../../../core/time/placement.js';
import type { Precision, RecordedTime } from '../../../core/time/recorded-time.js';
import type { Report } from '../../reading/report.js';
import type { Spot } from '../../reading/source-file.js';

/**
 * One time of the record while the record is compiled. Entries hold the very `time` that placement
 * fills in, so that two that happen at one moment share it.
 */
export interface Slot {
  readonly index: number;
  readonly time: RecordedTime;
  /** As recorded or estimated, before placement. */
  readonly written: {
    readonly earliest: number;
    readonly latest: number;
    readonly nominal: number;
  };
  /** The slot and delay that it was estimated from, or null. */
  readonly estimatedFrom: Slot | null;
  /** What happens, for messages: `D016 is sent`. */
  readonly label: string;
  readonly spot: Spot;
}

/** What a new slot is told. */
export interface Told {
  readonly earliest: number;
  readonly latest: number;
  readonly nominal: number;
  readonly precision: Precision;
  readonly place?: string;
  readonly stated?: string;
}

export interface Timeline {
  readonly add: (told: Told, label: string, spot: Spot) => Slot;
  /**
   * A time that no source states: the median delay after another, between its 5 and 95 % points.
   */
  readonly estimate: (
    from: Slot,
    delay: Distribution,
    at: { readonly place?: string },
    label: string,
    spot: Spot,
  ) => Slot;
  /** One time comes at least `gap` ms after another. */
  readonly order: (before: Slot, after: Slot, gap: number) => void;
  /** Places all times (R2), or reports the first order that cannot be kept. */
  readonly settle: (report: Report) => void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An empty timeline over the span in which times must lie, both ends included. */
export function timeline(first: number, last: number): Timeline {
  const slots: Slot[] = [];
  const orders: Order[] = [];
  const push = (told: Told, estimatedFrom: Slot | null, label: string, spot: Spot): Slot => {
    const { nominal, ...rest } = told;
    const time = { ...rest, placed: nominal, estimated: estimatedFrom !== null };
    const written = { earliest: told.earliest, latest: told.latest, nominal };
    const slot = { index: slots.length, time, written, estimatedFrom, label, spot };
    slots.push(slot);
    return slot;
  };
  const order = (before: Slot, after: Slot, gap: number) => {
    if (before !== after) orders.push({ before: before.index, after: after.index, gap });
  };
  return {
    add: (told, label, spot) => push(told, null, label, spot),
    estimate: (from, delay, at, label, spot) => {
      const told = estimated(from, delay);
      const slot = push({ ...told, ...at }, from, label, spot);
      order(from, slot, 0);
      return slot;
    },
    order,
    settle: (report) => settle(slots, orders, last, report),
  };
}

function estimated({ written }: Slot, delay: Distribution): Told {
  return {
    earliest: written.earliest + Math.ceil(quantile(delay, 0.05)),
    latest: written.latest + Math.ceil(quantile(delay, 0.95)),
    nominal: written.nominal + Math.ceil(quantile(delay, 0.5)),
    precision: 'estimated',
  };
}

/**
 * Estimates bend to what is recorded, never the other way: all times are first placed with the
 * estimates free, then the estimates are held to what that left of their intervals.
 */
function settle(
  slots: readonly Slot[],
  orders: readonly Order[],
  last: number,
  report: Report,
): void {
  const free = slots.map(({ written, estimatedFrom }) =>
    estimatedFrom === null
      ? written
      : {
          ...written,
          earliest: estimatedFrom.written.earliest,
          latest: Math.max(last, written.latest),
        },
  );
  const wide = place(free, orders);
  if (wide.type === 'cycle') {
    const members = wide.members.map((index) => slots[index]!);
    report(
      members[0]!.spot,
      'time-cycle',
      members.map(({ label }) => label),
    );
    return;
  }
  if (wide.type === 'contradiction') {
    const [before, after] = [slots[wide.order.before]!, slots[wide.order.after]!];
    report(after.spot, 'time-contradiction', after.label, before.label);
    return;
  }
  const narrow = slots.map((slot, i) =>
    slot.estimatedFrom === null ? slot.written : held(slot, wide.times[i]!),
  );
  const result = place(narrow, orders);
  fill(slots, result.type === 'placed' ? result.times : wide.times);
}

/**
 * An estimate within what the record allows; one that lies all outside has nothing to add to it.
 */
function held({ written }: Slot, allowed: { readonly earliest: number; readonly latest: number }) {
  const { earliest, latest } = allowed;
  if (written.latest < earliest || written.earliest > latest)
    return { ...written, earliest, latest };
  return {
    earliest: Math.max(written.earliest, earliest),
    latest: Math.min(written.latest, latest),
    nominal: written.nominal,
  };
}

function fill(
  slots: readonly Slot[],
  times: readonly Pick<RecordedTime, 'earliest' | 'latest' | 'placed'>[],
): void {
  for (const [i, { earliest, latest, placed }] of times.entries()) {
    const time: Mutable<RecordedTime> = slots[i]!.time;
    Object.assign(time, { earliest, latest, placed });
  }
}
