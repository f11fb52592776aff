import type { Refusal } from '../history/refusals.js';
import { refusals } from '../history/refusals.js';
import type { Dispatch } from '../letters/dispatch.js';
import { send, takeWritten } from '../letters/sending.js';
import { findRoutes } from '../letters/writing.js';
import type { State, TimedInput } from '../state.js';
import { openDispute } from './disputes.js';
import type { Dispute, Obligation } from './obligation.js';

type InputOf<T extends TimedInput['type']> = Extract<TimedInput, { readonly type: T }>;

/** Opens a dispute about an obligation, by a dispatch to the other side (R20). */
export function sendDispute(state: State, seat: number, input: InputOf<'dispute'>): Refusal | null {
  const known = knownObligation(state, seat, input.obligation);
  if (known === null) return refusals.unknownObligation(input.obligation);
  const d = letterTo(state, seat, known.to, input.by, input.text ?? input.issue);
  if ('code' in d) return d;
  d.speech = 'dispute';
  if (known.obligation !== null) {
    const id = input.id ?? `${input.obligation}:dispute${state.disputeTotal + 1}`;
    d.target = openDispute(state, known.obligation, input.about, input.issue, id).index;
  }
  return dispatch(state, d, input.by);
}

/** Argues an open dispute. */
export function sendArgument(state: State, seat: number, input: InputOf<'argue'>): Refusal | null {
  const dispute = knownDispute(state, seat, input.dispute);
  if (dispute === null) return refusals.unknownDispute(input.dispute);
  const d = letterTo(state, seat, otherSide(state, seat, dispute.parties), input.by, input.text);
  if ('code' in d) return d;
  d.speech = 'argue';
  d.target = dispute.index;
  const { name } = state.program.sides[state.program.seats[seat]!.side]!;
  dispute.positions = [...dispute.positions, { who: name, says: input.text }];
  return dispatch(state, d, input.by);
}

/** Settles a dispute, replaces the disputed means by another, or leaves it open: on arrival. */
export function sendSettlement(
  state: State,
  seat: number,
  input: InputOf<'settle'>,
): Refusal | null {
  const dispute = knownDispute(state, seat, input.dispute);
  if (dispute === null) return refusals.unknownDispute(input.dispute);
  const replacement =
    input.replacement === undefined
      ? -1
      : state.program.acts.findIndex((a) => a.name === input.replacement);
  if (input.replacement !== undefined && replacement < 0) {
    return refusals.unknownAct(input.replacement);
  }
  const to = otherSide(state, seat, dispute.parties);
  const d = letterTo(state, seat, to, input.by, input.text ?? '');
  if ('code' in d) return d;
  d.speech = 'settle';
  d.target = dispute.index;
  d.outcome = input.outcome;
  d.replacement = replacement;
  return dispatch(state, d, input.by);
}

/** A beneficiary gives an obligation up; the obligor is free when it hears so. */
export function sendRelease(state: State, seat: number, input: InputOf<'release'>): Refusal | null {
  const known = knownObligation(state, seat, input.obligation);
  const { side } = state.program.seats[seat]!;
  if (known === null || known.obligation?.beneficiaries.includes(side) === false) {
    return refusals.unknownObligation(input.obligation);
  }
  const d = letterTo(state, seat, known.to, input.by, '');
  if ('code' in d) return d;
  d.speech = 'release';
  d.target = known.obligation?.index ?? -1;
  return dispatch(state, d, input.by);
}

/**
 * An obligation that a seat may speak of: a clause of an offer that it sent or read, whether or not
 * the bargain took effect (which it may not know), or one in force to which its side is a party.
 */
function knownObligation(
  state: State,
  seat: number,
  id: string,
): { readonly obligation: Obligation | null; readonly to: readonly number[] } | null {
  const { side } = state.program.seats[seat]!;
  const o = state.obligations[state.named.get(id) ?? -1];
  const obligation = o?.id === id ? o : null;
  const offer = state.dispatches[state.named.get(id.slice(0, id.lastIndexOf(':'))) ?? -1];
  if (offer !== undefined && id.startsWith(`${offer.id}:`)) {
    if (offer.from === seat) return { obligation, to: offer.to };
    return offer.readers.includes(seat) ? { obligation, to: [offer.from] } : null;
  }
  if (obligation === null) return null;
  const parties = [obligation.obligor, ...obligation.beneficiaries];
  return parties.includes(side) ? { obligation, to: otherSide(state, seat, parties) } : null;
}

function knownDispute(state: State, seat: number, id: string): Dispute | null {
  const dispute = state.disputes[state.named.get(id) ?? -1];
  const { side } = state.program.seats[seat]!;
  return dispute?.id === id && dispute.parties.includes(side) ? dispute : null;
}

/** The heads of the other parties' sides. */
function otherSide(state: State, seat: number, parties: readonly number[]): number[] {
  const { seats } = state.program;
  const own = seats[seat]!.side;
  return seats.flatMap((s, i) =>
    s.side !== own && s.under < 0 && !s.observer && parties.includes(s.side) ? [i] : [],
  );
}

function letterTo(
  state: State,
  seat: number,
  to: readonly number[],
  by: readonly string[],
  text: string,
): Dispatch | Refusal {
  const routes = findRoutes(state.program, by);
  if (!Array.isArray(routes)) return routes;
  const d = takeWritten(state, seat, 'private letter', to, routes);
  d.text = text;
  return d;
}

function dispatch(state: State, d: Dispatch, by: readonly string[]): null {
  const routes = findRoutes(state.program, by);
  if (Array.isArray(routes)) send(state, d, routes);
  return null;
}
