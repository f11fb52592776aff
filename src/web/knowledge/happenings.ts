import type { Span } from '../../core/history/span.js';
import type { ReplayView } from '../../protocol/replay.js';
import { endOfMinute, instant, minuteOf } from '../time/instant.js';

/** Something that a viewpoint comes to know at an instant, in the words of a news ticker. */
export interface Happening {
  readonly at: number;
  readonly words: string;
}

/** Everything that a view tells, in order: what the step buttons stop at and the ticker says. */
export function happeningsOf(view: ReplayView): readonly Happening[] {
  const happenings = [
    ...view.letters.flatMap((letter) => letterHappenings(view, letter)),
    ...others(view),
  ];
  return happenings.toSorted((a, b) => a.at - b.at || (a.words < b.words ? -1 : 1));
}

/** So many things make a first sight of a history: enough to see what answers what. */
const FIRST_SIGHT = 6;

/** Where a history may open: when its first things have become known; null where nothing does. */
export function firstSight(happenings: readonly Happening[]): number | null {
  const last = happenings[Math.min(FIRST_SIGHT, happenings.length) - 1];
  return last === undefined ? null : minuteOf(last.at);
}

/** The nearest earlier or later happening, to the minute; null where there is none. */
export function stepFrom(
  happenings: readonly Happening[],
  handle: number,
  direction: 'earlier' | 'later',
): Happening | null {
  if (direction === 'later') return happenings.find(({ at }) => at > endOfMinute(handle)) ?? null;
  return happenings.findLast(({ at }) => at < minuteOf(handle)) ?? null;
}

type Letter = ReplayView['letters'][number];

function letterHappenings(view: ReplayView, letter: Letter): Happening[] {
  const own = view.as === 'truth' || letter.from === view.as;
  const learned = {
    at: placed(letter.known),
    words: `${letter.title}: ${own ? 'sent' : 'received'}`,
  };
  if (!own) return [learned];
  return [
    learned,
    ...letter.legs.flatMap(({ to, arrivalKnown }) =>
      arrivalKnown === null || !(to.seat || view.as !== 'truth')
        ? []
        : [
            {
              at: Math.max(learned.at, placed(arrivalKnown)),
              words: `${letter.title}: reaches ${to.title}`,
            },
          ],
    ),
  ];
}

function others(view: ReplayView): Happening[] {
  return [
    // That a machine looked and let things be is no news; it can be opened in the drawing.
    ...view.marks
      .filter(({ type }) => type !== 'meeting')
      .map(({ title, known }) => ({ at: placed(known), words: title })),
    ...view.obligations.flatMap(({ text, stages }) =>
      stages.map(({ status, known }) => ({ at: placed(known), words: `${text}: ${status}` })),
    ),
    ...view.disputes.flatMap(({ issue, stages }) =>
      stages.map(({ status, known }) => ({
        at: placed(known),
        words: `Dispute over ${issue}: ${status}`,
      })),
    ),
  ];
}

function placed(span: Span): number {
  return instant(span.placed);
}
