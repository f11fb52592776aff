import { passDue } from './bargain/obligations.js';
import { lapseOffer } from './bargain/offers.js';
import { nameOf } from './event-name.js';
import { breakSilence, checkEndings, closeScenario } from './history/endings.js';
import { runEntry, runStage } from './history/entries.js';
import { learnEntry } from './history/entry-learning.js';
import { takeInput } from './history/inputs.js';
import { commitEvent } from './history/log.js';
import { traceEvent } from './history/trace-log.js';
import { deliverReport } from './knowledge/reports.js';
import { arriveLeg, deliverCopy, deliverReceipt } from './letters/legs.js';
import { readSealed } from './letters/reading.js';
import { meet } from './meetings/meeting.js';
import { begin, branch } from './opening.js';
import { MAX_STEPS, TASK, kindOfTask, nextRank, nextStep, nextTime, pop } from './schedule.js';
import type { State } from './state.js';
import { deliverFailure, endAct, startAct } from './world/acts.js';
import { fireIncident, isStaleFiring, refreshDirty } from './world/incidents.js';
import { runRoutine } from './world/routines.js';

/**
 * Lets events happen, one after the other, until the run's last instant, an ending without an
 * aftermath, or a fault, which stays in `state.fault`.
 */
export function loop(state: State): void {
  const { schedule, horizon } = state;
  while (!state.stopped && state.fault === null) {
    const time = nextTime(schedule);
    if (time > horizon) return;
    const step = nextStep(schedule);
    const rank = nextRank(schedule);
    const slot = pop(schedule);
    const task = schedule.task[slot]!;
    const a = schedule.a[slot]!;
    const b = schedule.b[slot]!;
    // A firing that a later rate has overruled touches nothing, the clock included.
    if (task === TASK.incident && isStaleFiring(state, a, b)) continue;
    const c = schedule.c[slot]!;
    const idHi = schedule.idHi[slot]!;
    const idLo = schedule.idLo[slot]!;
    state.now = time;
    state.step = step;
    if (step > MAX_STEPS) {
      state.fault = `more than ${MAX_STEPS} events follow each other without time passing`;
      return;
    }
    state.sequence++;
    if (state.trace !== null) traceEvent(state.trace, time, task, rank, idHi, idLo, a, b);
    happen(state, task, a, b, c, idHi, idLo);
    refreshDirty(state);
    checkEndings(state);
    if (state.log !== null) commit(state, task, a, idHi, idLo);
  }
}

function happen(
  state: State,
  task: number,
  a: number,
  b: number,
  c: number,
  idHi: number,
  idLo: number,
): void {
  switch (task) {
    // Compared one after the other: what happens most comes first.
    case TASK.meeting:
      return meet(state, a, b, c, idHi, idLo);
    case TASK.report:
      return deliverReport(state, a, b, c, idHi, idLo);
    case TASK.leg:
      return arriveLeg(state, a);
    case TASK.incident:
      return fireIncident(state, a);
    case TASK['act start']:
      return startAct(state, a);
    case TASK['act end']:
      return endAct(state, a);
    case TASK.routine:
      return runRoutine(state, a, idHi, idLo);
    case TASK.learn:
      return learnEntry(state, a, b, c, idHi, idLo);
    case TASK.opening:
      return begin(state);
    case TASK.branch:
      return branch(state);
    case TASK.entry:
      return runEntry(state, a);
    case TASK['entry stage']:
      return runStage(state, a, b);
    case TASK.input:
    case TASK.inject:
      return takeInput(state, a, idHi, idLo);
    case TASK.leak:
      return deliverCopy(state, a, b, 'leak');
    case TASK.interception:
      return deliverCopy(state, a, b, 'interception');
    case TASK.receipt:
      return deliverReceipt(state, a, idHi, idLo);
    case TASK.outcome:
      return deliverFailure(state, a, b);
    case TASK.unseal:
      return readSealed(state, a, b);
    case TASK.lapse:
      return lapseOffer(state, a);
    case TASK.due:
      return passDue(state, a);
    case TASK.silence:
      return breakSilence(state, a);
    case TASK.close:
      return closeScenario(state);
  }
}

function commit(state: State, task: number, a: number, idHi: number, idLo: number): void {
  const [name, id] = nameOf(state, task, a, idHi, idLo);
  commitEvent(state.log!, state, kindOfTask(task), name, id);
}
