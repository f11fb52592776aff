import { payForRetreat } from '../bargain/audience-cost.js';
import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { draw, drawDelay } from '../draws.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan, holderName, readingSpan } from '../history/naming.js';
import { holderHash } from '../plan.js';
import type { Clause, Holder } from '../parts/letters.js';
import { PURPOSE } from '../purposes.js';
import { TASK } from '../schedule.js';
import type { Task } from '../schedule.js';
import type { State } from '../state.js';
import { takeLeg } from './dispatch-pool.js';
import type { Dispatch, Leg } from './dispatch.js';
import { AT_ONCE, channelName, noteArrival, noteLeg } from './leg-log.js';
import { scheduleLeg } from './leg-queue.js';
import { readDispatch } from './reading.js';
import { recordedArrival, recordedLeg } from './recorded-leg.js';

/** Names of the identities below a leg: its parts, and who gets a stray copy. */
const PART = 1;

const COPY = 2;

/** Sends a dispatch on its way: the first leg of each of its routes. */
export function departRoutes(state: State, d: Dispatch, routes: readonly number[]): void {
  const from = state.plan.seatHolders[d.from]!;
  for (let route = 0; route < routes.length; route++) {
    departLegs(state, d, route, routes[route]!, 0, from, null);
  }
}

/**
 * Says a dispatch to its addressees where no channel lies between: it is heard in the next
 * microstep.
 */
export function departAtOnce(state: State, d: Dispatch): void {
  for (const seat of d.to) {
    const leg = takeLeg(
      state,
      d.index,
      state.plan.seatHolders[d.from]!,
      state.plan.seatHolders[seat]!,
    );
    leg.route = 0;
    leg.leg = 0;
    leg.path = -1;
    leg.channel = AT_ONCE;
    childIdentity(d.idHi, d.idLo, state.plan.seatHash[seat]!, 0);
    leg.idHi = word[0]!;
    leg.idLo = word[1]!;
    leg.sentAt = state.now;
    leg.arrivesAt = state.now;
    scheduleLeg(state, leg, TASK.leg, 0, leg.idHi, leg.idLo, 0);
  }
}

/** The next hand-over of a route: to the next holder, or to each addressee. */
function departLegs(
  state: State,
  d: Dispatch,
  route: number,
  path: number,
  number: number,
  from: Holder,
  before: Leg | null,
): void {
  const { channel, to } = state.program.routes[path]!.legs[number]!;
  const holders = to === null ? d.to.length : 1;
  for (let i = 0; i < holders; i++) {
    const holder = to ?? state.plan.seatHolders[d.to[i]!]!;
    const leg = takeLeg(state, d.index, from, holder);
    leg.route = route;
    leg.leg = number;
    leg.path = path;
    leg.channel = channel;
    childIdentity(d.idHi, d.idLo, holderHash(state.plan, holder), route * 64 + number);
    leg.idHi = word[0]!;
    leg.idLo = word[1]!;
    if (before !== null) {
      leg.timeShift = before.timeShift;
      leg.conditionLost = before.conditionLost;
    }
    depart(state, d, leg);
  }
}

function depart(state: State, d: Dispatch, leg: Leg): void {
  const channel = state.program.channels[leg.channel]!;
  const { idHi, idLo } = leg;
  leg.sentAt = state.now;
  leg.partsLeft = channel.parts - 1;
  leg.lost =
    d.lostToControl || (channel.loss > 0 && draw(state, PURPOSE.loss, idHi, idLo) < channel.loss);
  const wait = drawDelay(state, channel.delay, PURPOSE.delay, idHi, idLo);
  leg.arrivesAt = state.now + wait;
  scheduleLeg(state, leg, TASK.leg, wait, idHi, idLo, 0);
  garble(state, d, leg);
  scheduleStrayCopies(state, d, leg, wait);
  if (state.log === null) return;
  noteLeg(state, d, leg, 'departed', exactSpan(leg.sentAt), exactSpan(leg.arrivesAt));
}

/** Draws what this leg does to the copy that it carries (R11, R15). */
function garble(state: State, d: Dispatch, leg: Leg): void {
  const rules = state.program.channels[leg.channel]!.garble;
  if (rules.chance === 0) return;
  if (draw(state, PURPOSE.garble, leg.idHi, leg.idLo) >= rules.chance) return;
  if (rules.clause && (d.terms.give.some(isConditional) || d.terms.ask.some(isConditional))) {
    leg.conditionLost = true;
  } else {
    const later = draw(state, PURPOSE['garble which way'], leg.idHi, leg.idLo) < 0.5;
    leg.timeShift += later ? rules.time : -rules.time;
  }
}

function isConditional(clause: Clause): boolean {
  return clause.condition !== null;
}

/** Draws who gets a copy that was not meant for them: a leak of a private text, an interception. */
function scheduleStrayCopies(state: State, d: Dispatch, leg: Leg, wait: number): void {
  const channel = state.program.channels[leg.channel]!;
  const { idHi, idLo } = leg;
  const leaks =
    !d.public && channel.leak > 0 && draw(state, PURPOSE.leak, idHi, idLo) < channel.leak;
  if (leaks) {
    const after = drawDelay(state, channel.leakDelay, PURPOSE['leak delay'], idHi, idLo);
    for (const seat of channel.leaksTo) {
      if (seat !== d.from) scheduleCopy(state, leg, 'leak', after, seat);
    }
  }
  for (const { seat, chance } of channel.interceptions) {
    if (seat === d.from) continue;
    childIdentity(idHi, idLo, state.plan.seatHash[seat]!, COPY);
    const taken = draw(state, PURPOSE.interception, word[0]!, word[1]!) < chance;
    if (taken) scheduleCopy(state, leg, 'interception', wait, seat);
  }
}

function scheduleCopy(state: State, leg: Leg, task: Task, wait: number, seat: number): void {
  childIdentity(leg.idHi, leg.idLo, state.plan.seatHash[seat]!, COPY);
  scheduleLeg(state, leg, TASK[task], wait, word[0]!, word[1]!, seat);
}

/** A leg (or one of its parts) reaches its holder. */
export function arriveLeg(state: State, index: number): void {
  const leg = state.legs[index]!;
  const d = state.dispatches[leg.dispatch]!;
  if (leg.lost || d.lostToControl) return noteArrival(state, d, leg, 'lost');
  if (d.recalledAt.includes(holderHash(state.plan, leg.to))) return stopLeg(state, d, leg);
  if (leg.partsLeft > 0) return arrivePart(state, d, leg);
  if (d.held) {
    leg.waiting = true;
    return;
  }
  handOver(state, d, leg);
}

function arrivePart(state: State, d: Dispatch, leg: Leg): void {
  noteArrival(state, d, leg, 'part arrived');
  childIdentity(leg.idHi, leg.idLo, PART, leg.partsLeft);
  leg.partsLeft--;
  const idHi = word[0]!;
  const idLo = word[1]!;
  const { partGap } = state.program.channels[leg.channel]!;
  const wait = drawDelay(state, partGap, PURPOSE.delay, idHi, idLo);
  leg.arrivesAt = state.now + wait;
  scheduleLeg(state, leg, TASK.leg, wait, idHi, idLo, 0);
}

/** Lets every leg go on that waited with its holder for control (see `hold`). */
export function releaseWaiting(state: State, d: Dispatch): void {
  for (let i = 0; i < state.legTotal; i++) {
    const leg = state.legs[i]!;
    if (leg.dispatch !== d.index || !leg.waiting) continue;
    leg.waiting = false;
    leg.arrivesAt = state.now;
    // It may have been lost or recalled while it waited.
    arriveLeg(state, i);
  }
}

/** A recall has overtaken this copy: its holder lays it aside (R14). */
function stopLeg(state: State, d: Dispatch, leg: Leg): void {
  noteArrival(state, d, leg, 'recalled');
  if (state.log === null) return;
  const by = holderName(state.program, leg.to);
  note(state.log, { type: 'dispatch state', dispatch: d.id, status: 'recalled', by });
}

function handOver(state: State, d: Dispatch, leg: Leg): void {
  noteArrival(state, d, leg, leg.conditionLost || leg.timeShift !== 0 ? 'garbled' : 'arrived');
  const recorded = recordedLeg(state, d, leg);
  if (d.speech === 'recall') {
    state.dispatches[d.target]!.recalledAt.push(holderHash(state.plan, leg.to));
  }
  scheduleReceipt(state, leg, recorded === null ? null : recorded.receipt);
  if (leg.to.type === 'seat' && (recorded === null || recorded.reads)) {
    readDispatch(
      state,
      d,
      leg.to.seat,
      leg,
      channelName(state, leg),
      recordedArrival(state, d, leg),
    );
  }
  if (leg.path >= 0 && leg.leg + 1 < state.program.routes[leg.path]!.legs.length) {
    departLegs(state, d, leg.route, leg.path, leg.leg + 1, leg.to, leg);
  }
}

/** The sender learns of a hand-over only where the channel, or the record, says so (R14). */
function scheduleReceipt(state: State, leg: Leg, recorded: boolean | null): void {
  const receipt = leg.channel === AT_ONCE ? null : state.program.channels[leg.channel]!.receipt;
  const told = recorded ?? receipt !== null;
  if (!told) return;
  childIdentity(leg.idHi, leg.idLo, state.plan.seatHash[state.dispatches[leg.dispatch]!.from]!, 0);
  const wait =
    recorded !== null || receipt === null
      ? 0
      : drawDelay(state, receipt, PURPOSE.receipt, word[0]!, word[1]!);
  scheduleLeg(state, leg, TASK.receipt, wait, word[0]!, word[1]!, 0);
}

/** The sender is told that a hand-over was made. */
export function deliverReceipt(state: State, index: number, idHi: number, idLo: number): void {
  if (state.log === null) return;
  const leg = state.legs[index]!;
  const d = state.dispatches[leg.dispatch]!;
  noteDelivery(state.log, {
    seat: state.program.seats[d.from]!.name,
    learned: readingSpan(state.program, state.now, recordedArrival(state, d, leg)),
    report: identityText(idHi, idLo),
    via: channelName(state, leg),
    item: {
      type: 'receipt',
      dispatch: d.id,
      holder: holderName(state.program, leg.to),
      route: leg.route,
      leg: leg.leg,
    },
  });
}

/** A leak or an interception: a seat that was not meant to reads the copy of this leg. */
export function deliverCopy(
  state: State,
  index: number,
  seat: number,
  how: 'leak' | 'interception',
): void {
  const leg = state.legs[index]!;
  const d = state.dispatches[leg.dispatch]!;
  if (d.lostToControl || (how === 'interception' && leg.lost)) return;
  noteArrival(state, d, leg, how === 'leak' ? 'leaked' : 'intercepted');
  if (how === 'leak' && d.answer === 'accept') {
    payForRetreat(state, d.from, state.dispatches[d.repliesTo]!, 'by a leak');
  }
  readDispatch(state, d, seat, leg, how, null);
}
