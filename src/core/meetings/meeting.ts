import type { TraceLog } from '../history/trace-log.js';
import { EFFECT, traceEffect } from '../history/trace-log.js';
import type { Option } from '../parts/doctrine.js';
import type { State } from '../state.js';
import { scheduleNext } from './agenda.js';
import { carryOut } from './carrying-out.js';
import { beginChoice } from './choice.js';
import type { DoctrinePlan } from './doctrine-plan.js';
import { noteDecision, noteMeeting } from './meeting-log.js';
import { weighConsents, weighPlain, weighReplies, weighOwnOffers } from './options.js';
import { refreshRow } from './row.js';

/**
 * A seat considers what to do (R7): its doctrine weighs each option over the seat's own row, the
 * best is taken, at most one, and carried out in this very event.
 */
export function meet(
  state: State,
  seat: number,
  doctrine: number,
  regular: number,
  idHi: number,
  idLo: number,
): void {
  // Whoever has taken the seat since keeps an agenda of its own.
  if (state.player[seat] !== doctrine) return;
  if (regular === 1) scheduleNext(state, seat, doctrine);
  const plan = state.plan.doctrines[doctrine]!;
  state.meetings++;
  sitDown(state, seat, plan);
  const precision = plan.precision(state.mind);
  beginChoice(state);
  weighPlain(state, seat, plan, precision);
  weighReplies(state, seat, plan, precision);
  weighOwnOffers(state, seat, plan, precision);
  weighConsents(state, seat, plan, precision);
  if (state.fault !== null) return;
  conclude(state, seat, plan, idHi, idLo);
}

/** Puts the seat's row before `state.mind`: nothing else can be read from there (R11). */
function sitDown(state: State, seat: number, { parameters }: DoctrinePlan): void {
  const { mind, program, plan } = state;
  refreshRow(state, seat);
  mind.offset = (seat + 1) * program.tracks.length;
  mind.ownOffset = seat * plan.row.width;
  mind.parameters = parameters;
}

function conclude(
  state: State,
  seat: number,
  plan: DoctrinePlan,
  idHi: number,
  idLo: number,
): void {
  const { option, place } = state.minds.choice;
  const chosen = option < 0 ? null : plan.doctrine.options[option]!;
  if (state.log !== null) noteMeeting(state, seat, plan);
  if (state.trace !== null) traceChoice(state.trace, state, seat, chosen);
  if (chosen === null || chosen.type === 'nothing') return;
  if (place >= 0) state.minds.spent[seat * state.minds.stride + option] = state.minds.choice.period;
  if (state.log !== null && chosen.type !== 'leave') {
    noteDecision(state, seat, chosen.title, idHi, idLo);
  }
  carryOut(state, seat, plan, chosen);
}

/** Notes for a comparison what was chosen, and about what. */
function traceChoice(trace: TraceLog, state: State, seat: number, chosen: Option | null): void {
  const { option, target } = state.minds.choice;
  traceEffect(trace, EFFECT.choice, option, state.player[seat]!);
  if (target < 0 || chosen === null) return;
  const consent = chosen.type === 'consent';
  const { idLo } = consent ? state.acts[target]! : state.dispatches[target]!;
  traceEffect(trace, EFFECT.target, consent ? -1 - target : target, idLo);
}
