import { childIdentity } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { takeDispatch } from '../letters/dispatch-pool.js';
import type { Dispatch } from '../letters/dispatch.js';
import { departRecorded } from '../letters/recorded-departure.js';
import { noteSent } from '../letters/sending.js';
import { markAnswerSent, openOffer, settleAsRecorded } from '../bargain/offers.js';
import { noteSentLetter } from '../meetings/row.js';
import type { DecisionEntry, DispatchEntry, Entry, PostureEntry } from '../parts/record.js';
import { rankOf } from '../plan.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { applyEffects } from '../world/tracks.js';
import { markDirty } from '../world/tracks.js';
import { scheduleLearning } from './entry-learning.js';
import { closeDispute, enterDispute, enterObligation, stageObligation } from './entry-bargains.js';
import type { PlannedLeg } from './delivery.js';
import type { RecordRules } from './branch.js';
import { entryStart, isDropped } from './branch.js';
import { DROPPED, HAPPENED, OVERTAKEN, PENDING } from './entry-status.js';
import { note } from './log.js';
import { dispatchFor, hasHappened } from './stand-ins.js';
import { EFFECT, traceEffect } from './trace-log.js';
import { citations, holderName, recordedSpan } from './naming.js';

/** Puts the record into the schedule; what the branch drops is left out. */
export function openRecord(state: State, rules: RecordRules): void {
  state.record.forEach((entry, index) => {
    const at = entryStart(entry).placed;
    if (isDropped(entry, rules)) {
      state.entryStatus[index] = DROPPED;
      return;
    }
    state.readsFirst[index] = readsFirst(entry, state.program.entries) ? 1 : 0;
    scheduleEntry(state, index, TASK.entry, at, 0);
    stages(entry).forEach((time, stage) => {
      if (time !== null) scheduleEntry(state, index, TASK['entry stage'], time.placed, stage);
    });
  });
}

/** What of the record is still to come, under the program that holds from the branch on, counts. */
export function recountHeldOff(state: State): void {
  state.heldOff.fill(0);
  state.program.entries.forEach((entry, index) => {
    const incident = heldIncident(entry);
    if (incident >= 0 && state.entryStatus[index] === PENDING) state.heldOff[incident]!++;
  });
}

function stages(entry: Entry): readonly ({ readonly placed: number } | null)[] {
  if (entry.type === 'obligation') {
    return [entry.performed, entry.verified, entry.breached, entry.released];
  }
  return entry.type === 'dispute' ? [entry.closed] : [];
}

function heldIncident(entry: Entry): number {
  return entry.type === 'incident' ? entry.standsFor : -1;
}

function scheduleEntry(state: State, index: number, task: number, at: number, stage: number): void {
  const { entryId } = state.plan;
  childIdentity(entryId[2 * index]!, entryId[2 * index + 1]!, task, stage);
  const rank = rankOf(state.plan, state.program.entries[index]!.id);
  push(state.schedule, at, 0, task, rank, word[0]!, word[1]!, index, stage, 0);
}

/** An entry's time has come: it happens, or is overtaken by what has become of the world (R26). */
export function runEntry(state: State, index: number): void {
  const entry = state.program.entries[index]!;
  const incident = heldIncident(entry);
  // Before a branch the record holds every incident off; from it on, each that is still to come.
  if (incident >= 0 && !state.recordHolds) {
    state.heldOff[incident]!--;
    markDirty(state, incident);
  }
  describe(state, entry);
  const because = obstacle(state, entry, index);
  if (because !== null) {
    state.entryStatus[index] = OVERTAKEN;
    if (state.trace !== null) traceEffect(state.trace, EFFECT.entry, index, OVERTAKEN);
    if (state.log !== null) note(state.log, { type: 'overtaken', entry: entry.id, because });
    return;
  }
  state.entryStatus[index] = HAPPENED;
  if (state.trace !== null) traceEffect(state.trace, EFFECT.entry, index, HAPPENED);
  if (state.log !== null) note(state.log, { type: 'entry', entry: entry.id, stage: 'happens' });
  if (!applyEffects(state, state.plan.entrySet[index]!)) return;
  happen(state, entry, index);
  scheduleLearning(state, entry, index);
}

function happen(state: State, entry: Entry, index: number): void {
  switch (entry.type) {
    case 'dispatch':
      return sendRecorded(state, entry, index);
    case 'posture':
      return notePosture(state, entry);
    case 'decision':
      return noteDecision(state, entry);
    case 'obligation':
      return enterObligation(state, entry, index);
    case 'dispute':
      return enterDispute(state, entry, index);
    case 'incident':
      return;
  }
}

/** A later stage of an obligation or a dispute of the record. */
export function runStage(state: State, index: number, stage: number): void {
  const entry = state.program.entries[index]!;
  if (state.entryStatus[index] !== HAPPENED) return;
  if (state.log !== null) {
    state.log.details = { title: entry.title, cites: citations(state.program, entry.cites) };
  }
  if (entry.type === 'obligation') stageObligation(state, entry, index, stage);
  if (entry.type === 'dispute') closeDispute(state, entry, index);
}

/** Why an entry cannot happen as recorded, in words, or null. */
function obstacle(state: State, entry: Entry, index: number): string | null {
  for (const cause of entry.causes) {
    if (!hasHappened(state, cause)) return missing(state, cause);
  }
  if (entry.type === 'dispatch' && entry.repliesTo >= 0) {
    const unread = unreadLetter(state, entry, index);
    if (unread !== null) return unread;
  }
  if (entry.type === 'obligation' && entry.madeIn >= 0) {
    if (state.entryStatus[entry.madeIn] !== HAPPENED) return missing(state, entry.madeIn);
  }
  if (entry.type === 'dispute' && entry.obligation >= 0) {
    // It may be older than the form that the record gives to the obligation, but not do without it.
    const about = state.entryStatus[entry.obligation];
    if (about === OVERTAKEN || about === DROPPED) return missing(state, entry.obligation);
  }
  const guard = state.plan.entryGuard[index]!;
  return guard !== null && guard(state.world) === 0 ? 'its condition does not hold' : null;
}

function missing(state: State, cause: number): string {
  return `${state.program.entries[cause]!.id} has not happened`;
}

/** A reply needs the letter that it answers: sent, and read where the record has it read before. */
function unreadLetter(state: State, reply: DispatchEntry, index: number): string | null {
  if (!hasHappened(state, reply.repliesTo)) return missing(state, reply.repliesTo);
  const { id } = state.program.entries[reply.repliesTo]!;
  const d = state.dispatches[dispatchFor(state, reply.repliesTo)]!;
  const unread = state.readsFirst[index] === 1 && !d.readers.includes(reply.from);
  return unread ? `${id} has not reached its reader` : null;
}

/** Whether the record has the writer of a reply read the letter before it writes. */
function readsFirst(entry: Entry, entries: readonly Entry[]): boolean {
  if (entry.type !== 'dispatch' || entry.repliesTo < 0) return false;
  const letter = entries[entry.repliesTo] as DispatchEntry;
  return letter.legs.some(
    ({ to, reads, arrived }) =>
      reads && to.type === 'seat' && to.seat === entry.from && arrived.placed < entry.time.placed,
  );
}

function describe(state: State, entry: Entry): void {
  if (state.log === null) return;
  const { program } = state;
  const text = 'text' in entry ? entry.text : '';
  const place = entry.type === 'incident' ? program.places[entry.place]!.name : undefined;
  state.log.details = {
    span: recordedSpan(program, entry.time),
    title: entry.title,
    ...(text === '' ? {} : { text }),
    ...(place === undefined ? {} : { place }),
    cites: citations(program, entry.cites),
    basis: entry.basis,
    ...(entry.note === '' ? {} : { note: entry.note }),
  };
}

function noteDecision(state: State, entry: DecisionEntry): void {
  if (state.log === null) return;
  const { body, text, advice, seat } = entry;
  const { name } = state.program.seats[seat]!;
  note(state.log, { type: 'decision', seat: name, body, text, advice });
}

function notePosture(state: State, entry: PostureEntry): void {
  if (state.log === null) return;
  const { actor, posture, from, to } = entry;
  note(state.log, { type: 'posture', actor, posture, from, to });
}

function sendRecorded(state: State, entry: DispatchEntry, index: number): void {
  const d = takeDispatch(state);
  childIdentity(state.plan.entryId[2 * index]!, state.plan.entryId[2 * index + 1]!, 0, 0);
  d.idHi = word[0]!;
  d.idLo = word[1]!;
  fill(state, d, entry, index);
  state.entryDispatch[index] = d.index;
  state.named.set(d.id, d.index);
  state.lastDispatch = state.now;
  state.endingsDue = true;
  if (state.log !== null) {
    noteSent(state, d, recordedPlan(state, entry), recordedSpan(state.program, entryStart(entry)));
  }
  noteSentLetter(state, d.from, d.letter);
  openOffer(state, d);
  answerRecorded(state, d);
  departRecorded(state, d, entry);
}

/** A recorded answer counts as sent from here on, so that a seat's own can cross it (R17, R26). */
function answerRecorded(state: State, d: Dispatch): void {
  if (d.repliesTo < 0) return;
  const offer = state.dispatches[d.repliesTo]!;
  markAnswerSent(state, offer, d.from, d.answer);
  if (d.from === offer.from) settleAsRecorded(state, offer, d.answer);
}

function fill(state: State, d: Dispatch, entry: DispatchEntry, index: number): void {
  d.id = entry.id;
  d.name = entry.title;
  d.letter = entry.letter;
  d.from = entry.from;
  d.to = entry.to;
  d.kind = entry.kind;
  d.public = entry.public;
  d.terms = entry.terms;
  d.text = entry.text;
  d.tone = entry.tone;
  d.cites = state.log === null ? [] : citations(state.program, entry.cites);
  d.sentAt = entry.time.placed;
  d.sent = state.log === null ? null : recordedSpan(state.program, entry.time);
  d.repliesTo = entry.repliesTo < 0 ? -1 : dispatchFor(state, entry.repliesTo);
  d.answer = entry.answer;
  d.entry = index;
  d.audienceCost = entry.legs.reduce((most, { channel }) => {
    const cost = state.program.channels[channel]!.audienceCost;
    return cost > most ? cost : most;
  }, 0);
}

function recordedPlan(state: State, entry: DispatchEntry): PlannedLeg[] {
  const { program } = state;
  const numbers = new Map<number, number>();
  return entry.legs.map(({ route, channel, from, to }) => {
    const leg = numbers.get(route) ?? 0;
    numbers.set(route, leg + 1);
    return {
      route,
      leg,
      channel: program.channels[channel]!.name,
      from: holderName(program, from),
      to: holderName(program, to),
    };
  });
}
