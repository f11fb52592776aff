import { enlarged } from '../enlarged.js';
import type { DrawLedger } from '../chance/draw-ledger.js';
import { clearLedger, createLedger } from '../chance/draw-ledger.js';

/** What an event can do that is worth comparing; what `index` and `value` of each mean. */
export const EFFECT = {
  /** A track of the world, and its new value. */
  track: 0,
  /** A track in a seat's picture, and the value that it was told. */
  told: 1,
  /** An incident ran away. */
  'runs away': 2,
  /** What became of a leg (`LEG_STATUSES`). */
  leg: 3,
  /** What became of an entry of the record (`entryStatus`). */
  entry: 4,
  /** What a meeting chose: the option, and the doctrine that has it. */
  choice: 5,
  /** What that choice is about: its place in the run's pool, and half of its identity. */
  target: 6,
  /** The history ended: the ending, −2 for out of time. */
  ended: 7,
} as const;

/** What can become of a leg, by the value of its effect. */
export const LEG_STATUSES = [
  'departed',
  'part arrived',
  'arrived',
  'lost',
  'leaked',
  'intercepted',
  'garbled',
  'recalled',
] as const;

/**
 * What happened in one run, event by event, and which draws it used: kept beside a kernel with the
 * log off, so that two runs can be compared (R25). Typed arrays that grow; none is ever made anew
 * for a run.
 */
export interface TraceLog {
  /** Events so far. */
  count: number;
  time: Float64Array;
  /** Task, name rank, identity and the task's first two numbers of each event, as scheduled. */
  task: Int32Array;
  rank: Int32Array;
  idHi: Int32Array;
  idLo: Int32Array;
  a: Int32Array;
  b: Int32Array;
  /** Number of effects up to the end of each event. */
  effects: Int32Array;
  effectTotal: number;
  effectKind: Int32Array;
  effectIndex: Int32Array;
  effectValue: Float64Array;
  readonly draws: DrawLedger;
  /** State hash of the finished run. */
  stateHash: string;
}

const FIRST_SIZE = 256;

export function createTraceLog(): TraceLog {
  return {
    count: 0,
    time: new Float64Array(FIRST_SIZE),
    task: new Int32Array(FIRST_SIZE),
    rank: new Int32Array(FIRST_SIZE),
    idHi: new Int32Array(FIRST_SIZE),
    idLo: new Int32Array(FIRST_SIZE),
    a: new Int32Array(FIRST_SIZE),
    b: new Int32Array(FIRST_SIZE),
    effects: new Int32Array(FIRST_SIZE),
    effectTotal: 0,
    effectKind: new Int32Array(FIRST_SIZE),
    effectIndex: new Int32Array(FIRST_SIZE),
    effectValue: new Float64Array(FIRST_SIZE),
    draws: createLedger(),
    stateHash: '',
  };
}

/** Forgets the last run and keeps the memory. */
export function clearTrace(trace: TraceLog): void {
  trace.count = 0;
  trace.effectTotal = 0;
  trace.stateHash = '';
  clearLedger(trace.draws);
}

/** Notes that an event's turn has come; effects noted from here on are its own. */
export function traceEvent(
  trace: TraceLog,
  time: number,
  task: number,
  rank: number,
  idHi: number,
  idLo: number,
  a: number,
  b: number,
): void {
  if (trace.count === trace.time.length) growEvents(trace);
  const i = trace.count++;
  trace.time[i] = time;
  trace.task[i] = task;
  trace.rank[i] = rank;
  trace.idHi[i] = idHi;
  trace.idLo[i] = idLo;
  trace.a[i] = a;
  trace.b[i] = b;
  trace.effects[i] = trace.effectTotal;
}

/** Notes an effect of the event at hand; before the first event, of none. */
export function traceEffect(trace: TraceLog, kind: number, index: number, value: number): void {
  if (trace.count === 0) return;
  if (trace.effectTotal === trace.effectKind.length) growEffects(trace);
  const i = trace.effectTotal++;
  trace.effectKind[i] = kind;
  trace.effectIndex[i] = index;
  trace.effectValue[i] = value;
  trace.effects[trace.count - 1] = trace.effectTotal;
}

function growEvents(trace: TraceLog): void {
  const size = 2 * trace.time.length;
  trace.time = enlarged(trace.time, new Float64Array(size));
  trace.task = enlarged(trace.task, new Int32Array(size));
  trace.rank = enlarged(trace.rank, new Int32Array(size));
  trace.idHi = enlarged(trace.idHi, new Int32Array(size));
  trace.idLo = enlarged(trace.idLo, new Int32Array(size));
  trace.a = enlarged(trace.a, new Int32Array(size));
  trace.b = enlarged(trace.b, new Int32Array(size));
  trace.effects = enlarged(trace.effects, new Int32Array(size));
}

function growEffects(trace: TraceLog): void {
  const size = 2 * trace.effectKind.length;
  trace.effectKind = enlarged(trace.effectKind, new Int32Array(size));
  trace.effectIndex = enlarged(trace.effectIndex, new Int32Array(size));
  trace.effectValue = enlarged(trace.effectValue, new Float64Array(size));
}
