import { childIdentity } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { draw, drawGap } from '../draws.js';
import { EFFECT, traceEffect } from '../history/trace-log.js';
import { note } from '../history/log.js';
import { sendReports } from '../knowledge/reports.js';
import type { Plan } from '../plan.js';
import { PURPOSE } from '../purposes.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { applyEffects } from './tracks.js';

/** Sets every incident's first rate at the opening (R6). */
export function openIncidents(state: State): void {
  for (let i = 0; i < state.program.incidents.length; i++) {
    state.since[i] = state.now;
    refreshIncident(state, i);
  }
}

/** Looks again at the incidents whose guard or rate may have changed in the event just done. */
export function refreshDirty(state: State): void {
  for (let i = 0; i < state.dirtyCount; i++) {
    const incident = state.dirty[i]!;
    state.isDirty[incident] = 0;
    refreshIncident(state, incident);
  }
  state.dirtyCount = 0;
}

/**
 * Recomputes one incident's rate and, only if its value changed, advances the integrated hazard and
 * moves the firing (modified next-reaction method; Anderson 2007, Rathinam, Sheppard & Khammash
 * 2010). A false guard, or a pending entry of the record, freezes the integral (R6, R26).
 */
export function refreshIncident(state: State, incident: number): void {
  const rate = presentRate(state, incident);
  if (!isFinite(rate)) {
    state.fault = `the rate of ${state.program.incidents[incident]!.name} is not a number`;
    return;
  }
  const old = state.rate[incident]!;
  if (rate === old) return;
  state.hazard[incident]! += old * (state.now - state.since[incident]!);
  state.since[incident] = state.now;
  state.rate[incident] = rate;
  scheduleFiring(state, incident);
}

function presentRate(state: State, incident: number): number {
  if (state.recordHolds || state.heldOff[incident]! > 0) return 0;
  const when = state.plan.incidentWhen[incident]!;
  if (when !== null && when(state.world) === 0) return 0;
  const rate = state.plan.incidentRate[incident]!(state.world);
  return rate < 0 ? 0 : rate;
}

function scheduleFiring(state: State, incident: number): void {
  // The event already in the queue, if any, carries the old stamp and is passed over when it comes.
  const stamp = ++state.stamp[incident]!;
  const rate = state.rate[incident]!;
  if (rate === 0) return;
  if (state.gap[incident] === NOT_DRAWN) nextGap(state, incident);
  const left = state.gap[incident]! - state.hazard[incident]!;
  const wait = left <= 0 ? 0 : Math.ceil(left / rate);
  const at = state.now + wait;
  if (at > (state.program.aftermath ?? state.program.closes)) return;
  const { plan } = state;
  push(
    state.schedule,
    at,
    wait === 0 ? state.step + 1 : 0,
    TASK.incident,
    plan.incidentRank[incident]!,
    plan.incidentId[2 * incident]!,
    plan.incidentId[2 * incident + 1]!,
    incident,
    stamp,
    0,
  );
}

/** In place of a gap, which is never 0: an incident that cannot happen draws none (R25). */
const NOT_DRAWN = 0;

function nextGap(state: State, incident: number): void {
  firingIdentity(state.plan, incident, state.firings[incident]!);
  state.gap[incident] = drawGap(state, word[0]!, word[1]!);
}

/** Identity of an incident's k-th firing (R3), left in `word`. */
function firingIdentity(plan: Plan, incident: number, k: number): void {
  childIdentity(plan.incidentId[2 * incident]!, plan.incidentId[2 * incident + 1]!, 0, k);
}

/** Whether a firing taken from the queue is still the one that holds. */
export function isStaleFiring(state: State, incident: number, stamp: number): boolean {
  return state.stamp[incident] !== stamp;
}

/** An incident happens: effects, whether it runs away, and who hears of it. */
export function fireIncident(state: State, incident: number): void {
  const firing = state.firings[incident]!;
  state.firings[incident] = firing + 1;
  firingIdentity(state.plan, incident, firing);
  const idHi = word[0]!;
  const idLo = word[1]!;
  state.hazard[incident] = 0;
  state.since[incident] = state.now;
  state.gap[incident] = NOT_DRAWN;
  happen(state, incident, idHi, idLo);
  scheduleFiring(state, incident);
}

/**
 * What an incident does, whoever made it happen (chance, control); its identity names its draws.
 */
export function happen(state: State, incident: number, idHi: number, idLo: number): void {
  const { kind, name, title, blames } = state.program.incidents[incident]!;
  const ranAway = runsAway(state, incident, idHi, idLo);
  if (ranAway && state.trace !== null) traceEffect(state.trace, EFFECT['runs away'], incident, 1);
  if (state.log !== null) {
    note(state.log, { type: 'incident', incident: name, kind, ranAway });
    state.log.details = { ...state.log.details, title };
  }
  if (!applyEffects(state, state.plan.incidentSet[incident]!)) return;
  if (ranAway && !state.ranAway) {
    state.ranAway = true;
    state.how = kind;
    state.endingsDue = true;
  }
  sendReports(state, state.plan.incidentSubject[incident]!, blames, idHi, idLo);
}

function runsAway(state: State, incident: number, idHi: number, idLo: number): boolean {
  const chance = state.plan.incidentRunsAway[incident]!;
  if (chance === null) return false;
  const u = draw(state, PURPOSE['runs away'], idHi, idLo);
  const share = chance(state.world);
  if (!isFinite(share)) {
    const { name } = state.program.incidents[incident]!;
    state.fault = `the chance that ${name} runs away is not a number at this point`;
  }
  return u < share;
}
