import { bargainOf } from '../bargain/offers.js';
import type { Bargain, Dispatch } from '../letters/dispatch.js';
import type { State } from '../state.js';
import { consider, periodOf, plainGumbel, targetGumbel } from './choice.js';
import type { DoctrinePlan, TargetedPlan } from './doctrine-plan.js';
import { noteConsidered } from './meeting-log.js';
import { advantageBy, valueOffer } from './offer-value.js';
import { isDoing } from './row.js';

/** Weighs what needs no target: doing nothing, acts and letters. */
export function weighPlain(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  precision: number,
): void {
  const { minds } = state;
  const { plain } = plan;
  openPlain(state, seat, plan);
  plan.weigh(state.mind, minds.open, minds.utility);
  for (let place = 0; place < plain.length; place++) {
    if (minds.open[place] === 0) continue;
    const option = plain[place]!;
    const period = periodOf(state, seat, plan, option);
    const utility = minds.utility[place]!;
    const draw = plainGumbel(state, seat, plan, option, period);
    consider(state, plan, option, place, -1, period, precision * utility + draw);
    if (state.log !== null) noteConsidered(state, plan, option, -1, utility, null);
  }
}

/** Marks the options that can be weighed at all: not spent, and no act that is being done. */
function openPlain(state: State, seat: number, plan: DoctrinePlan): void {
  const { minds } = state;
  const { plain, plainAct } = plan;
  for (let place = 0; place < plain.length; place++) {
    const option = plain[place]!;
    const act = plainAct[place]!;
    const spent = minds.spent[seat * minds.stride + option]!;
    const open =
      (spent < 0 || spent !== periodOf(state, seat, plan, option)) &&
      (act < 0 || !isDoing(state, seat, act));
    minds.open[place] = open ? 1 : 0;
    if (open) state.options++;
  }
}

/** Weighs the replies to every offer that lies open before the seat. */
export function weighReplies(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  precision: number,
): void {
  const desk = state.minds.desks[seat]!;
  let kept = 0;
  for (let i = 0; i < desk.offerTotal; i++) {
    const index = desk.offers[i]!;
    const offer = state.dispatches[index]!;
    const bargain = bargainOf(offer, seat)!;
    if (!isOpenTo(state, offer, bargain)) continue;
    desk.offers[kept++] = index;
    // What was left unanswered rests until that period is over.
    if (state.now < bargain.leftUntil || plan.replies.length === 0) continue;
    valueOffer(state, seat, plan, offer);
    const open = publicness(plan, offer);
    for (let k = 0; k < plan.replies.length; k++) {
      weighReply(state, seat, plan, precision, plan.replies[k]!, offer, open);
    }
  }
  desk.offerTotal = kept;
}

/** Whether an offer is open as far as its offeree knows. */
function isOpenTo(state: State, offer: Dispatch, bargain: Bargain): boolean {
  if (bargain.answered || bargain.withdrawalRead >= 0) return false;
  const { lapses } = offer.terms;
  return lapses < 0 || state.now <= offer.sentAt + lapses;
}

function weighReply(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  precision: number,
  reply: TargetedPlan,
  offer: Dispatch,
  open: number,
): void {
  if (!isFor(reply, offer)) return;
  const accepts = reply.type === 'accept';
  const advantage = advantageBy(state, offer, accepts ? reply.publicness : open);
  if (!isFinite(advantage)) {
    const { name } = plan.doctrine;
    const who = state.program.seats[seat]!.name;
    state.fault = `what an offer is worth to ${who} by its doctrine ${name} is not a number`;
    return;
  }
  // No offer is accepted that the seat's own valuation rejects.
  if (accepts && advantage < 0) return;
  weighTarget(state, seat, plan, precision, reply, offer.index, offer, advantage);
}

/** How public accepting an offer would be, over the ways by which the doctrine accepts it. */
function publicness({ replies }: DoctrinePlan, offer: Dispatch): number {
  for (let i = 0; i < replies.length; i++) {
    const reply = replies[i]!;
    if (reply.type === 'accept' && isFor(reply, offer)) return reply.publicness;
  }
  return 0;
}

function isFor({ letters }: TargetedPlan, { letter }: Dispatch): boolean {
  return letters === null || (letter >= 0 && letters[letter] === 1);
}

/** Weighs what can be done about each of the seat's own offers. */
export function weighOwnOffers(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  precision: number,
): void {
  const { ownOffers } = plan;
  if (ownOffers.length === 0) return;
  const desk = state.minds.desks[seat]!;
  for (let i = 0; i < desk.ownTotal; i++) {
    const offer = state.dispatches[desk.own[i]!]!;
    const standing = isStanding(offer);
    const contested = isContested(offer);
    if (!standing && !contested) continue;
    for (let k = 0; k < ownOffers.length; k++) {
      const option = ownOffers[k]!;
      const withdraws = option.type === 'withdraw';
      if (!(withdraws ? standing : contested) || !isFor(option, offer)) continue;
      weighTarget(state, seat, plan, precision, option, offer.index, offer, null);
    }
  }
}

/** Whether an own offer stands: not withdrawn, nobody's acceptance read, somebody's answer due. */
function isStanding({ withdrawalSent, bargains }: Dispatch): boolean {
  if (withdrawalSent >= 0) return false;
  let open = false;
  for (let i = 0; i < bargains.length; i++) {
    const { status } = bargains[i]!;
    if (status === 'accepted' || status === 'honoured') return false;
    if (status === 'open') open = true;
  }
  return open;
}

/** Whether an acceptance has come for an own offer that was withdrawn (R17). */
function isContested({ bargains }: Dispatch): boolean {
  for (let i = 0; i < bargains.length; i++) {
    if (bargains[i]!.status === 'contested') return true;
  }
  return false;
}

/** Weighs an answer to each request for the seat's consent. */
export function weighConsents(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  precision: number,
): void {
  if (plan.consents.length === 0) return;
  const desk = state.minds.desks[seat]!;
  let kept = 0;
  for (let i = 0; i < desk.requestTotal; i++) {
    const index = desk.requests[i]!;
    const instance = state.acts[index]!;
    if (instance.answered) continue;
    desk.requests[kept++] = index;
    for (let k = 0; k < plan.consents.length; k++) {
      const consent = plan.consents[k]!;
      const option = plan.doctrine.options[consent.option]!;
      if (option.type !== 'consent' || option.act !== instance.act) continue;
      weighTarget(state, seat, plan, precision, consent, index, instance, null);
    }
  }
  desk.requestTotal = kept;
}

function weighTarget(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  precision: number,
  { option, when, utility: weigh }: TargetedPlan,
  target: number,
  { idHi, idLo }: { readonly idHi: number; readonly idLo: number },
  advantage: number | null,
): void {
  state.options++;
  if (when !== null && when(state.mind) === 0) return;
  const utility = weigh(state.mind);
  const period = periodOf(state, seat, plan, option);
  const draw = targetGumbel(state, seat, plan, option, idHi, idLo, period);
  consider(state, plan, option, -1, target, period, precision * utility + draw);
  if (state.log !== null) noteConsidered(state, plan, option, target, utility, advantage);
}
