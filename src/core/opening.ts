import { quantile } from './chance/distribution.js';
import { identityText } from './chance/identity.js';
import { draw } from './draws.js';
import { watchSilence } from './history/endings.js';
import { openRecord, recountHeldOff } from './history/entries.js';
import { noteDelivery } from './history/log.js';
import { exactSpan, readings } from './history/naming.js';
import { learnTrack } from './knowledge/picture.js';
import { drawResolves } from './knowledge/resolve-belief.js';
import { takeSeat } from './meetings/agenda.js';
import { keepMinds } from './meetings/minds.js';
import { rankOf } from './plan.js';
import type { Prepared } from './preparation.js';
import { PURPOSE } from './purposes.js';
import { TASK, push } from './schedule.js';
import type { InputList, State } from './state.js';
import { openIncidents, refreshIncident } from './world/incidents.js';
import { openRoutines } from './world/routines.js';

/** Sets the world to its opening, and puts into the schedule all that is known beforehand. */
export function open(state: State, prepared: Prepared, withRecord: boolean): void {
  const { program, plan, schedule } = state;
  drawUnknowns(state);
  drawResolves(state);
  program.tracks.forEach(({ starts }, i) => {
    state.tracks[i] = starts;
  });
  for (let seat = 1; seat <= program.seats.length; seat++) {
    state.tracks.set(plan.guesses, seat * program.tracks.length);
  }
  // A scenario without a record has nothing that could stand for chance.
  state.recordHolds = withRecord && program.entries.length > 0;
  state.branchPlan = prepared.branchPlan;
  state.record = prepared.record;
  state.takers = prepared.players;
  if (prepared.players.some((doctrine) => doctrine >= 0)) keepMinds(state.minds, plan);
  // Before all else of its instant: no entry may change what the seats are told at the opening.
  push(schedule, program.opens, 0, TASK.opening, 0, 0, 0, 0, 0, 0);
  openInputs(state, prepared.inputs);
  if (prepared.branch !== undefined) openBranch(state, prepared.branch.at);
  if (withRecord) openRecord(state, prepared.rules);
  openRoutines(state);
  plan.silences.forEach((_, which) => watchSilence(state, which));
  push(schedule, program.closes, 0, TASK.close, rankOf(plan, 'closing'), 0, 0, 0, 0, 0);
}

/** What nobody can know: a named draw from each prior, the same draw under a changed one (R25). */
function drawUnknowns(state: State): void {
  const { unknownId } = state.plan;
  state.program.unknowns.forEach(({ prior }, i) => {
    const u = draw(state, PURPOSE.unknown, unknownId[2 * i]!, unknownId[2 * i + 1]!);
    state.unknowns[i] = quantile(prior, u);
  });
}

/**
 * The instant of the branch: from here on the changed program holds, and chance is back. It comes
 * first of its instant, after the opening.
 */
function openBranch(state: State, at: number): void {
  push(state.schedule, at, 0, TASK.branch, 0, 0, 1, 0, 0, 0);
}

function openInputs(state: State, list: InputList): void {
  const { at, task, rank, id } = list;
  state.inputs = list;
  state.naming = state.log !== null || list.byIdentity;
  for (let i = 0; i < at.length; i++) {
    push(state.schedule, at[i]!, 0, task[i]!, rank[i]!, id[2 * i]!, id[2 * i + 1]!, i, 0, 0);
  }
}

/** The opening: every seat is told the tracks that it starts by knowing (R11). */
export function begin(state: State): void {
  const { program } = state;
  program.seats.forEach(({ name, knows }, seat) => {
    for (const track of knows) learnTrack(state, seat, track, state.tracks[track]!, state.now);
    if (state.log === null) return;
    const values = knows.map((track) => state.tracks[track]!);
    noteDelivery(state.log, {
      seat: name,
      learned: exactSpan(state.now),
      report: identityText(state.plan.seatId[2 * seat]!, state.plan.seatId[2 * seat + 1]!),
      via: 'at once',
      item: { type: 'opening', tracks: readings(program, knows, values) },
    });
  });
  openIncidents(state);
  if (state.branchPlan === null) takeSeats(state);
}

/** Doctrines take their seats: at the branch, or at the opening where there is none (R26). */
function takeSeats(state: State): void {
  const { takers } = state;
  for (let seat = 0; seat < takers.length; seat++) {
    if (takers[seat]! >= 0) takeSeat(state, seat, takers[seat]!);
  }
}

/** The branch: from here on the changed program holds, and chance is awake (R25, R26). */
export function branch(state: State): void {
  state.plan = state.branchPlan!;
  state.program = state.plan.program;
  state.branchPlan = null;
  state.endingsDue = true;
  drawUnknowns(state);
  drawResolves(state);
  if (state.recordHolds) recountHeldOff(state);
  state.recordHolds = false;
  for (let i = 0; i < state.program.incidents.length; i++) refreshIncident(state, i);
  takeSeats(state);
}
