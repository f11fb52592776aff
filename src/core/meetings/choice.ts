import { childIdentity } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { word } from '../chance/threefry.js';
import { drawGumbel } from '../draws.js';
import { PURPOSE } from '../purposes.js';
import type { State } from '../state.js';
import type { DoctrinePlan } from './doctrine-plan.js';

const PERIOD = nameHash('period');

/**
 * The number of the period that an option is in (R7): time since the opening, cut at the option's
 * own phase.
 */
export function periodOf(
  state: State,
  seat: number,
  { doctrine }: DoctrinePlan,
  option: number,
): number {
  const { phase, stride } = state.minds;
  const since = state.now - state.program.opens + phase[seat * stride + option]!;
  return Math.floor(since / doctrine.period);
}

/** The instant at which a period of an option ends, in ms. */
export function endOfPeriod(
  state: State,
  seat: number,
  { doctrine }: DoctrinePlan,
  option: number,
  period: number,
): number {
  const { phase, stride } = state.minds;
  return state.program.opens + (period + 1) * doctrine.period - phase[seat * stride + option]!;
}

/** The Gumbel draw of an option without a target in a period, drawn once for each. */
export function plainGumbel(
  state: State,
  seat: number,
  { optionId }: DoctrinePlan,
  option: number,
  period: number,
): number {
  const { minds } = state;
  const cell = seat * minds.stride + option;
  if (minds.period[cell] !== period) {
    minds.period[cell] = period;
    minds.gumbel[cell] = drawn(state, optionId[2 * option]!, optionId[2 * option + 1]!, period);
  }
  return minds.gumbel[cell]!;
}

/** The Gumbel draw of an option about one target in a period; the last target's is kept. */
export function targetGumbel(
  state: State,
  seat: number,
  { optionId }: DoctrinePlan,
  option: number,
  targetHi: number,
  targetLo: number,
  period: number,
): number {
  const { minds } = state;
  const cell = seat * minds.stride + option;
  if (
    minds.period[cell] === period &&
    minds.targetLo[cell] === targetLo &&
    minds.targetHi[cell] === targetHi
  ) {
    return minds.gumbel[cell]!;
  }
  childIdentity(optionId[2 * option]!, optionId[2 * option + 1]!, targetHi, targetLo);
  const draw = drawn(state, word[0]!, word[1]!, period);
  minds.period[cell] = period;
  minds.targetHi[cell] = targetHi;
  minds.targetLo[cell] = targetLo;
  minds.gumbel[cell] = draw;
  return draw;
}

function drawn(state: State, idHi: number, idLo: number, period: number): number {
  childIdentity(idHi, idLo, PERIOD, period);
  return drawGumbel(state, PURPOSE.choice, word[0]!, word[1]!);
}

/** Forgets the best option found so far: a meeting begins. */
export function beginChoice(state: State): void {
  const { choice } = state.minds;
  choice.option = -1;
  choice.target = -1;
  choice.place = -1;
  choice.score = Number.NEGATIVE_INFINITY;
}

/** Puts an option up for choice: the one with the highest score is taken (R7). */
export function consider(
  state: State,
  { doctrine }: DoctrinePlan,
  option: number,
  place: number,
  target: number,
  period: number,
  score: number,
): void {
  if (!isFinite(score)) {
    const { name, options, seat } = doctrine;
    const who = state.program.seats[seat]!.name;
    state.fault = `what ${options[option]!.name} is worth to ${who} by its doctrine ${name} is not a number`;
    return;
  }
  const { choice } = state.minds;
  if (score <= choice.score) return;
  choice.option = option;
  choice.place = place;
  choice.target = target;
  choice.period = period;
  choice.score = score;
}
