import type { Change } from '../history/change.js';
import type { Delivery, Item } from '../history/delivery.js';
import type { History } from '../history/event.js';
import type { Input } from '../history/input.js';
import type { Program } from '../program.js';
import type { Outcome, RunOptions } from '../run-options.js';
import { createKernel, runHistory } from '../run.js';
import type { TimedInput } from '../state.js';
import { formatInstant, parseInstant } from '../time/instant.js';
import { HOUR, OPENS } from './small-program.js';

/** The instant this many hours after the opening of a small program, as orders write it. */
export function hour(hours: number): string {
  return formatInstant(OPENS + Math.round(hours * HOUR));
}

/** An order of a seat, this many hours after the opening. */
export function order(hours: number, input: Input): TimedInput {
  return { ...input, at: hour(hours) };
}

/** Runs a program with its log. Throws where the run is a fault: for tests of what works. */
export function play(
  program: Program,
  inputs: readonly TimedInput[] = [],
  options: Partial<RunOptions> = {},
): History {
  const result = runHistory(program, { seed: 'a', record: false, inputs, ...options });
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

/** What a run with the log off comes to. */
export function playSilently(
  program: Program,
  inputs: readonly TimedInput[] = [],
  options: Partial<RunOptions> = {},
): Outcome {
  return createKernel(program).run({ seed: 'a', record: false, inputs, ...options });
}

type ChangeOf<T extends Change['type']> = Extract<Change, { readonly type: T }>;
type ItemOf<T extends Item['type']> = Extract<Item, { readonly type: T }>;

/** A change of one type, with the hour after the opening at which it came. */
export type TimedChange<T extends Change['type']> = ChangeOf<T> & { readonly hour: number };

/** Hours from the opening of a small program to an instant of its history. */
function hoursOf(at: string): number {
  return (parseInstant(at)! - OPENS) / HOUR;
}

/** All changes of one type in a history, in order. */
export function changes<T extends Change['type']>(history: History, type: T): TimedChange<T>[] {
  return history.events.flatMap(({ at, changes: list }) =>
    list.flatMap((change) =>
      change.type === type ? [{ ...(change as ChangeOf<T>), hour: hoursOf(at) }] : [],
    ),
  );
}

/** Everything that one seat was told, in order. */
export function told(history: History, seat: string): Delivery[] {
  return changes(history, 'delivered').flatMap(({ delivery }) =>
    delivery.seat === seat ? [delivery] : [],
  );
}

/** Items of one type that a seat was told, with the hour at which it learned each. */
export function heard<T extends Item['type']>(
  history: History,
  seat: string,
  type: T,
): (ItemOf<T> & { readonly hour: number })[] {
  return told(history, seat).flatMap(({ item, learned }) =>
    item.type === type ? [{ ...(item as ItemOf<T>), hour: hoursOf(learned.placed) }] : [],
  );
}

/** Codes of the orders that a seat was refused. */
export function refusals(history: History, seat: string): string[] {
  return heard(history, seat, 'refused').map(({ code }) => code);
}

/** Statuses that an offer went through. */
export function offerCourse(history: History, offer: string): string[] {
  return changes(history, 'offer').flatMap((c) => (c.offer === offer ? [c.status] : []));
}

/** Statuses that an obligation went through. */
export function obligationCourse(history: History, id: string): string[] {
  return changes(history, 'obligation').flatMap((c) => (c.obligation.id === id ? [c.status] : []));
}

/** Hours at which an incident fired. */
export function firings(history: History, incident: string): number[] {
  return changes(history, 'incident').flatMap((c) => (c.incident === incident ? [c.hour] : []));
}
