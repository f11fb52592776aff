import type { LetterView, ReplayView } from '../../protocol/replay.js';
import type { SceneLetter, SceneMark } from '../knowledge/scene.js';
import { instant, MINUTE } from '../time/instant.js';
import { durationText, zuluText } from '../time/wording.js';

/** The two lines of a label. */
export interface LabelWords {
  readonly title: string;
  readonly note: string;
}

/** Lower numbers choose their place first. */
export const PRIORITY = {
  offer: 0,
  answer: 1,
  incident: 2,
  reply: 3,
  decision: 4,
  letter: 5,
  unanswered: 6,
  posture: 6,
  /** What the calendar does comes again and again. */
  routine: 7,
  report: 7,
} as const;

/** What a letter puts on the table, in one word. */
export function letterKind({ give, ask, repliesTo, kind }: LetterView): string {
  if (give.length > 0 && ask.length > 0) return 'offer';
  if (ask.length > 0) return 'demand';
  if (give.length > 0) return 'pledge';
  return repliesTo === undefined ? kind : 'reply';
}

/** How soon a letter's label chooses its place. */
export function letterPriority({ letter, certainty }: SceneLetter): number {
  if (certainty === 'possibly') return PRIORITY.letter;
  if (letter.answer !== 'none') return PRIORITY.answer;
  if (letter.give.length > 0 && letter.ask.length > 0) return PRIORITY.offer;
  if (letter.repliesTo !== undefined) return PRIORITY.reply;
  return PRIORITY.letter;
}

/** How soon a mark's label chooses its place. */
export function markPriority({ mark }: SceneMark): number {
  if (mark.type === 'incident') return PRIORITY.incident;
  if (mark.type === 'routine') return PRIORITY.routine;
  return mark.type === 'decision' ? PRIORITY.decision : PRIORITY.posture;
}

/** The label of a letter: what it is, and how long it took or that it is on its way. */
export function letterWords(item: SceneLetter, view: Pick<ReplayView, 'as' | 'seats'>): LabelWords {
  const title =
    item.certainty === 'possibly' ? `${item.letter.title} (possibly)` : item.letter.title;
  if (item.ghost) return { title, note: ghostNote(view) };
  const kind = letterKind(item.letter);
  const note = item.letter.public ? `${kind}, public` : kind;
  return { title, note: [note, wayWords(item)].filter(Boolean).join(', ') };
}

/** The label of a mark: what it is, and when. */
export function markWords(item: SceneMark, view: Pick<ReplayView, 'as' | 'seats'>): LabelWords {
  const { mark, certainty } = item;
  const title = certainty === 'possibly' ? `${mark.title} (possibly)` : mark.title;
  if (item.ghost) return { title, note: ghostNote(view) };
  const fine = mark.at.precision === 'exact' || mark.at.precision === 'minute';
  return { title, note: fine ? zuluText(instant(mark.at.placed)) : '' };
}

/** `not yet known to Khrushchev` */
export function ghostNote({ as, seats }: Pick<ReplayView, 'as' | 'seats'>): string {
  return `not yet known to ${seats.find(({ name }) => name === as)?.title ?? as}`;
}

/** `11 h 32 min on the way` to its first reader among the addressees; '' where nothing is known. */
function wayWords({ letter, legs }: SceneLetter): string {
  const reached = legs.filter(
    ({ leg, extent }) => extent === 'whole' && letter.to.includes(leg.to.name),
  );
  const arrivals = reached.flatMap(({ leg }) => (leg.arrived === null ? [] : [leg.arrived]));
  const first = arrivals.toSorted((a, b) => instant(a.placed) - instant(b.placed))[0];
  if (first === undefined)
    return legs.some(({ extent }) => extent === 'under way') ? 'on its way' : '';
  if (letter.sent.precision === 'day' || first.precision === 'day') return '';
  const way = instant(first.placed) - instant(letter.sent.placed);
  if (way < MINUTE) return 'at once';
  const about = first.precision === 'estimated' || first.precision === 'interval' ? 'about ' : '';
  return `${about}${durationText(way)} on the way`;
}
