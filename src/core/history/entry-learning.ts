import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { disputeBody, obligationBody } from '../bargain/obligation-words.js';
import { dropBody, takeBody } from '../knowledge/bodies.js';
import { learnTrack } from '../knowledge/picture.js';
import { moveTrust } from '../knowledge/trust.js';
import { callByDispatch, callByReport } from '../meetings/agenda.js';
import { noteDone, noteRead } from '../meetings/row.js';
import { dispatchBody } from '../letters/dispatch-words.js';
import type { Entry, RecordedLearn } from '../parts/record.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { tellObligationsMadeBy } from './entry-bargains.js';
import type { Item } from './delivery.js';
import { noteDelivery } from './log.js';
import { citations, readings, recordedSpan } from './naming.js';

/** News that a letter brings is told after the letter itself has been read in the same instant. */
const AFTER_READING = 8;

/** Puts what the record says of who learned of an entry into the schedule (R11, R26). */
export function scheduleLearning(state: State, entry: Entry, index: number): void {
  const { learn } = state.record[index]!;
  if (learn.length === 0) return;
  const tracks = state.plan.entrySet[index]!.tracks;
  const body = takeBody(state, tracks, null, null);
  state.bodies[body]!.asOf = entry.time.placed;
  state.entryBody[index] = body;
  // With a branch ahead, news after it comes as the changed program has it.
  learn.forEach(({ seat, time, broughtBy }, i) => {
    const wait = time.placed > state.now ? time.placed - state.now : 0;
    const step = (wait === 0 ? state.step + 1 : 0) + (broughtBy >= 0 ? AFTER_READING : 0);
    learnIdentity(state, index, seat, i);
    state.bodies[body]!.refs++;
    const rank = state.plan.seatRank[seat]!;
    const at = state.now + wait;
    push(state.schedule, at, step, TASK.learn, rank, word[0]!, word[1]!, index, i, body);
  });
}

function learnIdentity(state: State, index: number, seat: number, ordinal: number): void {
  const { entryId, seatHash } = state.plan;
  childIdentity(entryId[2 * index]!, entryId[2 * index + 1]!, seatHash[seat]!, ordinal);
}

/** A seat learns of an entry, unless the letter that brought the news never reached it. */
export function learnEntry(
  state: State,
  index: number,
  learnIndex: number,
  bodyIndex: number,
  idHi: number,
  idLo: number,
): void {
  const entry = state.program.entries[index]!;
  const learn = state.record[index]!.learn[learnIndex]!;
  const body = state.bodies[bodyIndex]!;
  if (isBrought(state, learn)) {
    const whole = learn.aspect === '';
    const told = whole ? body.tracks.length : 0;
    for (let i = 0; i < told; i++) {
      learnTrack(state, learn.seat, body.tracks[i]!, body.values[i]!, body.asOf);
    }
    if (state.log !== null) {
      const { program } = state;
      noteDelivery(state.log, {
        seat: program.seats[learn.seat]!.name,
        learned: recordedSpan(program, learn.time),
        report: learn.id === '' ? identityText(idHi, idLo) : learn.id,
        via: learn.via === '' ? 'own' : learn.via,
        ...(learn.broughtBy < 0 ? {} : { broughtBy: program.entries[learn.broughtBy]!.id }),
        item: itemOf(state, entry, index, learn, whole ? body : null),
      });
    }
    if (whole && entry.type === 'dispatch') holdText(state, index, learn);
    if (whole) feelProvoked(state, entry, learn.seat);
    if (whole) call(state, entry, learn, idHi, idLo);
  }
  dropBody(state, bodyIndex);
}

/** News of what the record lets happen provokes as its chance or its act would (R21, R26). */
function feelProvoked(state: State, entry: Entry, seat: number): void {
  const { acts, incidents, seats } = state.program;
  const { side } = seats[seat]!;
  if (entry.type === 'incident' && entry.standsFor >= 0) {
    const { blames } = incidents[entry.standsFor]!;
    if (blames !== side) moveTrust(state, seat, blames, 'provocation');
  }
  if (entry.type === 'posture' && entry.standsFor >= 0) {
    const { provokes } = acts[entry.standsFor]!;
    if (provokes === side) moveTrust(state, seat, entry.side, 'provocation');
  }
}

/** News of the record calls meetings as the same news of chance or of an order would. */
function call(state: State, entry: Entry, learn: RecordedLearn, idHi: number, idLo: number): void {
  const { seat, channel } = learn;
  switch (entry.type) {
    case 'dispatch':
      if (state.program.seats[entry.from]!.side !== state.program.seats[seat]!.side) {
        callByDispatch(state, seat, idHi, idLo);
      }
      return;
    case 'incident':
      return callByReport(state, seat, 'incident', entry.standsFor, idHi, idLo);
    case 'posture':
      if (entry.standsFor < 0) return;
      noteDone(state, seat, entry.standsFor, -1, entry.side, channel);
      return callByReport(state, seat, 'act', entry.standsFor, idHi, idLo);
    case 'decision':
    case 'obligation':
    case 'dispute':
      return;
  }
}

/** Who learns the whole of a letter by other ways than its legs holds its text from then on. */
function holdText(state: State, index: number, learn: RecordedLearn): void {
  const d = state.dispatches[state.entryDispatch[index]!]!;
  if (d.readers.includes(learn.seat)) return;
  d.readers.push(learn.seat);
  noteRead(state, d, learn.seat, null);
  tellObligationsMadeBy(state, d, learn.seat, learn.time);
}

function isBrought(state: State, learn: RecordedLearn): boolean {
  if (learn.broughtBy < 0) return true;
  const d = state.dispatches[state.entryDispatch[learn.broughtBy]!];
  return d !== undefined && (d.from === learn.seat || d.readers.includes(learn.seat));
}

function itemOf(
  state: State,
  entry: Entry,
  index: number,
  learn: RecordedLearn,
  body: { readonly tracks: readonly number[]; readonly values: Float64Array } | null,
): Item {
  const { program } = state;
  if (learn.aspect === '' && entry.type === 'obligation') {
    const o = state.obligations[state.entryObligation[index]!]!;
    return { type: 'obligation', obligation: obligationBody(state, o), status: 'owed' };
  }
  if (learn.aspect === '' && entry.type === 'dispute') {
    const dispute = state.disputes[state.entryDispute[index]!]!;
    return { type: 'dispute', dispute: disputeBody(state, dispute, learn.seat), status: 'opened' };
  }
  if (entry.type === 'decision' && learn.seat === entry.seat) {
    const { id, body: council, text, advice } = entry;
    return { type: 'decision', id, body: council, text, advice };
  }
  const made = state.entryDispatch[index]!;
  if (entry.type === 'dispatch' && learn.aspect === '' && made >= 0) {
    return { type: 'dispatch', dispatch: dispatchBody(state, state.dispatches[made]!, null) };
  }
  const cites = citations(program, [...entry.cites, ...learn.cites]);
  return {
    type: 'report',
    of: { kind: entry.type, name: entry.title, id: entry.id },
    occurred: recordedSpan(program, entry.time),
    tracks: body === null ? [] : readings(program, body.tracks, body.values),
    text: learn.aspect !== '' ? learn.aspect : wordsOf(entry),
    ...(learn.aspect === '' ? {} : { aspect: learn.aspect }),
    cites: [...new Set(cites)],
  };
}

/** What news of an entry says. */
function wordsOf(entry: Entry): string {
  switch (entry.type) {
    case 'posture':
      return `${entry.actor}: ${entry.posture}, ${entry.from} to ${entry.to}`;
    case 'dispute':
      return entry.issue;
    case 'dispatch':
    case 'incident':
    case 'decision':
    case 'obligation':
      return entry.text;
  }
}
