import type { Distribution } from './chance/distribution.js';
import { delayMs } from './chance/distribution.js';
import { gumbel, uniform, unitExponential } from './chance/draw.js';
import { noteDraw } from './chance/draw-ledger.js';
import { PURPOSE } from './purposes.js';
import type { State } from './state.js';

/** A named uniform of this run: its name is its purpose and an identity (R4). */
export function draw(state: State, purpose: number, idHi: number, idLo: number): number {
  if (state.trace !== null) noteDraw(state.trace.draws, purpose, idHi, idLo);
  return uniform(state.keys[2 * purpose]!, state.keys[2 * purpose + 1]!, idHi, idLo);
}

/** A named unit exponential: the gap that an incident's integrated hazard has to reach (R6). */
export function drawGap(state: State, idHi: number, idLo: number): number {
  const purpose = PURPOSE.hazard;
  if (state.trace !== null) noteDraw(state.trace.draws, purpose, idHi, idLo);
  return unitExponential(state.keys[2 * purpose]!, state.keys[2 * purpose + 1]!, idHi, idLo);
}

/** A named standard Gumbel number, for choices (R7). */
export function drawGumbel(state: State, purpose: number, idHi: number, idLo: number): number {
  if (state.trace !== null) noteDraw(state.trace.draws, purpose, idHi, idLo);
  return gumbel(state.keys[2 * purpose]!, state.keys[2 * purpose + 1]!, idHi, idLo);
}

/** A delay of this run in whole milliseconds, at a named uniform (R5); a fixed one needs none. */
export function drawDelay(
  state: State,
  delay: Distribution,
  purpose: number,
  idHi: number,
  idLo: number,
): number {
  return delayMs(delay, delay.type === 'fixed' ? 0.5 : draw(state, purpose, idHi, idLo));
}
