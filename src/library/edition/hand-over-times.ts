import type { DocumentTime } from '../document.js';
import {
  clockTime,
  dayTime,
  type CivilDate,
  type ClockTime,
  type Statement,
} from '../time/stated-time.js';
import { clocksIn, dayAfter, datesIn, type WrittenDate } from '../time/wording.js';
import type { Passage } from './hand-over-passages.js';

/** The time of a hand-over in the words of its sentence. */
export interface TimeWords {
  /** The document's own day where the words name none. */
  readonly date:
    { readonly month: number; readonly day: number; readonly year: number | null } | 'same day';
  /** From one hour to another for a part of the day; null where only the day is named. */
  readonly clock: { readonly from: ClockTime; readonly to: ClockTime } | null;
  readonly stated: string;
  /** What stands before these words, and from them on, in their part of the sentence. */
  readonly before: string;
  readonly since: string;
}

type Day = Exclude<TimeWords['date'], 'same day'>;

const TODAY = /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/;
const RELATIVE = /\b(?:that|the same|the following|the next) day\b/;
/** Up to which letter after an hour its date may stand. */
const NEAR = 60;

/** Null where neither an hour nor a day is named for a hand-over. */
export function wordsOfTime(passage: Passage, last: DocumentTime | null): TimeWords | null {
  return within(passage.after, passage, last) ?? (passage.first ? atTheStart(passage) : null);
}

/** The time that words mean, on a day and at a place. Null where no clock showed it. */
export function timeOfPassage(
  { clock }: TimeWords,
  day: CivilDate,
  says: Statement,
): DocumentTime | null {
  if (clock === null) return dayTime(day, says);
  const from = clockTime(day, clock.from, says);
  if (clock.from === clock.to) return from;
  const to = clockTime(day, clock.to, says);
  if (from === null || to === null) return null;
  const local = `${from.local}/${to.local}`;
  return { ...from, latest: to.latest, precision: 'interval', local };
}

function within(text: string, passage: Passage, last: DocumentTime | null): TimeWords | null {
  const hour = clocksIn(text)[0];
  const today = TODAY.exec(text);
  const relative = RELATIVE.exec(text);
  const date = datesIn(text).find(({ day, at }) => day !== null && isNear(at, hour?.at));
  const found = [hour, date, relative, today].flatMap((part) => spanOf(part));
  if (found.length === 0) return null;
  const start = Math.min(...found.map(({ at }) => at));
  const end = Math.max(...found.map(({ at, length }) => at + length));
  const part = today === null ? null : partOfDay(today[0]);
  return {
    date: dayOfWords(date, relative?.[0], passage, last),
    clock: hour === undefined ? part : { from: hour, to: hour },
    stated: text.slice(start, end),
    before: text.slice(0, start),
    since: text.slice(start),
  };
}

/** `On April 3, 1963, he handed …` */
function atTheStart({ between, after }: Passage): TimeWords | null {
  if (!/^(?:On|At)\b/.test(between)) return null;
  const lead = /^[^,]*(?:, \d{4})?/.exec(between)![0];
  const date = datesIn(lead).find(({ day }) => day !== null);
  const hour = clocksIn(lead)[0];
  if (date === undefined && hour === undefined) return null;
  return {
    date: date === undefined ? 'same day' : dayOf(date),
    clock: hour === undefined ? null : { from: hour, to: hour },
    stated: lead,
    before: after.split(',')[0]!,
    since: lead,
  };
}

function isNear(at: number, hour: number | undefined): boolean {
  return hour === undefined || at - hour < NEAR;
}

interface Span {
  readonly at: number;
  readonly length: number;
}

type Part = { at: number; stated: string } | RegExpExecArray | null | undefined;

function spanOf(part: Part): readonly Span[] {
  if (part === null || part === undefined) return [];
  if (Array.isArray(part)) return [{ at: part.index, length: part[0].length }];
  return [{ at: part.at, length: part.stated.length }];
}

function dayOfWords(
  date: WrittenDate | undefined,
  relative: string | undefined,
  { between }: Passage,
  last: DocumentTime | null,
): TimeWords['date'] {
  if (date !== undefined) return dayOf(date);
  const named = datesIn(between).findLast(({ day }) => day !== null);
  const earlier = named === undefined ? dayOfTime(last) : dayOf(named);
  if (relative === undefined) return dayOfTime(last) ?? 'same day';
  if (earlier === null) return 'same day';
  return /that|same/.test(relative) ? earlier : next(earlier);
}

function dayOf({ month, day, year }: WrittenDate): Day {
  return { month, day: day!, year };
}

function dayOfTime(time: DocumentTime | null): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(time?.local ?? '') ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** The day after one whose year may not be known: then of a year without a leap day. */
function next({ month, day, year }: Day): Day {
  const after = dayAfter({ year: year ?? 2001, month, day });
  return { ...after, year: year === null ? null : after.year };
}

function partOfDay(words: string): TimeWords['clock'] {
  const hours = (from: number, to: number) => ({
    from: { hour: from, minute: 0, about: false },
    to: { hour: to, minute: 59, about: false },
  });
  if (words.endsWith('morning')) return hours(0, 11);
  if (words.endsWith('afternoon')) return hours(12, 17);
  return words === 'today' ? null : hours(18, 23);
}
