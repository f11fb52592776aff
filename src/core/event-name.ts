import { identityText } from './chance/identity.js';
import { inputId } from './history/control.js';
import { inputName } from './history/input-list.js';
import { TASK } from './schedule.js';
import type { State, TimedInput } from './state.js';

/** Name and id under which an event stands in the log. */
export function nameOf(
  state: State,
  task: number,
  a: number,
  idHi: number,
  idLo: number,
): readonly [string, string] {
  const { program } = state;
  const identity = identityText(idHi, idLo);
  switch (task) {
    case TASK.entry:
    case TASK['entry stage']:
    case TASK.learn:
      return [program.entries[a]!.title, program.entries[a]!.id];
    case TASK.input:
    case TASK.inject:
      return inputNames(state.inputs.inputs[a]!, idHi, idLo);
    case TASK.routine:
      return [program.routines[a]!.name, identity];
    case TASK.incident:
      return [program.incidents[a]!.name, identity];
    case TASK['act start']:
    case TASK['act end']:
    case TASK.outcome:
      return [program.acts[state.acts[a]!.act]!.name, identity];
    case TASK.report:
    case TASK.meeting:
      return [program.seats[a]!.name, identity];
    case TASK.leg:
    case TASK.leak:
    case TASK.interception:
    case TASK.receipt:
    case TASK.unseal: {
      const d = state.dispatches[state.legs[a]!.dispatch]!;
      return [d.name, d.id];
    }
    case TASK.lapse:
      return [state.dispatches[a]!.name, state.dispatches[a]!.id];
    case TASK.due:
      return [state.obligations[a]!.id, state.obligations[a]!.id];
    default:
      return [TASK_NAMES.get(task)!, TASK_NAMES.get(task)!];
  }
}

function inputNames(input: TimedInput, idHi: number, idLo: number): readonly [string, string] {
  return [inputName(input), inputId(input, idHi, idLo)];
}

const TASK_NAMES: ReadonlyMap<number, string> = new Map([
  [TASK.opening, 'opening'],
  [TASK.branch, 'branch'],
  [TASK.silence, 'silence'],
  [TASK.close, 'closing'],
]);
