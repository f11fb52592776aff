import type { DocumentTime, HandOver } from '../document.js';
import { importRemark } from '../import-messages.js';
import { isPlaced, type CivilDate } from '../time/stated-time.js';
import { passagesOf, type Passage } from './hand-over-passages.js';
import { placeOfPassage } from './hand-over-places.js';
import { timeOfPassage, wordsOfTime, type TimeWords } from './hand-over-times.js';
import type { Reporter } from './reporter.js';
import { sentencesOf } from './sentences.js';
import type { Telling } from './telling.js';

/** No sentence that tells of a hand-over is longer, and no document is handed on more often. */
const LONGEST = 1000;
const MOST = 20;
/** Sentences about other copies than the one that was sent. */
const OTHER_COPY = /^(?:An?|Another|Other)\s[\w -]*?\bcop(?:y|ies)\b/i;

/**
 * The hand-overs that a text tells of with a time: `Passed to the White House at 9:15 p.m. October
 * 26.` A hand-over without any time is not one that can be placed, and is left to the text.
 */
export function readHandOvers(telling: Telling, report: Reporter): readonly HandOver[] {
  return sentencesOf(telling.text)
    .filter((sentence) => sentence.length <= LONGEST && !OTHER_COPY.test(sentence))
    .flatMap((sentence) => handOversOf(sentence, telling, report))
    .slice(0, MOST);
}

function handOversOf(sentence: string, telling: Telling, report: Reporter): readonly HandOver[] {
  const read: HandOver[] = [];
  for (const passage of passagesOf(sentence, telling.by)) {
    const at = timeOf(passage, read.at(-1)?.at ?? null, telling, report);
    if (at !== null) read.push({ type: passage.type, at, to: passage.to, stated: sentence });
  }
  return read;
}

function timeOf(
  passage: Passage,
  last: DocumentTime | null,
  telling: Telling,
  report: Reporter,
): DocumentTime | null {
  if (last !== null && /\bthe same time\b/.test(passage.between)) return last;
  const words = wordsOfTime(passage, last);
  if (words === null) return null;
  const day = dayOf(words, telling, report);
  if (day === null) return null;
  const place = placeOfPassage(passage, words, { last, day: day.date, telling });
  const at = timeOfPassage(words, day.date, {
    stated: words.stated,
    place,
    inferred: day.inferred,
  });
  if (at === null) {
    report(importRemark(report.key, 'unread-date', words.stated));
    return null;
  }
  return kept(at, words, telling, report);
}

/** A text cannot tell of what comes after it; and a reader hears of a clock that nobody named. */
function kept(
  at: DocumentTime,
  words: TimeWords,
  { by, dateline }: Telling,
  report: Reporter,
): DocumentTime | null {
  if (by === 'opening' && dateline.date !== null && at.earliest > dateline.date.latest) {
    report(importRemark(report.key, 'hand-over-too-late', words.stated));
    return null;
  }
  if (!isPlaced(at.place)) report(importRemark(report.key, 'unplaced-clock', words.stated));
  return at;
}

interface Day {
  readonly date: CivilDate;
  readonly inferred: boolean;
}

/** The day of a hand-over; one that names none is on the day of the document. */
function dayOf({ date, stated }: TimeWords, telling: Telling, report: Reporter): Day | null {
  const { day, around } = telling.dateline;
  if (date === 'same day') return day === null ? withoutYear() : { date: day, inferred: false };
  if (date.year !== null) return { date: { ...date, year: date.year }, inferred: false };
  if (around !== null) return { date: inYearOf(date, around), inferred: false };
  if (telling.before === null || !isAfter(date, telling.before)) return withoutYear();
  report(importRemark(report.key, 'year-of-neighbour', stated));
  return { date: { ...date, year: telling.before.year }, inferred: true };

  function withoutYear(): null {
    report(importRemark(report.key, 'date-without-year', stated));
    return null;
  }
}

interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** In the year of a document, or in the next where that would be half a year before it. */
function inYearOf(date: DayOfYear, around: CivilDate): CivilDate {
  const earlier = around.month - date.month > 6;
  return { year: around.year + (earlier ? 1 : 0), month: date.month, day: date.day };
}

function isAfter(date: DayOfYear, before: CivilDate): boolean {
  return date.month > before.month || (date.month === before.month && date.day >= before.day);
}
