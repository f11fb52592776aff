import type {
  Answer,
  DispatchEntry,
  DisputeEntry,
  IncidentEntry,
  ObligationEntry,
  PostureEntry,
  RecordedLearn,
  RecordedLeg,
} from '../parts/record.js';
import type { RecordedTime } from '../time/recorded-time.js';
import { HOUR, OPENS } from './small-program.js';

/** A recorded time, known to the minute, this many hours after the opening of a small program. */
export function recordedAt(hours: number): RecordedTime {
  const placed = OPENS + Math.round(hours * HOUR);
  return {
    earliest: placed,
    latest: placed + 59_999,
    placed,
    precision: 'minute',
    estimated: false,
    place: 'here',
  };
}

/** That a seat (by its number) learned of an entry; `broughtBy` is the number of a dispatch. */
export function learned(seat: number, hours: number, broughtBy = -1): RecordedLearn {
  return {
    id: '',
    seat,
    time: recordedAt(hours),
    channel: -1,
    via: 'word of mouth',
    broughtBy,
    aspect: '',
    cites: [],
  };
}

const BASE = {
  cites: [],
  basis: 'page',
  note: '',
  causes: [],
  guard: null,
  set: [],
  learn: [],
} as const;

/**
 * A letter of the record from seat to seat (by number), sent and arrived at hours, over channel 0.
 */
export function recordedLetter(
  id: string,
  [from, sent]: readonly [number, number],
  [to, arrived]: readonly [number, number],
  more: Partial<DispatchEntry> & { readonly answers?: readonly [number, Answer] } = {},
): DispatchEntry {
  const { answers, ...rest } = more;
  return {
    ...BASE,
    type: 'dispatch',
    id,
    title: id,
    time: recordedAt(sent),
    from,
    to: [to],
    kind: 'private letter',
    public: false,
    letter: -1,
    tone: '',
    text: `the text of ${id}`,
    path: '',
    terms: { give: [], ask: [], linkage: [], refuses: [], lapses: -1 },
    repliesTo: answers?.[0] ?? -1,
    answer: answers?.[1] ?? 'none',
    legs: [recordedLeg([from, sent], [to, arrived])],
    ...rest,
  };
}

/** One leg of a recorded letter from seat to seat. */
export function recordedLeg(
  [from, sent]: readonly [number, number],
  [to, arrived]: readonly [number, number],
  more: Pick<RecordedLeg, 'lost'> & Partial<Pick<RecordedLeg, 'from' | 'to' | 'reads'>> = {},
): RecordedLeg {
  return {
    route: 0,
    channel: 0,
    from: { type: 'seat', seat: from },
    to: { type: 'seat', seat: to },
    sent: recordedAt(sent),
    arrived: recordedAt(arrived),
    reads: true,
    receipt: false,
    parts: 1,
    note: '',
    firstPart: false,
    losesCondition: false,
    ...more,
  };
}

/** An incident of the record. */
export function recordedIncident(
  id: string,
  hours: number,
  more: Partial<IncidentEntry> = {},
): IncidentEntry {
  return {
    ...BASE,
    type: 'incident',
    id,
    title: id,
    time: recordedAt(hours),
    place: 0,
    kind: 'accidental',
    text: `what happened at ${id}`,
    standsFor: -1,
    ...more,
  };
}

/** A posture of the record, by side 0. */
export function recordedPosture(
  id: string,
  hours: number,
  more: Partial<PostureEntry> = {},
): PostureEntry {
  return {
    ...BASE,
    type: 'posture',
    id,
    title: id,
    time: recordedAt(hours),
    side: 0,
    actor: 'the guard',
    posture: 'watch',
    from: 'none',
    to: 'kept',
    standsFor: -1,
    ...more,
  };
}

/** An obligation of the record, of side 1 to side 0. */
export function recordedObligation(
  id: string,
  hours: number,
  more: Partial<ObligationEntry> = {},
): ObligationEntry {
  return {
    ...BASE,
    type: 'obligation',
    id,
    title: id,
    time: recordedAt(hours),
    obligor: 1,
    beneficiaries: [0],
    text: `the words of ${id}`,
    act: -1,
    madeIn: -1,
    condition: '',
    due: null,
    performed: null,
    verified: null,
    breached: null,
    released: null,
    verification: '',
    status: '',
    ...more,
  };
}

/** A dispute of the record between sides 0 and 1. */
export function recordedDispute(
  id: string,
  hours: number,
  more: Partial<DisputeEntry> = {},
): DisputeEntry {
  return {
    ...BASE,
    type: 'dispute',
    id,
    title: id,
    time: recordedAt(hours),
    parties: [0, 1],
    about: 'scope',
    obligation: -1,
    issue: `what ${id} is about`,
    positions: [],
    closed: null,
    outcome: '',
    ...more,
  };
}
