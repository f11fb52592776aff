import type { DocumentTime } from '../document.js';
import type { CivilDate } from '../time/stated-time.js';
import { placeIn, zoneNameOf } from '../time/places.js';
import type { Passage } from './hand-over-passages.js';
import type { TimeWords } from './hand-over-times.js';
import type { Telling } from './telling.js';

/** What a hand-over's sentence and document say besides its own passage. */
interface Surroundings {
  /** The hand-over before it in its sentence. */
  readonly last: DocumentTime | null;
  readonly day: CivilDate;
  readonly telling: Telling;
}

const CLOCK = /\b(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) time\b|\b(E[SD]T|GMT|Greenwich)\b/u;
const TELEGRAM = /\btelegram \d+ from (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)/u;
/** Houses whose name is also that of a place. */
const HOUSES: readonly (readonly [RegExp, string])[] = [
  [/\bWhite House\b/, 'Washington'],
  [/\bDepartment of State\b/, 'Washington'],
];

/**
 * The place on whose clock a hand-over is told: the clock that its words name, else the place that
 * they name before the time, else the place of the telegram that is quoted for it. A document's
 * own opening speaks of its own place; so does a note of what was handed over on the document's
 * own day. Null where nothing tells.
 */
export function placeOfPassage(
  passage: Passage,
  words: TimeWords,
  { last, day, telling }: Surroundings,
): string | null {
  const { dateline, by } = telling;
  const own = by === 'opening' || (passage.type === 'delivered' && isDay(day, dateline.day));
  return (
    clockNamed(words.since) ??
    placeNamed(words.before) ??
    telegramOf(passage) ??
    last?.place ??
    placeNamed(words.since) ??
    (own ? dateline.place : null)
  );
}

function clockNamed(text: string): string | null {
  const [, place, clock] = CLOCK.exec(text) ?? [];
  if (clock !== undefined) return clock;
  return place !== undefined && zoneNameOf(place) !== null ? place : null;
}

function placeNamed(text: string): string | null {
  return HOUSES.find(([house]) => house.test(text))?.[1] ?? placeIn(text);
}

function telegramOf({ between }: Passage): string | null {
  const place = TELEGRAM.exec(between)?.[1];
  return place !== undefined && zoneNameOf(place) !== null ? place : null;
}

function isDay(a: CivilDate, b: CivilDate | null): boolean {
  return b !== null && a.year === b.year && a.month === b.month && a.day === b.day;
}
