import type { Distribution } from './chance/distribution.js';
import { delayMs } from './chance/distribution.js';
import { uniform } from './chance/draw.js';
import type { State } from './state.js';

/** A named uniform of this run: its name is its purpose and an identity (R4). */
export function draw(state: State, purpose: number, idHi: number, idLo: number): number {
  return uniform(state.keys[2 * purpose]!, state.keys[2 * purpose + 1]!, idHi, idLo);
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
