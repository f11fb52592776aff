import type { Change } from '../../history/change.js';
import type { History } from '../../history/event.js';
import { changes } from '../../testing/given.js';

/** A meeting as a test reads it. */
export interface HeldMeeting {
  readonly hour: number;
  readonly seat: string;
  /** Name of the option that was taken, or ''. */
  readonly chosen: string;
  readonly options: Extract<Change, { readonly type: 'meeting' }>['options'];
}

/** The meetings of a history, or of one seat in it. */
export function meetings(history: History, seat?: string): HeldMeeting[] {
  return changes(history, 'meeting').flatMap(({ hour, seat: who, options, chosen }) =>
    seat === undefined || who === seat
      ? [{ hour, seat: who, chosen: options[chosen]?.name ?? '', options }]
      : [],
  );
}

/** The utility of one option at each meeting of a seat: what its formula read off the row. */
export function utilities(history: History, seat: string, option: string): [number, number][] {
  return meetings(history, seat).flatMap(({ hour, options }) =>
    options.flatMap(({ name, utility }): [number, number][] =>
      name === option ? [[hour, utility]] : [],
    ),
  );
}
