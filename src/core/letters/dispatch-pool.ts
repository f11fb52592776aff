import type { Holder } from '../parts/letters.js';
import type { State } from '../state.js';
import type { Bargain, Dispatch, Leg } from './dispatch.js';
import { NO_TERMS } from './dispatch.js';

const NO_CITES: readonly string[] = [];

/** Takes the next dispatch record of the run's pool, emptied. */
export function takeDispatch(state: State): Dispatch {
  const index = state.dispatchTotal++;
  let d = state.dispatches[index];
  if (d === undefined) {
    d = emptyDispatch(index);
    state.dispatches.push(d);
    return d;
  }
  // Emptied one by one: cutting a list to length 0 throws its memory away.
  while (d.readers.length > 0) d.readers.pop();
  while (d.bargains.length > 0) state.spareBargains.push(d.bargains.pop()!);
  while (d.recalledAt.length > 0) d.recalledAt.pop();
  d.letter = -1;
  d.terms = NO_TERMS;
  d.text = '';
  d.tone = '';
  d.cites = NO_CITES;
  d.sent = null;
  d.repliesTo = -1;
  d.answer = 'none';
  d.speech = 'none';
  d.target = -1;
  d.outcome = 'left open';
  d.replacement = -1;
  d.sealedUntil = Number.NEGATIVE_INFINITY;
  d.held = false;
  d.lostToControl = false;
  d.entry = -1;
  d.audienceCost = 0;
  d.retreated = false;
  d.retreatKnown = false;
  d.withdrawalSent = -1;
  return d;
}

function emptyDispatch(index: number): Dispatch {
  return {
    index,
    idHi: 0,
    idLo: 0,
    id: '',
    name: '',
    letter: -1,
    from: 0,
    to: [],
    kind: 'private letter',
    public: false,
    terms: NO_TERMS,
    text: '',
    tone: '',
    cites: NO_CITES,
    sentAt: 0,
    sent: null,
    repliesTo: -1,
    answer: 'none',
    speech: 'none',
    target: -1,
    outcome: 'left open',
    replacement: -1,
    sealedUntil: Number.NEGATIVE_INFINITY,
    held: false,
    recalledAt: [],
    lostToControl: false,
    entry: -1,
    audienceCost: 0,
    retreated: false,
    retreatKnown: false,
    readers: [],
    withdrawalSent: -1,
    bargains: [],
  };
}

/** Adds an offeree's side of a dispatch's offer: open (R16). */
export function addBargain(state: State, d: Dispatch, offeree: number): void {
  const bargain = state.spareBargains.pop() ?? emptyBargain();
  bargain.offeree = offeree;
  bargain.status = 'open';
  bargain.acceptSent = -1;
  bargain.withdrawalRead = -1;
  bargain.answered = false;
  bargain.leftUntil = Number.NEGATIVE_INFINITY;
  d.bargains.push(bargain);
}

function emptyBargain(): Bargain {
  return {
    offeree: -1,
    status: 'open',
    acceptSent: -1,
    withdrawalRead: -1,
    answered: false,
    leftUntil: Number.NEGATIVE_INFINITY,
  };
}

/** Takes the next leg record of the run's pool. */
export function takeLeg(state: State, dispatch: number, from: Holder, to: Holder): Leg {
  const index = state.legTotal++;
  let leg = state.legs[index];
  if (leg === undefined) {
    leg = emptyLeg(index, from, to);
    state.legs.push(leg);
  }
  leg.dispatch = dispatch;
  leg.from = from;
  leg.to = to;
  leg.lost = false;
  leg.partsLeft = 0;
  leg.timeShift = 0;
  leg.conditionLost = false;
  leg.recorded = -1;
  leg.waiting = false;
  return leg;
}

function emptyLeg(index: number, from: Holder, to: Holder): Leg {
  return {
    index,
    dispatch: 0,
    route: 0,
    leg: 0,
    path: -1,
    channel: 0,
    from,
    to,
    idHi: 0,
    idLo: 0,
    sentAt: 0,
    arrivesAt: 0,
    lost: false,
    partsLeft: 0,
    timeShift: 0,
    conditionLost: false,
    recorded: -1,
    waiting: false,
  };
}
