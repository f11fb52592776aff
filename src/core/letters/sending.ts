import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { openOffer } from '../bargain/offers.js';
import type { PlannedLeg } from '../history/delivery.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan, holderName } from '../history/naming.js';
import { standIn } from '../history/stand-ins.js';
import type { DispatchKind } from '../parts/letters.js';
import { DISPATCH_KINDS } from '../parts/letters.js';
import type { State } from '../state.js';
import { bindPledge, noteSentLetter } from '../meetings/row.js';
import type { Dispatch } from './dispatch.js';
import { isPledge } from './dispatch.js';
import { takeDispatch } from './dispatch-pool.js';
import { dispatchBody } from './dispatch-words.js';
import { departAtOnce, departRoutes } from './legs.js';

/** Takes a dispatch made from a template: the k-th letter of that name from that seat (R3). */
export function takeLetter(state: State, seat: number, letter: number): Dispatch {
  const { name, to, kind, terms, text, routes } = state.program.letters[letter]!;
  const count = seat * state.program.letters.length + letter;
  const k = state.letterCount[count]!++;
  const d = identify(state, seat, state.plan.letterHash[letter]!, k);
  d.name = name;
  d.letter = letter;
  d.to = to;
  d.kind = kind;
  d.terms = terms;
  d.text = text;
  describeRoutes(state, d, routes);
  return d;
}

/** Takes a dispatch written at the table: the k-th of its kind from that seat. */
export function takeWritten(
  state: State,
  seat: number,
  kind: DispatchKind,
  to: readonly number[],
  routes: readonly number[],
): Dispatch {
  const number = DISPATCH_KINDS.indexOf(kind);
  const k = state.kindCount[seat * DISPATCH_KINDS.length + number]!++;
  const d = identify(state, seat, state.plan.kindHash[number]!, k);
  d.name = kind;
  d.to = to;
  d.kind = kind;
  describeRoutes(state, d, routes);
  return d;
}

function identify(state: State, seat: number, hash: number, k: number): Dispatch {
  const { seatId } = state.plan;
  childIdentity(seatId[2 * seat]!, seatId[2 * seat + 1]!, hash, k);
  const d = takeDispatch(state);
  d.idHi = word[0]!;
  d.idLo = word[1]!;
  d.id = state.naming ? identityText(d.idHi, d.idLo) : '';
  d.from = seat;
  d.sentAt = state.now;
  return d;
}

/** A dispatch is public where one of its channels is; backing down from it then costs (R18). */
function describeRoutes(state: State, d: Dispatch, routes: readonly number[]): void {
  d.public = false;
  d.audienceCost = 0;
  for (const route of routes) {
    for (const { channel } of state.program.routes[route]!.legs) {
      const c = state.program.channels[channel]!;
      if (c.private) continue;
      d.public = true;
      if (c.audienceCost > d.audienceCost) d.audienceCost = c.audienceCost;
    }
  }
}

/** Sends a dispatch: it departs on its routes, and what it offers is open (R14, R16). */
export function send(state: State, d: Dispatch, routes: readonly number[]): void {
  if (d.id !== '') state.named.set(d.id, d.index);
  state.lastDispatch = state.now;
  state.endingsDue = true;
  if (state.log !== null) noteSent(state, d, plannedLegs(state, d, routes));
  noteSentLetter(state, d.from, d.letter);
  standIn(state, d);
  if (isPledge(d)) bindPledge(state, d, d.from);
  openOffer(state, d);
  departRoutes(state, d, routes);
}

/** Says something where no channel lies between: it is heard in the next microstep. */
export function say(state: State, d: Dispatch): void {
  if (d.id !== '') state.named.set(d.id, d.index);
  state.lastDispatch = state.now;
  state.endingsDue = true;
  if (state.log !== null) noteSent(state, d, []);
  departAtOnce(state, d);
}

/**
 * Logs a sending, for the truth and for the sender, who knows of it from the first hand-over on.
 */
export function noteSent(
  state: State,
  d: Dispatch,
  legs: readonly PlannedLeg[],
  learned = exactSpan(state.now),
): void {
  const dispatch = dispatchBody(state, d, null);
  note(state.log!, { type: 'dispatch', dispatch, status: 'sent' });
  noteDelivery(state.log!, {
    seat: state.program.seats[d.from]!.name,
    learned,
    report: identityText(d.idHi, d.idLo),
    via: 'own',
    item: { type: 'sent', dispatch, legs },
  });
}

function plannedLegs(state: State, d: Dispatch, routes: readonly number[]): PlannedLeg[] {
  const { program, plan } = state;
  return routes.flatMap((path, route) => {
    let from = plan.seatHolders[d.from]!;
    return program.routes[path]!.legs.flatMap(({ channel, to }, leg) => {
      const holders = to === null ? d.to.map((seat) => plan.seatHolders[seat]!) : [to];
      const planned = holders.map((holder) => ({
        route,
        leg,
        channel: program.channels[channel]!.name,
        from: holderName(program, from),
        to: holderName(program, holder),
      }));
      from = holders[0]!;
      return planned;
    });
  });
}
