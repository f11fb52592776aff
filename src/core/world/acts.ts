import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { draw, drawDelay } from '../draws.js';
import { inspect } from '../bargain/inspections.js';
import { markUnderWay, performByAct } from '../bargain/obligations.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan } from '../history/naming.js';
import { sendReports } from '../knowledge/reports.js';
import { noteEnded } from '../meetings/row.js';
import { PURPOSE } from '../purposes.js';
import { TASK, push } from '../schedule.js';
import type { ActInstance, State } from '../state.js';
import { applyEffects } from './tracks.js';

/** Takes the next act record: the k-th time that this seat orders this act (R3). */
export function takeAct(state: State, seat: number, act: number): number {
  const count = seat * state.program.acts.length + act;
  const k = state.actCount[count]!++;
  const { seatId, actHash } = state.plan;
  childIdentity(seatId[2 * seat]!, seatId[2 * seat + 1]!, actHash[act]!, k);
  const index = state.actTotal++;
  let instance = state.acts[index];
  if (instance === undefined) {
    instance = { act, seat, idHi: 0, idLo: 0, status: 'ordered', answered: false };
    state.acts.push(instance);
  }
  instance.act = act;
  instance.seat = seat;
  instance.idHi = word[0]!;
  instance.idLo = word[1]!;
  instance.status = 'ordered';
  instance.answered = false;
  return index;
}

/** Puts the start of an ordered act into the next microstep. */
export function scheduleStart(state: State, index: number): void {
  const { act, idHi, idLo } = state.acts[index]!;
  const rank = state.plan.actRank[act]!;
  const step = state.step + 1;
  push(state.schedule, state.now, step, TASK['act start'], rank, idHi, idLo, index, 0, 0);
}

/** An act starts: the world's guard is read now, and its completion is set (R9). */
export function startAct(state: State, index: number): void {
  const instance = state.acts[index]!;
  const { act, idHi, idLo } = instance;
  const when = state.plan.actWhen[act]!;
  if (when !== null && when(state.world) === 0) {
    failAct(state, index);
    return;
  }
  instance.status = 'under way';
  noteAct(state, instance);
  markUnderWay(state, act, sideOf(state, instance), 1);
  const wait = drawDelay(state, state.program.acts[act]!.takes, PURPOSE.takes, idHi, idLo);
  const step = wait === 0 ? state.step + 1 : 0;
  const rank = state.plan.actRank[act]!;
  push(state.schedule, state.now + wait, step, TASK['act end'], rank, idHi, idLo, index, 0, 0);
}

function failAct(state: State, index: number): void {
  const instance = state.acts[index]!;
  instance.status = 'failed';
  noteAct(state, instance);
  const { failure } = state.program.acts[instance.act]!;
  const { idHi, idLo, seat } = instance;
  if (failure >= 0 && isLost(state, failure, seat, idHi, idLo)) return;
  const wait =
    failure < 0
      ? 0
      : drawDelay(state, state.program.channels[failure]!.delay, PURPOSE.delay, idHi, idLo);
  const step = wait === 0 ? state.step + 1 : 0;
  const rank = state.plan.seatRank[seat]!;
  push(state.schedule, state.now + wait, step, TASK.outcome, rank, idHi, idLo, index, failure, 0);
}

function isLost(state: State, channel: number, seat: number, idHi: number, idLo: number): boolean {
  const { loss, name } = state.program.channels[channel]!;
  if (loss === 0 || draw(state, PURPOSE.loss, idHi, idLo) >= loss) return false;
  if (state.log !== null) {
    const { name: orderer } = state.program.seats[seat]!;
    note(state.log, { type: 'report lost', seat: orderer, channel: name });
  }
  return true;
}

/** The orderer hears that its act could not be started. */
export function deliverFailure(state: State, index: number, channel: number): void {
  const { act, seat, idHi, idLo } = state.acts[index]!;
  noteEnded(state, seat, act);
  if (state.log === null) return;
  const via = channel < 0 ? 'at once' : state.program.channels[channel]!.name;
  tellAct(state, act, seat, idHi, idLo, 'failed', via);
}

/** Tells the seat that ordered an act what has become of it. */
function tellAct(
  state: State,
  act: number,
  seat: number,
  idHi: number,
  idLo: number,
  status: 'failed' | 'completed',
  via: string,
): void {
  childIdentity(idHi, idLo, state.plan.seatHash[seat]!, 1);
  noteDelivery(state.log!, {
    seat: state.program.seats[seat]!.name,
    learned: exactSpan(state.now),
    report: identityText(word[0]!, word[1]!),
    via,
    item: {
      type: 'act',
      act: state.program.acts[act]!.name,
      id: identityText(idHi, idLo),
      status,
      tracks: [],
    },
  });
}

/** An act is completed: effects, reports, what it performs and what it inspects. */
export function endAct(state: State, index: number): void {
  const instance = state.acts[index]!;
  const { act, idHi, idLo, seat } = instance;
  const { title, provokes, verifies } = state.program.acts[act]!;
  const side = sideOf(state, instance);
  instance.status = 'completed';
  noteAct(state, instance);
  if (state.log !== null) state.log.details = { ...state.log.details, title };
  if (!applyEffects(state, state.plan.actSet[act]!)) return;
  markUnderWay(state, act, side, -1);
  performByAct(state, act, side);
  if (verifies >= 0) inspect(state, act, seat, idHi, idLo);
  // Whoever is provoked holds the doer's side responsible.
  sendReports(state, state.plan.actSubject[act]!, provokes >= 0 ? side : -1, idHi, idLo, seat);
  tellEnded(state, instance);
}

/** Who ordered an act, and gets no report of it, is told that it is no longer under way (R11). */
function tellEnded(state: State, { act, seat, idHi, idLo }: ActInstance): void {
  const { learn } = state.plan.actSubject[act]!;
  for (let i = 0; i < learn.length; i++) {
    if (learn[i]!.seat === seat) return;
  }
  noteEnded(state, seat, act);
  if (state.log !== null) tellAct(state, act, seat, idHi, idLo, 'completed', 'at once');
}

/** The side for which an act is done. */
function sideOf(state: State, instance: ActInstance): number {
  return state.program.seats[instance.seat]!.side;
}

/** Logs what an act is doing. */
export function noteAct(state: State, instance: ActInstance): void {
  if (state.log === null) return;
  note(state.log, {
    type: 'act',
    act: state.program.acts[instance.act]!.name,
    id: identityText(instance.idHi, instance.idLo),
    seat: state.program.seats[instance.seat]!.name,
    status: instance.status,
  });
}
