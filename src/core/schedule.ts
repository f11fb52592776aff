import type { EventKind } from './history/event.js';
import { EVENT_KINDS } from './history/event.js';

/** Zero-delay consequences that one instant may hold before it is a fault (R3). */
export const MAX_STEPS = 1000;

/** What the kernel does when an event's turn comes. The kind orders events; the task tells them apart. */
export const TASKS = [
  'opening',
  'branch',
  'entry',
  'entry stage',
  'input',
  'inject',
  'routine',
  'incident',
  'act start',
  'act end',
  'report',
  'learn',
  'leg',
  'leak',
  'interception',
  'receipt',
  'outcome',
  'unseal',
  'lapse',
  'due',
  'silence',
  'close',
] as const;
export type Task = (typeof TASKS)[number];

const KIND_OF_TASK: Readonly<Record<Task, EventKind>> = {
  opening: 'entry',
  branch: 'entry',
  entry: 'entry',
  'entry stage': 'entry',
  input: 'input',
  inject: 'inject',
  routine: 'routine',
  incident: 'incident',
  'act start': 'act',
  'act end': 'act',
  report: 'delivery',
  learn: 'delivery',
  leg: 'delivery',
  leak: 'delivery',
  interception: 'delivery',
  receipt: 'delivery',
  outcome: 'delivery',
  unseal: 'delivery',
  lapse: 'deadline',
  due: 'deadline',
  silence: 'deadline',
  close: 'deadline',
};

/** A task's number, as kept in the schedule. */
export const TASK: Readonly<Record<Task, number>> = Object.fromEntries(
  TASKS.map((task, number) => [task, number]),
) as Record<Task, number>;

const KIND_BITS = Int32Array.from(TASKS, (task) => EVENT_KINDS.indexOf(KIND_OF_TASK[task]) << 16);

/** The kind of event under which a task is ordered and logged. */
export function kindOfTask(task: number): EventKind {
  return KIND_OF_TASK[TASKS[task]!];
}

/**
 * The one queue of events, a binary heap over typed arrays, ordered by (time, microstep, kind, name,
 * identity) (R3). A slot holds the event's task and three numbers that the task understands.
 */
export interface Schedule {
  size: number;
  free: number;
  heap: Int32Array;
  /** Next free slot of each free slot. */
  next: Int32Array;
  time: Float64Array;
  /** Microstep, kind and name rank in one number: step·2²⁰ + kind·2¹⁶ + rank. */
  key: Int32Array;
  idHi: Int32Array;
  idLo: Int32Array;
  task: Int32Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
}

/** An empty schedule; it grows when it must. */
export function createSchedule(capacity: number): Schedule {
  const schedule: Schedule = {
    size: 0,
    free: 0,
    heap: new Int32Array(capacity),
    next: new Int32Array(capacity),
    time: new Float64Array(capacity),
    key: new Int32Array(capacity),
    idHi: new Int32Array(capacity),
    idLo: new Int32Array(capacity),
    task: new Int32Array(capacity),
    a: new Int32Array(capacity),
    b: new Int32Array(capacity),
    c: new Int32Array(capacity),
  };
  chainFree(schedule, 0);
  return schedule;
}

/** Forgets every event and keeps the memory. */
export function clearSchedule(q: Schedule): void {
  // Slots still in the heap go back one by one: a short queue must not cost a refill of all slots.
  for (let i = 0; i < q.size; i++) freeSlot(q, q.heap[i]!);
  q.size = 0;
}

function chainFree(q: Schedule, from: number): void {
  const last = q.next.length - 1;
  for (let slot = from; slot < last; slot++) q.next[slot] = slot + 1;
  q.next[last] = -1;
  q.free = from;
}

function grow(q: Schedule): void {
  const old = q.next.length;
  const size = old * 2;
  q.heap = enlarged(q.heap, size);
  q.next = enlarged(q.next, size);
  q.key = enlarged(q.key, size);
  q.idHi = enlarged(q.idHi, size);
  q.idLo = enlarged(q.idLo, size);
  q.task = enlarged(q.task, size);
  q.a = enlarged(q.a, size);
  q.b = enlarged(q.b, size);
  q.c = enlarged(q.c, size);
  const time = new Float64Array(size);
  time.set(q.time);
  q.time = time;
  chainFree(q, old);
}

function enlarged(old: Int32Array, size: number): Int32Array {
  const larger = new Int32Array(size);
  larger.set(old);
  return larger;
}

/** Puts an event into the queue. `rank` is its name's rank; a, b, c are the task's own. */
export function push(
  q: Schedule,
  time: number,
  step: number,
  task: number,
  rank: number,
  idHi: number,
  idLo: number,
  a: number,
  b: number,
  c: number,
): void {
  if (q.free === -1) grow(q);
  const slot = q.free;
  q.free = q.next[slot]!;
  q.time[slot] = time;
  q.key[slot] = (step << 20) | KIND_BITS[task]! | rank;
  q.idHi[slot] = idHi;
  q.idLo[slot] = idLo;
  q.task[slot] = task;
  q.a[slot] = a;
  q.b[slot] = b;
  q.c[slot] = c;
  siftUp(q, q.size++, slot);
}

/** The slot of the next event, left in the queue; −1 when there is none. */
export function peek(q: Schedule): number {
  return q.size === 0 ? -1 : q.heap[0]!;
}

/** Takes the next event out. Its slot stays readable until the next `push`. */
export function pop(q: Schedule): number {
  const { heap } = q;
  const slot = heap[0]!;
  const last = heap[--q.size]!;
  if (q.size > 0) siftDown(q, last);
  freeSlot(q, slot);
  return slot;
}

function freeSlot(q: Schedule, slot: number): void {
  q.next[slot] = q.free;
  q.free = slot;
}

function siftUp(q: Schedule, hole: number, slot: number): void {
  const { heap } = q;
  let at = hole;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent]!;
    if (!before(q, slot, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = slot;
}

function siftDown(q: Schedule, slot: number): void {
  const { heap, size } = q;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && before(q, heap[child + 1]!, heap[child]!)) child++;
    if (!before(q, heap[child]!, slot)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = slot;
}

function before(q: Schedule, x: number, y: number): boolean {
  const tx = q.time[x]!;
  const ty = q.time[y]!;
  if (tx !== ty) return tx < ty;
  const kx = q.key[x]!;
  const ky = q.key[y]!;
  if (kx !== ky) return kx < ky;
  const hx = q.idHi[x]! >>> 0;
  const hy = q.idHi[y]! >>> 0;
  if (hx !== hy) return hx < hy;
  return q.idLo[x]! >>> 0 < q.idLo[y]! >>> 0;
}
