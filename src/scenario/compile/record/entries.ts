import type {
  DecisionEntry,
  DispatchEntry,
  EntryBase,
  IncidentEntry,
  PostureEntry,
} from '../../../core/parts/record.js';
import { TRUTH } from '../../expressions/scope.js';
import { inside, type Spot } from '../../reading/source-file.js';
import type {
  DecisionRow,
  DispatchRow,
  EntryRow,
  IncidentEntryRow,
  PostureRow,
} from '../../schema/record-schema.js';
import { optionalExpression, titleOf } from '../compilation.js';
import { compileEffects } from '../events.js';
import { optionalName } from '../names.js';
import { compileTerms } from '../terms.js';
import { compileLearning } from './learning.js';
import { readingBy } from './legs.js';
import { citationsAt, entryAt, type RecordContext } from './record-context.js';
import type { Slot } from './timeline.js';

/** The kinds of entry that `after` may name: all. */
const ANY = ['dispatch', 'incident', 'decision', 'posture', 'obligation', 'dispute'] as const;

/** A cause comes before what it causes. */
export const CAUSAL_GAP = 1;

/** What every entry has. `causes` are those that its own fields imply, beside `after`. */
export function compileBase(
  rc: RecordContext,
  id: string,
  row: EntryRow,
  slot: Slot,
  causes: readonly number[],
  spot: Spot,
): EntryBase {
  const after = (row.after ?? []).map((cause, i) =>
    entryAt(rc, cause, ANY, inside(spot, 'after', i)),
  );
  for (const [i, cause] of after.entries()) {
    const before = rc.times.get(cause);
    if (row.after?.[i] === id) rc.report(inside(spot, 'after', i), 'own-cause', id);
    else if (before !== undefined) rc.timeline.order(before, slot, CAUSAL_GAP);
  }
  const all = new Set([...after, ...causes].filter((cause) => cause >= 0));
  const cites = citationsAt(rc, row.cites, inside(spot, 'cites'));
  return {
    id,
    title: row.title ?? id,
    time: slot.time,
    cites,
    basis: row.basis ?? rc.sources[cites[0]?.source ?? -1]?.basis ?? 'recall',
    note: row.note ?? '',
    causes: [...all].toSorted((a, b) => a - b),
    guard: optionalExpression(rc, row.when, inside(spot, 'when'), TRUTH, 'guard'),
    set: compileEffects(rc, row.set, inside(spot, 'set')),
    learn: compileLearning(rc, row.learn, { id, slot }, inside(spot, 'learn')),
  };
}

/** A dispatch of the record with its legs, its terms and what it answers (R14, R16). */
export function compileDispatch(
  rc: RecordContext,
  id: string,
  row: DispatchRow,
  to: readonly number[],
  slot: Slot,
  spot: Spot,
): DispatchEntry {
  const repliesTo = entryAt(rc, row.replies_to, ['dispatch'], inside(spot, 'replies_to'));
  const { sender, legs } = rc.journeys.get(rc.ids.get(id)?.index ?? -1)!;
  if (row.replies_to === id) rc.report(inside(spot, 'replies_to'), 'own-cause', id);
  else orderReply(rc, repliesTo, sender, slot);
  if (row.answer !== undefined && row.answer !== 'none' && row.replies_to === undefined) {
    rc.report(inside(spot, 'answer'), 'answer-to-nothing');
  }
  const isPublic =
    row.public ?? legs.some(({ leg }) => rc.channels[leg.channel]?.private === false);
  return {
    type: 'dispatch',
    ...compileBase(rc, id, row, slot, [repliesTo], spot),
    from: sender,
    to,
    kind: row.kind ?? (isPublic ? 'public statement' : 'private letter'),
    public: isPublic,
    letter: optionalName(rc.names, 'letter', row.letter, inside(spot, 'letter')),
    tone: row.tone ?? '',
    text: row.text ?? '',
    path: row.path ?? '',
    terms: compileTerms(rc, row, { from: sender, to, seats: rc.seats, acts: rc.acts }, spot),
    repliesTo,
    answer: row.answer ?? 'none',
    legs: legs.map(({ leg }) => leg),
  };
}

/**
 * A reply follows the reading of what it answers, unless it was surely sent before that reading.
 */
function orderReply(rc: RecordContext, repliesTo: number, sender: number, sent: Slot): void {
  const answered = rc.journeys.get(repliesTo);
  if (answered === undefined) return;
  rc.timeline.order(answered.sent, sent, CAUSAL_GAP);
  const reading = readingBy(answered, sender);
  if (reading === null) return;
  const known = reading.estimatedFrom === null;
  if (known && reading.written.earliest > sent.written.latest) return;
  rc.timeline.order(reading, sent, CAUSAL_GAP);
}

/** An incident of the record, and the random incident that rests while it is pending (R26). */
export function compileIncidentEntry(
  rc: RecordContext,
  id: string,
  row: IncidentEntryRow,
  slot: Slot,
  spot: Spot,
): IncidentEntry {
  const place = row.place ?? slot.time.place;
  return {
    type: 'incident',
    ...compileBase(rc, id, row, slot, [], spot),
    place: optionalName(rc.names, 'place', place, inside(spot, 'place')),
    kind: row.kind,
    text: row.text ?? '',
    standsFor: optionalName(rc.names, 'incident', row.stands_for, inside(spot, 'stands_for')),
  };
}

/** The seat that decides knows of it at once, whether or not the row says so. */
export function compileDecision(
  rc: RecordContext,
  id: string,
  row: DecisionRow,
  slot: Slot,
  spot: Spot,
): DecisionEntry {
  const seat = rc.names.at('seat', row.seat, inside(spot, 'seat'));
  const base = compileBase(rc, id, row, slot, [], spot);
  const told = base.learn.some((learn) => learn.seat === seat && learn.aspect === '');
  const itself = {
    id: '',
    seat,
    time: slot.time,
    channel: -1,
    via: '',
    broughtBy: -1,
    aspect: '',
    cites: [],
  };
  return {
    type: 'decision',
    ...base,
    learn: told ? base.learn : [itself, ...base.learn],
    seat,
    body: row.body ?? rc.seats[seat]?.title ?? titleOf(row.seat),
    text: row.text,
    advice: row.advice ?? [],
  };
}

/** A posture of the record, and the act that it stands for. */
export function compilePosture(
  rc: RecordContext,
  id: string,
  row: PostureRow,
  slot: Slot,
  spot: Spot,
): PostureEntry {
  return {
    type: 'posture',
    ...compileBase(rc, id, row, slot, [], spot),
    side: rc.names.at('side', row.side, inside(spot, 'side')),
    actor: row.actor ?? titleOf(row.side),
    posture: row.posture,
    from: row.from ?? '',
    to: row.to,
    standsFor: optionalName(rc.names, 'act', row.stands_for, inside(spot, 'stands_for')),
  };
}
