import type { Call } from '../parts/doctrine.js';
import { childIdentity } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { word } from '../chance/threefry.js';
import { draw, drawDelay } from '../draws.js';
import type { Subject } from '../plan.js';
import { PURPOSE } from '../purposes.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { fitOptions } from './minds.js';

/** Names of the identities of meetings: by the calendar below a seat, called below a report. */
const REGULAR = nameHash('meeting');
const CALLED = nameHash('called meeting');

const TWO_TO_32 = 4_294_967_296;

/**
 * A doctrine takes a seat: its options' periods get their phases, and it meets from now on. Its
 * first regular meeting is the first of its calendar that is not past.
 */
export function takeSeat(state: State, seat: number, doctrine: number): void {
  state.player[seat] = doctrine;
  fitOptions(state.minds, state.plan);
  const { minds, plan } = state;
  const { optionId, doctrine: words } = plan.doctrines[doctrine]!;
  for (let i = 0; i < words.options.length; i++) {
    const u = draw(state, PURPOSE.phase, optionId[2 * i]!, optionId[2 * i + 1]!);
    minds.phase[seat * minds.stride + i] = u * words.period;
  }
  const { first, every } = words;
  const past = state.now - first;
  const at = past <= 0 ? first : first + Math.ceil(past / every) * every;
  scheduleRegular(state, seat, doctrine, at);
}

/** The regular meeting after this one. */
export function scheduleNext(state: State, seat: number, doctrine: number): void {
  scheduleRegular(state, seat, doctrine, state.now + state.program.doctrines[doctrine]!.every);
}

/** A regular meeting's identity is its instant, folded in as two words (R3). */
function scheduleRegular(state: State, seat: number, doctrine: number, at: number): void {
  if (at > state.program.closes) return;
  const { seatId } = state.plan;
  const high = Math.floor(at / TWO_TO_32);
  childIdentity(seatId[2 * seat]!, seatId[2 * seat + 1]!, REGULAR, high);
  childIdentity(word[0]!, word[1]!, REGULAR, at - high * TWO_TO_32);
  pushMeeting(state, seat, doctrine, at, state.step, word[0]!, word[1]!, 1);
}

/** A dispatch of another side was read, under this report: it may call a meeting. */
export function callByDispatch(
  state: State,
  seat: number,
  reportHi: number,
  reportLo: number,
): void {
  const doctrine = state.player[seat]!;
  if (doctrine < 0) return;
  callMeeting(state, seat, state.plan.doctrines[doctrine]!.dispatchCall, reportHi, reportLo);
}

/** A report of an event has arrived: it may call a meeting. */
export function callByReport(
  state: State,
  seat: number,
  kind: Subject['kind'],
  index: number,
  reportHi: number,
  reportLo: number,
): void {
  const doctrine = state.player[seat]!;
  if (doctrine < 0 || index < 0) return;
  callMeeting(state, seat, callOf(state, doctrine, kind, index), reportHi, reportLo);
}

/** Told apart by hand: a member looked up by a name that varies is slow to find. */
function callOf(state: State, doctrine: number, kind: Subject['kind'], index: number): Call | null {
  const { act, incident, routine } = state.plan.doctrines[doctrine]!.calls;
  if (kind === 'act') return act[index]!;
  if (kind === 'incident') return incident[index]!;
  return kind === 'routine' ? routine[index]! : null;
}

/** The meeting that a report called has its identity from it, and so has the draw of its hour. */
function callMeeting(
  state: State,
  seat: number,
  call: Call | null,
  reportHi: number,
  reportLo: number,
): void {
  if (call === null) return;
  childIdentity(reportHi, reportLo, CALLED, state.plan.seatHash[seat]!);
  const idHi = word[0]!;
  const idLo = word[1]!;
  const wait = drawDelay(state, call.within, PURPOSE.call, idHi, idLo);
  const at = state.now + wait;
  if (at > state.program.closes) return;
  pushMeeting(state, seat, state.player[seat]!, at, state.step + 1, idHi, idLo, 0);
}

/** `step` is the microstep of a meeting at this very instant. */
function pushMeeting(
  state: State,
  seat: number,
  doctrine: number,
  at: number,
  step: number,
  idHi: number,
  idLo: number,
  regular: 0 | 1,
): void {
  const rank = state.plan.seatRank[seat]!;
  const microstep = at === state.now ? step : 0;
  push(state.schedule, at, microstep, TASK.meeting, rank, idHi, idLo, seat, doctrine, regular);
}
