import type { Refusal } from '../history/refusals.js';
import { refusals } from '../history/refusals.js';
import type { Dispatch } from '../letters/dispatch.js';
import { send, takeWritten } from '../letters/sending.js';
import { findRoutes } from '../letters/writing.js';
import { unbind } from '../meetings/row.js';
import type { State, TimedInput } from '../state.js';
import { noteDispute, openDispute, rebindReplaced, tellOwnDispute } from './disputes.js';
import type { Dispute } from './dispute.js';
import type { Obligation } from './obligation.js';
import { sourceOf } from './obligation.js';
import { knowsText } from './obligation-words.js';
import { obligationId } from './obligations.js';

type InputOf<T extends TimedInput['type']> = Extract<TimedInput, { readonly type: T }>;

/** Opens a dispute about an obligation, by a dispatch to the other side (R20). */
export function sendDispute(state: State, seat: number, input: InputOf<'dispute'>): Refusal | null {
  const known = knownObligation(state, seat, input.obligation);
  if (known === null) return refusals.unknownObligation(input.obligation);
  const d = letterTo(state, seat, known.to, input.by, input.text ?? input.issue);
  if ('code' in d) return d;
  d.speech = 'dispute';
  const dispute = openDispute(state, known.obligation, {
    id: input.id ?? disputeId(state, seat, input.obligation),
    subject: input.obligation,
    about: input.about,
    issue: input.issue,
    parties: known.parties,
    dispatch: d.index,
  });
  d.target = dispute.index;
  tellOwnDispute(state, dispute, 'opened', d);
  return dispatch(state, d, input.by);
}

/** Counts only the seat's own disputes about a thing: its number tells nothing of others (R12). */
function disputeId(state: State, seat: number, obligation: string): string {
  const prefix = `${obligation}:dispute:${state.program.seats[seat]!.name}`;
  let own = 1;
  for (let i = 0; i < state.disputeTotal; i++) {
    if (state.disputes[i]!.id.startsWith(prefix)) own++;
  }
  return prefix + String(own);
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
  const position = { who: name, says: input.text, dispatch: d.index };
  dispute.positions = [...dispute.positions, position];
  noteDispute(state, dispute, 'argued');
  tellOwnDispute(state, dispute, 'argued', d);
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
  rebindReplaced(state, dispute, d, seat);
  return dispatch(state, d, input.by);
}

/** A beneficiary gives an obligation up; the obligor is free when it hears so. */
export function sendRelease(state: State, seat: number, input: InputOf<'release'>): Refusal | null {
  const known = knownObligation(state, seat, input.obligation);
  if (known === null || !known.owedToSeat) return refusals.unknownObligation(input.obligation);
  const d = letterTo(state, seat, known.to, input.by, '');
  if ('code' in d) return d;
  d.speech = 'release';
  const { obligation } = known;
  d.target = obligation?.index ?? -1;
  if (obligation !== null) {
    unbind(state, seat, sourceOf(obligation), obligation.clause.act, false);
  }
  return dispatch(state, d, input.by);
}

/** An obligation as a seat knows it. */
interface KnownObligation {
  /** Null where the bargain has not taken effect, which the seat may not know. */
  readonly obligation: Obligation | null;
  readonly owedToSeat: boolean;
  readonly parties: readonly number[];
  /** Whom to write to about it. */
  readonly to: readonly number[];
}

/**
 * An obligation that a seat may speak of: a clause of an offer that it sent or read, whether or not
 * the bargain took effect, or one in force to which its side is a party.
 */
function knownObligation(state: State, seat: number, id: string): KnownObligation | null {
  const { side } = state.program.seats[seat]!;
  const o = state.obligations[state.named.get(id) ?? -1];
  const obligation = o?.id === id ? o : null;
  const offer = state.dispatches[state.named.get(id.slice(0, id.lastIndexOf(':'))) ?? -1];
  if (offer !== undefined && id.startsWith(`${offer.id}:`)) {
    return knownClause(state, seat, offer, id, obligation);
  }
  if (obligation === null) return null;
  const parties = [obligation.obligor, ...obligation.beneficiaries];
  if (!parties.includes(side)) return null;
  const owedToSeat = obligation.beneficiaries.includes(side);
  return { obligation, owedToSeat, parties, to: otherSide(state, seat, parties) };
}

function knownClause(
  state: State,
  seat: number,
  offer: Dispatch,
  id: string,
  obligation: Obligation | null,
): KnownObligation | null {
  if (!knowsText(state, offer.index, seat) || !hasClause(offer, id)) return null;
  const { seats } = state.program;
  const own = offer.from === seat;
  const offerees = offer.bargains.length > 0 ? offer.bargains.map((b) => b.offeree) : offer.to;
  const to = own ? offerees : [offer.from];
  const gives = id.slice(offer.id.length).startsWith(':give');
  const parties = [...new Set([seats[seat]!.side, ...to.map((other) => seats[other]!.side)])];
  return { obligation, owedToSeat: own !== gives, parties, to };
}

function hasClause({ id: offer, terms }: Dispatch, id: string): boolean {
  const ids = [
    ...terms.give.map((_, i) => obligationId(offer, 'give', i)),
    ...terms.ask.map((_, i) => obligationId(offer, 'ask', i)),
  ];
  return ids.includes(id);
}

function knownDispute(state: State, seat: number, id: string): Dispute | null {
  const dispute = state.disputes[state.named.get(id) ?? -1];
  const { side } = state.program.seats[seat]!;
  const known =
    dispute?.id === id && dispute.parties.includes(side) && knowsText(state, dispute.opening, seat);
  return known ? dispute : null;
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
