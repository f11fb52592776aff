import { exactExp } from '../chance/exact-exp.js';
import type { Dispatch } from '../letters/dispatch.js';
import type { Clause } from '../parts/letters.js';
import type { State } from '../state.js';
import { OFFER_COLUMNS } from '../world/expression.js';
import type { BargainingPlan, DoctrinePlan } from './doctrine-plan.js';

const HOUR = 3_600_000;
const ADVANTAGE = OFFER_COLUMNS.indexOf('advantage');
const DEAL = OFFER_COLUMNS.indexOf('deal');
const BETRAYED = OFFER_COLUMNS.indexOf('betrayed');
const BREAKDOWN = OFFER_COLUMNS.indexOf('breakdown');
const RETREAT = OFFER_COLUMNS.indexOf('retreat');
const HOURS_OPEN = OFFER_COLUMNS.indexOf('hours_open');

/**
 * Values an offer for the seat whose row is before `state.mind` (bargaining with a risk of
 * breakdown; Nash 1950, Fearon 1995) and leaves the columns of `OFFER_COLUMNS`:
 * `advantage = τ·deal + (1−τ)·betrayed − retreat − ((1−h)·continues + h·war)`, where `deal` is what
 * things are worth once both sides have done what they must, `betrayed` once only the seat's side
 * has, τ its trust in the offeror's side, and `h = 1 − exp(−hazard · replyTakes)`. `publicness` is
 * that of the seat's answer; a public offer makes any answer to it public.
 */
export function valueOffer(
  state: State,
  seat: number,
  { bargaining }: DoctrinePlan,
  offer: Dispatch,
  publicness: number,
): void {
  const { mind } = state;
  const { side } = state.program.seats[seat]!;
  const present = bargaining.present(mind);
  const asked = worthOf(state, bargaining, offer.terms.ask, -1);
  const deal = present + worthOf(state, bargaining, offer.terms.give, -1) + asked;
  const betrayed = present + worthOf(state, bargaining, offer.terms.ask, side);
  const h = breakdown(state, bargaining);
  const retreat = retreatCost(state, seat, offer) * (offer.public ? 1 : publicness);
  const trust = trustIn(state, seat, state.program.seats[offer.from]!.side);
  const stay = (1 - h) * bargaining.continues(mind) + h * bargaining.war(mind);
  mind.offer[ADVANTAGE] = trust * deal + (1 - trust) * betrayed - retreat - stay;
  mind.offer[DEAL] = deal;
  mind.offer[BETRAYED] = betrayed;
  mind.offer[BREAKDOWN] = h;
  mind.offer[RETREAT] = retreat;
  mind.offer[HOURS_OPEN] = (state.now - offer.sentAt) / HOUR;
}

/** What the offer valued last would gain the seat. */
export function advantageOf(state: State): number {
  return state.mind.offer[ADVANTAGE]!;
}

/** Worth of some clauses once done: of all, or (`who` not −1) of those that one side must do. */
function worthOf(
  state: State,
  { worth, words }: BargainingPlan,
  clauses: readonly Clause[],
  who: number,
): number {
  let sum = 0;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i]!;
    if (who >= 0 && clause.who !== who) continue;
    const evaluate = clause.act < 0 ? words : worth[clause.act]!;
    if (evaluate !== null) sum += evaluate(state.mind);
  }
  return sum;
}

/** The seat's own estimate that all breaks down while a reply travels. */
function breakdown(state: State, { hazard, replyTakes }: BargainingPlan): number {
  const rate = hazard(state.mind);
  // A rate that is no number, or without end, makes this no number: a fault (R8).
  return rate > 0 ? 1 - exactExp(-rate * replyTakes) + (rate - rate) : rate * 0 + 0;
}

function trustIn(state: State, seat: number, side: number): number {
  const { row } = state.plan;
  return state.own[seat * row.width + row.trust + side]!;
}

/** Audience cost of accepting less than the seat's own standing public demands (R18). */
function retreatCost(state: State, seat: number, offer: Dispatch): number {
  const { demands, demandTotal } = state.minds.desks[seat]!;
  let cost = 0;
  for (let i = 0; i < demandTotal; i++) {
    const own = state.dispatches[demands[i]!]!;
    if (isBackedDown(own, offer)) cost += own.audienceCost;
  }
  return cost;
}

/** Whether accepting an offer would back down from a public demand that still stands (R18). */
export function isBackedDown(own: Dispatch, accepted: Dispatch): boolean {
  if (own.withdrawalSent >= 0 || own.retreated) return false;
  for (let i = 0; i < own.bargains.length; i++) {
    const { status } = own.bargains[i]!;
    // What was agreed to is no longer demanded.
    if (status === 'accepted' || status === 'honoured') return false;
  }
  const { ask } = own.terms;
  for (let i = 0; i < ask.length; i++) {
    if (ask[i]!.act >= 0 && !gives(accepted, ask[i]!.act)) return true;
  }
  return false;
}

function gives(offer: Dispatch, act: number): boolean {
  const { give } = offer.terms;
  for (let i = 0; i < give.length; i++) {
    if (give[i]!.act === act) return true;
  }
  return false;
}
