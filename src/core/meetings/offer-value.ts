import { exactExp } from '../chance/exact-exp.js';
import { isBackedDown } from '../bargain/audience-cost.js';
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
 * breakdown; Nash 1950, Fearon 1995) and leaves the columns of `OFFER_COLUMNS`, all but those that
 * hang on the answer's ways: `deal` is what things are worth once both sides have done what they
 * must, `betrayed` once only the seat's side has, τ its trust in the offeror's side, and
 * `breakdown` `h = 1 − exp(−hazard · replyTakes)`.
 */
export function valueOffer(
  state: State,
  seat: number,
  { bargaining }: DoctrinePlan,
  offer: Dispatch,
): void {
  const { mind, minds } = state;
  const { seats } = state.program;
  const present = bargaining.present(mind);
  const asked = worthOf(state, bargaining, offer.terms.ask, -1);
  const deal = present + worthOf(state, bargaining, offer.terms.give, -1) + asked;
  const betrayed = present + worthOf(state, bargaining, offer.terms.ask, seats[seat]!.side);
  const h = breakdown(state, bargaining);
  const trust = trustIn(state, seat, seats[offer.from]!.side);
  minds.value.expected = trust * deal + (1 - trust) * betrayed;
  minds.value.stay = (1 - h) * bargaining.continues(mind) + h * bargaining.war(mind);
  minds.value.cost = retreatCost(state, seat, offer);
  mind.offer[DEAL] = deal;
  mind.offer[BETRAYED] = betrayed;
  mind.offer[BREAKDOWN] = h;
  mind.offer[HOURS_OPEN] = (state.now - offer.sentAt) / HOUR;
}

/**
 * Completes the value of the offer valued last for an answer of some publicness, and returns it:
 * `advantage = τ·deal + (1−τ)·betrayed − retreat − ((1−h)·continues + h·war)`. Any answer to a
 * public offer is public.
 */
export function advantageBy(state: State, offer: Dispatch, publicness: number): number {
  const { mind, minds } = state;
  const { expected, stay, cost } = minds.value;
  const retreat = cost * (offer.public ? 1 : publicness);
  const advantage = expected - retreat - stay;
  mind.offer[RETREAT] = retreat;
  mind.offer[ADVANTAGE] = advantage;
  return advantage;
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
  if (!isFinite(rate)) return Number.NaN;
  return rate > 0 ? 1 - exactExp(-rate * replyTakes) : 0;
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
