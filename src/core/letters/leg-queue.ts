import { push } from '../schedule.js';
import type { State } from '../state.js';
import type { Leg } from './dispatch.js';

/**
 * Puts something that a leg brings into the schedule, `wait` ms from now: its arrival, a stray copy
 * for `seat`, or a receipt.
 */
export function scheduleLeg(
  state: State,
  leg: Leg,
  task: number,
  wait: number,
  idHi: number,
  idLo: number,
  seat: number,
): void {
  const name = leg.to.type === 'seat' ? state.plan.seatRank[leg.to.seat]! : 0;
  const step = wait === 0 ? state.step + 1 : 0;
  push(state.schedule, state.now + wait, step, task, name, idHi, idLo, leg.index, seat, 0);
}
