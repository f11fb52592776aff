import { note } from '../history/log.js';
import type { Dispatch } from '../letters/dispatch.js';
import type { State } from '../state.js';

/**
 * Whether accepting an offer would back down from a public demand that still stands, as far as its
 * sender knows (R18).
 */
export function isBackedDown(own: Dispatch, accepted: Dispatch): boolean {
  if (own.withdrawalSent >= 0 || own.retreatKnown) return false;
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

/**
 * Accepting less than one's own public demand is backing down from it, and is paid for in audience
 * cost once it is public (R18; the mechanism of Fearon 1994): at once where the offer or the
 * acceptance is, else when a leak makes it so, of which the seat is not told (R11).
 */
export function payForRetreat(
  state: State,
  seat: number,
  accepted: Dispatch,
  how: 'in public' | 'by a leak',
): void {
  for (let i = 0; i < state.dispatchTotal; i++) {
    const own = state.dispatches[i]!;
    if (own.from !== seat || !own.public || !isBackedDown(own, accepted)) continue;
    if (how === 'in public') {
      own.retreatKnown = true;
      state.audienceKnown[seat]! += own.audienceCost;
    }
    if (own.retreated) continue;
    own.retreated = true;
    charge(state, seat, own.audienceCost, 'accepted less than a public demand');
  }
}

/** Charges a seat, which knows it, the cost of backing down in public (R18). */
export function payAudience(state: State, seat: number, cost: number, because: string): void {
  state.audienceKnown[seat]! += cost;
  charge(state, seat, cost, because);
}

function charge(state: State, seat: number, cost: number, because: string): void {
  if (cost === 0) return;
  state.audienceCost[seat]! += cost;
  if (state.log === null) return;
  note(state.log, {
    type: 'audience cost',
    seat: state.program.seats[seat]!.name,
    cost: state.audienceCost[seat]!,
    because,
  });
}
