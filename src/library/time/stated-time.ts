import {
  MS_PER_MINUTE,
  civilDay,
  daysInMonth,
  isCivilDate,
  parseInstant,
} from '../../core/time/instant.js';
import {
  civilDayInterval,
  FIRST_CLOCK,
  fixedClock,
  LAST_CLOCK,
  localText,
  offsetAt,
  type Zone,
} from '../../core/time/zone.js';
import type { DocumentTime } from '../document.js';
import { zoneNameOf } from './places.js';
import { zoneClock } from './zone-clock.js';

/** A day of a calendar, wherever its sun stood. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock showed; `about` where the text says that it is rough. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly about: boolean;
}

/** How a document says a time. */
export interface Statement {
  readonly stated: string;
  /** The place whose clock is meant; null where nobody can tell. */
  readonly place: string | null;
  readonly inferred: boolean;
}

type Precision = DocumentTime['precision'];

/** The clocks between which all of the earth are. */
const ALL_CLOCKS = [fixedClock(FIRST_CLOCK), fixedClock(LAST_CLOCK)];
const MS_PER_SECOND = 1000;
const HALF_HOUR = 30 * MS_PER_MINUTE;
/** The first whole year of the Gregorian calendar: for older ones, clocks are shown by another. */
const FIRST_YEAR = 1583;
/** No document is of a later one, and zones are told for no more than a year or two beyond. */
const LAST_YEAR = 2999;

/** Whether the clock that a statement means is known; if not, its time spans all clocks. */
export function isPlaced(place: string | null): boolean {
  return place !== null && zoneNameOf(place) !== null;
}

/**
 * A civil day at a place: 23 to 25 hours; at no known place, all hours that bear its date anywhere
 * on earth. Null if the calendar has no such day, or it is not of the years 1583 to 2999.
 */
export function dayTime(date: CivilDate, says: Statement): DocumentTime | null {
  return spanOfDays(date, date, 'day', dateText(date), says);
}

/** A month of a year at a place. Null as for {@link dayTime}. */
export function monthTime(year: number, month: number, says: Statement): DocumentTime | null {
  const first = { year, month, day: 1 };
  const last = { ...first, day: daysInMonth(year, month) };
  return spanOfDays(first, last, 'month', dateText(first).slice(0, 7), says);
}

/** A year at a place. Null as for {@link dayTime}. */
export function yearTime(year: number, says: Statement): DocumentTime | null {
  const [from, to] = [
    { year, month: 1, day: 1 },
    { year, month: 12, day: 31 },
  ] as const;
  return spanOfDays(from, to, 'year', dateText(from).slice(0, 4), says);
}

/** From the first hour of one day to the last of another, at one place. */
export function daysTime(from: CivilDate, to: CivilDate, says: Statement): DocumentTime | null {
  return spanOfDays(from, to, 'interval', `${dateText(from)}/${dateText(to)}`, says);
}

/**
 * A minute on the clock of a place, or half an hour about it. An hour that the clock shows twice,
 * on the night that it goes back, spans both; an hour that it skips is null. On no known clock it
 * spans that minute on all clocks of the earth.
 */
export function clockTime(date: CivilDate, clock: ClockTime, says: Statement): DocumentTime | null {
  if (!isDatable(date)) return null;
  const minutes = clock.hour * 60 + clock.minute;
  const midnight = civilDay(date.year, date.month, date.day);
  const zones = zonesOf(date.year, says.place);
  const instants = zones.flatMap((zone) => showings(midnight + minutes * MS_PER_MINUTE, zone));
  if (instants.length === 0) return null;
  const [first, last] = [Math.min(...instants), Math.max(...instants)];
  const [before, after] = clock.about ? [HALF_HOUR, HALF_HOUR] : [0, MS_PER_MINUTE - 1];
  return {
    earliest: first - before,
    latest: last + after,
    precision: first === last ? (clock.about ? 'hour' : 'minute') : 'interval',
    local: first === last ? localText(zones[0]!, first) : clockText(date, clock),
    ...says,
  };
}

/**
 * A time that a file writes with its offset, such as `1962-10-26T19:00:00+03:00`: to the minute,
 * on the clock that it names. Null for any other text.
 */
export function offsetTime(text: string, says: Statement): DocumentTime | null {
  const instant = parseInstant(text);
  if (instant === null || !isDatableYear(Number(text.slice(0, 4)))) return null;
  const width = instant % MS_PER_MINUTE === 0 ? MS_PER_MINUTE : MS_PER_SECOND;
  return {
    earliest: instant,
    latest: instant + width - 1,
    precision: 'minute',
    // Seconds are written only where there are any.
    local: text.replace(/(T\d\d:\d\d):00(?:\.0+)?(?=Z|[+-])/, '$1'),
    ...says,
  };
}

function spanOfDays(
  from: CivilDate,
  to: CivilDate,
  precision: Precision,
  local: string,
  says: Statement,
): DocumentTime | null {
  if (![from, to].every(isDatable)) return null;
  const earliest = dayOf(from, zonesOf(from.year, says.place)[0]!).earliest;
  const latest = dayOf(to, zonesOf(to.year, says.place).at(-1)!).latest;
  return latest < earliest ? null : { earliest, latest, precision, local, ...says };
}

function isDatable({ year, month, day }: CivilDate): boolean {
  return isDatableYear(year) && isCivilDate(year, month, day);
}

function isDatableYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function dayOf({ year, month, day }: CivilDate, zone: Zone) {
  return civilDayInterval(zone, year, month, day);
}

/** The clock of a place, or the first and the last clock of the earth. */
function zonesOf(year: number, place: string | null): readonly Zone[] {
  const name = place === null ? null : zoneNameOf(place);
  return name === null ? ALL_CLOCKS : [zoneClock(name, year)];
}

/** The instants at which a clock shows a time: one, or two where it goes back, or none. */
function showings(local: number, zone: Zone): readonly number[] {
  const offsets = new Set(zone.map(({ offset }) => offset));
  return [...offsets]
    .map((offset) => ({ offset, t: local - offset * MS_PER_MINUTE }))
    .filter(({ offset, t }) => offsetAt(zone, t) === offset)
    .map(({ t }) => t);
}

function dateText({ year, month, day }: CivilDate): string {
  return [digits(year, 4), digits(month, 2), digits(day, 2)].join('-');
}

function clockText(date: CivilDate, { hour, minute }: ClockTime): string {
  return `${dateText(date)}T${digits(hour, 2)}:${digits(minute, 2)}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
