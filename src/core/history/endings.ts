import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { lookFrom } from '../knowledge/picture.js';
import { rankOf } from '../plan.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { BUILTINS } from '../world/expression.js';
import { note, noteDelivery } from './log.js';
import { exactSpan } from './naming.js';
import { EFFECT, traceEffect } from './trace-log.js';

const OBLIGATIONS_OPEN = BUILTINS.indexOf('obligations_open');
const SILENCE = BUILTINS.indexOf('silence');
const RAN_AWAY = BUILTINS.indexOf('ran_away');
const AUDIENCE_COST = BUILTINS.indexOf('audience_cost');

/** `ending` where the time ran out before any declared ending. */
export const OUT_OF_TIME = -2;

/** Brings the built-ins of endings up to date. */
function readBuiltins(state: State): void {
  // Before the first bargain there is nothing to be settled: the count then reads as one (R22).
  state.builtins[OBLIGATIONS_OPEN] = state.obligationsMade === 0 ? 1 : state.obligationsOpen;
  state.builtins[SILENCE] = state.lastDispatch === -Infinity ? 0 : state.now - state.lastDispatch;
  state.builtins[RAN_AWAY] = state.ranAway ? 1 : 0;
}

/** Looks whether an ending has come; ties go to the one declared first (R22). */
export function checkEndings(state: State): void {
  if (!state.endingsDue || state.stopped) return;
  state.endingsDue = false;
  readBuiltins(state);
  if (state.branchPlan === null) checkMilestones(state);
  for (let i = 0; i < state.plan.endings.length; i++) {
    if (state.ended[i] === 1 || state.plan.endings[i]!(state.world) === 0) continue;
    state.ended[i] = 1;
    end(state, i, state.program.endings[i]!.name);
    return;
  }
}

/** Notes the milestones that hold for the first time; before a branch none is looked at (R22). */
function checkMilestones(state: State): void {
  const { milestones } = state.plan;
  for (let i = 0; i < milestones.length; i++) {
    // Not yet reached is NaN, which alone is not itself.
    if (state.milestoneAt[i] === state.milestoneAt[i] || milestones[i]!(state.world) === 0)
      continue;
    state.milestoneAt[i] = state.now;
  }
}

/** The scenario's last instant: out of time, unless it has ended before. */
export function closeScenario(state: State): void {
  if (state.ending === -1) end(state, OUT_OF_TIME, 'out of time');
}

function end(state: State, ending: number, name: string): void {
  if (state.ending === -1) {
    state.firstEnding = ending;
    state.firstEndingAt = state.now;
  }
  state.ending = ending;
  state.endingAt = state.now;
  if (state.program.aftermath === null) state.stopped = true;
  if (state.trace !== null) traceEffect(state.trace, EFFECT.ended, ending, 0);
  if (state.log === null) return;
  const how = state.ranAway && state.how !== null ? { how: state.how } : {};
  note(state.log, { type: 'ended', ending: name, ...how });
  state.program.seats.forEach((seat, i) => {
    const judgement = judge(state, i);
    childIdentity(state.plan.seatId[2 * i]!, state.plan.seatId[2 * i + 1]!, 0, ending);
    noteDelivery(state.log!, {
      seat: seat.name,
      learned: exactSpan(state.now),
      report: identityText(word[0]!, word[1]!),
      via: 'at once',
      item: {
        type: 'ended',
        ending: name,
        ...(judgement === null ? {} : { judgement: judgement.picture }),
      },
    });
  });
  noteJudgements(state);
}

/** Each seat's value over its own picture, and beside it over the truth (R22). */
export function judge(state: State, seat: number): { picture: number; truth: number } | null {
  const value = state.plan.values[seat];
  if (value === null || value === undefined) return null;
  lookFrom(state, seat);
  state.builtins[AUDIENCE_COST] = state.audienceKnown[seat]!;
  const picture = value(state.picture) + 0;
  state.builtins[AUDIENCE_COST] = state.audienceCost[seat]!;
  const judgement = { picture, truth: value(state.world) + 0 };
  if (!isFinite(judgement.picture) || !isFinite(judgement.truth)) {
    state.fault = `the value of ${state.program.seats[seat]!.name} is not a number at this point`;
  }
  return judgement;
}

function noteJudgements(state: State): void {
  state.program.seats.forEach(({ name, observer }, seat) => {
    const judgement = judge(state, seat);
    if (judgement !== null) {
      note(state.log!, { type: 'judgement', seat: name, ...judgement, observer });
    }
  });
}

/**
 * Sets the next hour at which silence alone could bring an ending: one event per threshold (by its
 * place in the plan) is under way at a time; a dispatch sent meanwhile moves it on when it comes.
 */
export function watchSilence(state: State, which: number): void {
  const threshold = state.plan.silences[which]!;
  const since = state.lastDispatch === -Infinity ? state.now : state.lastDispatch;
  // One past the threshold: `silence > 72h` first holds a millisecond after 72 hours.
  const next = since + threshold + 1;
  const at = next > state.now ? next : state.now + threshold + 1;
  const rank = rankOf(state.plan, 'silence');
  push(state.schedule, at, 0, TASK.silence, rank, 0, which, which, 0, 0);
}

/** The hour of a silence has come: endings are looked at, and the next such hour is set. */
export function breakSilence(state: State, which: number): void {
  const silent = state.now - state.lastDispatch > state.plan.silences[which]!;
  if (silent && state.lastDispatch !== -Infinity) state.endingsDue = true;
  watchSilence(state, which);
}
