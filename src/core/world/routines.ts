import { childIdentity } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { sendReports } from '../knowledge/reports.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import { applyEffects } from './tracks.js';

/** Puts the first firing of every routine into the schedule. */
export function openRoutines(state: State): void {
  state.program.routines.forEach(({ first }, routine) => {
    if (first >= state.program.opens) scheduleRoutine(state, routine, first);
  });
}

function scheduleRoutine(state: State, routine: number, at: number): void {
  const { routineId, routineRank } = state.plan;
  childIdentity(
    routineId[2 * routine]!,
    routineId[2 * routine + 1]!,
    0,
    state.routineCount[routine]!,
  );
  const rank = routineRank[routine]!;
  push(state.schedule, at, 0, TASK.routine, rank, word[0]!, word[1]!, routine, 0, 0);
}

/** The calendar does something: effects where its guard holds, and who hears of it. */
export function runRoutine(state: State, routine: number, idHi: number, idLo: number): void {
  const { every, title } = state.program.routines[routine]!;
  state.routineCount[routine]!++;
  if (every > 0) scheduleRoutine(state, routine, state.now + every);
  if (state.recordHolds) return;
  const when = state.plan.routineWhen[routine]!;
  if (when !== null && when(state.world) === 0) return;
  if (state.log !== null) state.log.details = { title };
  if (!applyEffects(state, state.plan.routineSet[routine]!)) return;
  sendReports(state, state.plan.routineSubject[routine]!, -1, idHi, idLo);
}
