import type { DocumentTime } from '../document.js';
import { importRemark } from '../import-messages.js';
import {
  clockTime,
  dayTime,
  daysTime,
  isPlaced,
  monthTime,
  offsetTime,
  yearTime,
  type CivilDate,
  type Statement,
} from '../time/stated-time.js';
import { datesIn } from '../time/wording.js';
import type { Reporter } from './reporter.js';
import { descendantsOf, plainText, type XmlElement } from './xml/element.js';

/** Where and when a document was written, as its dateline says. */
export interface Dateline {
  readonly place: string | null;
  readonly date: DocumentTime | null;
  /** The day on its own calendar; null for an undated document. */
  readonly day: CivilDate | null;
  /** That day, or the first that the editors thought possible; null if there is neither. */
  readonly around: CivilDate | null;
}

const NONE: Dateline = { place: null, date: null, day: null, around: null };
const DAY = /^(\d{4})-(\d\d)-(\d\d)/;
const LOCAL = /T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?$/;

/**
 * Reads the first dateline of a document. A time without an offset is on the clock of the place;
 * a time with one is as it says. What a volume's makers computed for sorting is never used: it is
 * on one clock for the whole world.
 */
export function readDateline(div: XmlElement, report: Reporter): Dateline {
  const [line] = descendantsOf(div, ['dateline']);
  if (line === undefined) return NONE;
  const named = descendantsOf(line, ['placeName'])[0];
  const place = named === undefined ? null : plainText(named, ['note']);
  const mark = descendantsOf(line, ['date'])[0];
  if (mark === undefined) return { ...NONE, place };
  const stated = plainText(mark, ['note']);
  const inferred = (mark.attributes.get('ana') ?? '').includes('inferred');
  const date = markedTime(mark, { stated, place, inferred });
  if (date === null) report(importRemark(report.key, 'unread-date', stated));
  else checkDate(date, mark, report);
  if (date === null) return { ...NONE, place };
  const around = civilDate(date.local);
  return { place, date, day: date.precision === 'interval' ? null : around, around };
}

function markedTime(mark: XmlElement, says: Statement): DocumentTime | null {
  const attribute = (name: string) => mark.attributes.get(name) ?? null;
  const when = attribute('when');
  if (when !== null) return timeOf(when, says);
  const from = attribute('from') ?? attribute('notBefore');
  const to = attribute('to') ?? attribute('notAfter');
  return from === null || to === null ? null : span(from, to, says);
}

function timeOf(when: string, says: Statement): DocumentTime | null {
  if (/(?:Z|[+-]\d\d:\d\d)$/.test(when) && when.includes('T')) return offsetTime(when, says);
  const date = civilDate(when);
  if (date === null) return longTime(when, says);
  const clock = LOCAL.exec(when);
  if (clock === null) return when.length === 10 ? dayTime(date, says) : null;
  const [hour, minute] = [Number(clock[1]), Number(clock[2])];
  if (hour > 23 || minute > 59) return null;
  return clockTime(date, { hour, minute, about: false }, says);
}

/** `1962-10` or `1962`. */
function longTime(when: string, says: Statement): DocumentTime | null {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(when) ?? [];
  if (year === undefined) return null;
  return month === undefined
    ? yearTime(Number(year), says)
    : monthTime(Number(year), Number(month), says);
}

/** From one time to another: exact where both bear offsets, else from day to day. */
function span(from: string, to: string, says: Statement): DocumentTime | null {
  const [first, last] = [civilDate(from), civilDate(to)];
  const [earliest, latest] = [offsetTime(from, says), offsetTime(to, says)];
  if (earliest !== null && latest !== null) {
    if (latest.latest < earliest.earliest) return null;
    return {
      ...earliest,
      latest: latest.latest,
      precision: 'interval',
      local: `${earliest.local}/${latest.local}`,
    };
  }
  return first === null || last === null ? null : daysTime(first, last, says);
}

function civilDate(text: string): CivilDate | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function dayOf(mark: XmlElement): CivilDate | null {
  return civilDate(mark.attributes.get('when') ?? '');
}

/** Says where the printed date and its mark differ, and where the clock is not known. */
function checkDate(date: DocumentTime, mark: XmlElement, report: Reporter): void {
  const printed = datesIn(date.stated)[0];
  const marked = dayOf(mark);
  if (printed !== undefined && marked !== null && differs(printed, marked)) {
    const when = mark.attributes.get('when') ?? '';
    report(importRemark(report.key, 'date-differs', date.stated, when));
  }
  if (isPlaced(date.place) || /[Z+-]\d\d:\d\d$|Z$/.test(date.local)) return;
  if (date.local.includes('T')) report(importRemark(report.key, 'unplaced-clock', date.stated));
  else report.unplacedDay();
}

function differs(printed: ReturnType<typeof datesIn>[number], marked: CivilDate): boolean {
  return (
    printed.month !== marked.month ||
    (printed.day !== null && printed.day !== marked.day) ||
    (printed.year !== null && printed.year !== marked.year)
  );
}
