import { childIdentity } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import type { Holder } from '../parts/letters.js';
import { TASK } from '../schedule.js';
import type { State } from '../state.js';
import { WORDS } from './divergence-words.js';
import type { Trace } from './trace-effects.js';

/** What the i-th event of a trace is, as a sentence without its full stop. */
export function eventWords(trace: Trace, i: number): string {
  const { state } = trace;
  const { program } = state;
  const a = trace.a[i]!;
  const b = trace.b[i]!;
  const seat = (index: number): string => program.seats[index]!.title;
  switch (trace.task[i]) {
    case TASK.opening:
      return WORDS.opening;
    case TASK.branch:
      return WORDS.branch;
    case TASK.entry:
      return WORDS.entry(program.entries[a]!.id, program.entries[a]!.type);
    case TASK['entry stage']:
      return WORDS.stage(program.entries[a]!.id, program.entries[a]!.type, b);
    case TASK.input:
      return WORDS.order(seat(state.inputs.seat[a]!));
    case TASK.inject:
      return WORDS.inject;
    case TASK.routine:
      return program.routines[a]!.title;
    case TASK.incident:
      return program.incidents[a]!.title;
    case TASK['act start']:
      return WORDS.starts(seat(state.acts[a]!.seat), actTitle(state, a));
    case TASK['act end']:
      return WORDS.completes(seat(state.acts[a]!.seat), actTitle(state, a));
    case TASK.report:
      return WORDS.news(newsTitle(trace, i, a), seat(a));
    case TASK.learn:
      return WORDS.news(program.entries[a]!.id, seat(state.record[a]!.learn[b]!.seat));
    case TASK.outcome:
      return WORDS.failure(actTitle(state, a), seat(state.acts[a]!.seat));
    case TASK.meeting:
      return WORDS.meeting(seat(a));
    case TASK.lapse:
      return WORDS.lapse(dispatchTitle(state, a));
    case TASK.due:
      return WORDS.due(
        program.sides[state.obligations[a]!.obligor]!.title,
        obligationTitle(state, a),
      );
    case TASK.silence:
      return WORDS.silence;
    case TASK.close:
      return WORDS.close;
    default:
      return legWords(trace, i);
  }
}

function legWords({ state, task, a, b }: Trace, i: number): string {
  const { dispatch, to } = state.legs[a[i]!]!;
  const letter = dispatchTitle(state, dispatch);
  const holder = holderTitle(state, to);
  const seat = (): string => state.program.seats[b[i]!]!.title;
  switch (task[i]) {
    case TASK.leak:
      return WORDS.leak(letter, seat());
    case TASK.interception:
      return WORDS.interception(letter, seat());
    case TASK.receipt:
      return WORDS.receipt(letter, holder);
    case TASK.unseal:
      return WORDS.unseal(letter, seat());
    default:
      return WORDS.reaches(letter, holder);
  }
}

/** A dispatch as a reader knows it: by its id in the record, or by its title and writer. */
export function dispatchTitle(state: State, index: number): string {
  const { entry, letter, kind, from, answer, speech } = state.dispatches[index]!;
  const { program } = state;
  if (entry >= 0) return program.entries[entry]!.id;
  const spoken = speech === 'none' ? kind : WORDS.speech[speech];
  const said = answer === 'none' ? spoken : WORDS.answer[answer];
  return WORDS.letter(
    letter < 0 ? said : program.letters[letter]!.title,
    program.seats[from]!.title,
  );
}

export function actTitle(state: State, instance: number): string {
  return state.program.acts[state.acts[instance]!.act]!.title;
}

function obligationTitle(state: State, index: number): string {
  const { act, says } = state.obligations[index]!.clause;
  return act < 0 ? says : state.program.acts[act]!.title;
}

function holderTitle({ program }: State, holder: Holder): string {
  return holder.type === 'seat'
    ? program.seats[holder.seat]!.title
    : program.relays[holder.relay]!.title;
}

/** Tasks of the events that send reports. */
const REPORTED: ReadonlySet<number> = new Set([
  TASK.incident,
  TASK['act end'],
  TASK.routine,
  TASK.inject,
]);

/** What a report tells of: the event before it whose child for that seat it is (R11). */
function newsTitle(trace: Trace, i: number, seat: number): string {
  const hash = trace.state.plan.seatHash[seat]!;
  for (let cause = 0; cause < i; cause++) {
    if (!REPORTED.has(trace.task[cause]!)) continue;
    reportName(trace, cause);
    childIdentity(word[0]!, word[1]!, hash, 0);
    if (word[0] !== trace.idHi[i] || word[1] !== trace.idLo[i]) continue;
    return trace.task[cause] === TASK['act end']
      ? actTitle(trace.state, trace.a[cause]!)
      : eventWords(trace, cause);
  }
  return WORDS.something;
}

/** The identity under which an event sends its reports, left in `word`: a firing's its own. */
function reportName(trace: Trace, i: number): void {
  word[0] = trace.idHi[i]!;
  word[1] = trace.idLo[i]!;
  if (trace.task[i] !== TASK.incident) return;
  let k = 0;
  for (let j = 0; j < i; j++) {
    if (trace.task[j] === TASK.incident && trace.a[j] === trace.a[i]) k++;
  }
  childIdentity(trace.idHi[i]!, trace.idLo[i]!, 0, k);
}
