import { exactExp } from '../chance/exact-exp.js';
import { draw } from '../draws.js';
import type { Dispatch, Leg } from '../letters/dispatch.js';
import type { DispatchEntry } from '../parts/record.js';
import type { Sign } from '../plan.js';
import { PURPOSE } from '../purposes.js';
import type { State } from '../state.js';

/**
 * Draws what each seat keeps to itself (Harsanyi 1967): the first position whose running share
 * exceeds a uniform named after the seat, the same under changed shares (R25).
 */
export function drawResolves(state: State): void {
  const { seatId } = state.plan;
  state.program.resolves.forEach(({ seat, positions }, i) => {
    const u = draw(state, PURPOSE.resolve, seatId[2 * seat]!, seatId[2 * seat + 1]!);
    let sum = 0;
    const at = positions.findIndex(({ share }) => u < (sum += share));
    state.minds.resolve[i] = at < 0 ? positions.length - 1 : at;
  });
}

/** The mean of what a seat believes of a resolve: Σ pₖ · valueₖ. */
export function believedResolve(state: State, observer: number, resolve: number): number {
  const { beliefWidth, beliefAt } = state.plan;
  const { positions } = state.program.resolves[resolve]!;
  const first = observer * beliefWidth + beliefAt[resolve]!;
  let mean = 0;
  for (let k = 0; k < positions.length; k++) {
    mean += state.minds.belief[first + k]! * positions[k]!.value;
  }
  return mean;
}

/**
 * News of an act reaches a seat: where it is a sign of the doer's resolve, the seat believes
 * accordingly (R11). `weight` is what garbling leaves of it.
 */
export function readActSign(
  state: State,
  observer: number,
  act: number,
  side: number,
  weight: number,
): void {
  const signs = state.plan.actSigns[act]!;
  const { seats, resolves } = state.program;
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i]!;
    const typed = resolves[sign.resolve]!.seat;
    if (typed !== observer && seats[typed]!.side === side) update(state, observer, sign, weight);
  }
}

/** A letter reaches a seat: where it is a sign of its writer's resolve, the seat believes so. */
export function readLetterSign(state: State, observer: number, d: Dispatch, leg: Leg | null): void {
  if (d.letter < 0) return;
  const signs = state.plan.letterSigns[d.letter]!;
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i]!;
    const { seat, relayed } = state.program.resolves[sign.resolve]!;
    if (seat !== d.from || seat === observer) continue;
    update(state, observer, sign, leg === null ? 1 : weightOf(state, d, leg, relayed));
  }
}

/**
 * What is left of news that came over a channel, or at once (−1): the chance that it is as sent.
 */
export function channelWeight(state: State, channel: number): number {
  return channel < 0 ? 1 : 1 - state.program.channels[channel]!.garble.chance;
}

/** Every channel that the copy went over takes its share, and so does every relay (R11). */
function weightOf(state: State, d: Dispatch, leg: Leg, relayed: number): number {
  let weight = 1;
  for (let i = 0; i < leg.leg; i++) {
    weight *= relayed * channelWeight(state, channelOf(state, d, leg, i));
  }
  return weight * channelWeight(state, leg.channel);
}

/** Channel of an earlier leg of the same route. */
function channelOf(state: State, d: Dispatch, leg: Leg, number: number): number {
  if (leg.path >= 0) return state.program.routes[leg.path]!.legs[number]!.channel;
  if (leg.recorded < 0) return -1;
  const { legs } = state.record[d.entry] as DispatchEntry;
  let passed = 0;
  for (const { route, channel } of legs) {
    if (route === leg.route && passed++ === number) return channel;
  }
  return -1;
}

/** Bayes: pₖ ∝ pₖ · Lₖ^w, where Lₖ is the quantal response of a seat of that position. */
function update(state: State, observer: number, sign: Sign, weight: number): void {
  const { beliefWidth, beliefAt } = state.plan;
  const { belief } = state.minds;
  const { logLikelihood } = sign;
  const first = observer * beliefWidth + beliefAt[sign.resolve]!;
  let sum = 0;
  for (let k = 0; k < logLikelihood.length; k++) {
    const p = belief[first + k]! * exactExp(weight * logLikelihood[k]!);
    belief[first + k] = p;
    sum += p;
  }
  for (let k = 0; k < logLikelihood.length; k++) belief[first + k]! /= sum;
}
