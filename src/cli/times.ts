import type { Span } from '../core/history/span.js';
import { formatMinute, parseInstant } from '../core/time/instant.js';

const MARKS: Readonly<Record<Span['precision'], string>> = {
  exact: ' ',
  minute: ' ',
  hour: 'h',
  day: 'd',
  interval: '…',
  estimated: '~',
};

/** What the sign after a time means, for help pages. */
export const SIGNS_OF_TIMES =
  'A sign after a time says how closely it is known: h to the hour, d to the day, … only as an ' +
  'interval, ~ estimated from its channel.';

/** A time in 18 columns: `1962-10-27T15:20Z` and a sign for how closely it is known. */
export function timeText({ placed, precision }: Span): string {
  return `${minuteText(placed)}${MARKS[precision]}`;
}

/** The clock of the place where it was recorded: `18:20+03:00 moscow`, or nothing. */
export function localClock({ local, place }: Span): string {
  if (local === undefined) return '';
  const [, clock = '', offset = ''] = /T(\d\d:\d\d)[\d:.]*([+-].*)$/.exec(local) ?? [];
  return `${clock}${offset} ${place ?? ''}`.trimEnd();
}

/** An instant in UTC, to the minute where it has no seconds. */
export function minuteText(at: string): string {
  const instant = parseInstant(at);
  if (instant === null) return at;
  return formatMinute(instant - (((instant % 60_000) + 60_000) % 60_000));
}
