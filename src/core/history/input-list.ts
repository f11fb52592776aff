import { childIdentity } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { word } from '../chance/threefry.js';
import { findSeat } from '../letters/writing.js';
import type { Plan } from '../plan.js';
import { rankOf } from '../plan.js';
import type { Program } from '../program.js';
import { TASK } from '../schedule.js';
import type { InputList, TimedInput } from '../state.js';
import { parseInstant } from '../time/instant.js';

/** An identity in hex, alone or at the head of an obligation's or dispute's id. */
const IDENTITY = /^[0-9a-f]{16}(?::|$)/;

/** The name of an input, by which inputs of one seat are counted (R3). */
export function inputName(input: TimedInput): string {
  switch (input.type) {
    case 'act':
      return input.act;
    case 'send':
      return input.letter;
    case 'write':
      return input.kind;
    case 'inject':
      return input.name;
    default:
      return input.type;
  }
}

/**
 * Works out, once for any number of runs, what the kernel asks of each input: when and where it
 * stands in the order of events, and which seat gives it.
 *
 * @throws if an input's time is not an instant or its seat is neither control nor the scenario's
 */
export function listInputs(plan: Plan, inputs: readonly TimedInput[]): InputList {
  const counts = new Map<string, number>();
  const id = new Int32Array(2 * inputs.length);
  const at = Float64Array.from(inputs, (input) => instantOf(input));
  for (const i of inOrder(inputs, at)) {
    identify(inputs[i]!, counts);
    id[2 * i] = word[0]!;
    id[2 * i + 1] = word[1]!;
  }
  return {
    inputs,
    id,
    at,
    task: Int32Array.from(inputs, ({ type }) => (type === 'inject' ? TASK.inject : TASK.input)),
    rank: Int32Array.from(
      inputs,
      (input) => plan.rank.get(inputName(input)) ?? rankOf(plan, 'input'),
    ),
    seat: Int32Array.from(inputs, ({ seat }) => seatOf(plan.program, seat)),
    template: Int32Array.from(inputs, (input) => templateOf(plan.program, input)),
    byIdentity: inputs.some((input) => IDENTITY.test(namedBy(input))),
  };
}

/**
 * Places of the inputs in time order, those of one instant by their words: never by their list
 * (R3).
 */
function inOrder(inputs: readonly TimedInput[], at: Float64Array): number[] {
  const words = inputs.map((input) => JSON.stringify(Object.entries(input).toSorted(byKey)));
  return inputs
    .map((_, i) => i)
    .toSorted((a, b) => at[a]! - at[b]! || compareText(words[a]!, words[b]!));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Identity of an input, left in `word`: its given id, else its ordinal among same-named ones (R3).
 */
function identify(input: TimedInput, counts: Map<string, number>): void {
  childIdentity(0, 0, nameHash(`seat ${input.seat}`), 0);
  const hi = word[0]!;
  const lo = word[1]!;
  if (input.id !== undefined) {
    childIdentity(hi, lo, nameHash(`given ${input.id}`), 0);
    return;
  }
  const name = `${input.seat} ${inputName(input)}`;
  const ordinal = counts.get(name) ?? 0;
  counts.set(name, ordinal + 1);
  childIdentity(hi, lo, nameHash(`input ${inputName(input)}`), ordinal);
}

function instantOf({ at }: TimedInput): number {
  const t = parseInstant(at);
  if (t === null) throw new Error(`an input at ${at}, which is not an instant`);
  return t;
}

function seatOf(program: Program, name: string): number {
  const seat = findSeat(program, name);
  if (seat < 0 && name !== 'control') throw new Error(`an input of the unknown seat ${name}`);
  return seat;
}

/** The act or letter that an input orders by its name, −1 where there is none of that name. */
function templateOf({ acts, letters }: Program, input: TimedInput): number {
  if (input.type === 'act') return acts.findIndex((a) => a.name === input.act);
  if (input.type === 'send') return letters.findIndex((l) => l.name === input.letter);
  return -1;
}

/** The id of the dispatch, act, obligation or dispute of which an input speaks, or ''. */
function namedBy(input: TimedInput): string {
  switch (input.type) {
    case 'act':
    case 'decide':
    case 'inject':
      return '';
    case 'send':
    case 'write':
      return input.repliesTo ?? '';
    case 'answer':
      return input.offer;
    case 'consent':
      return input.request;
    case 'dispute':
    case 'release':
      return input.obligation;
    case 'argue':
    case 'settle':
      return input.dispute;
    case 'recall':
    case 'hold':
    case 'release dispatch':
    case 'lose':
      return input.dispatch;
  }
}
