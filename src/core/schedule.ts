import { enlarged } from './enlarged.js';
import type { EventKind } from './history/event-kind.js';
import { EVENT_KINDS } from './history/event-kind.js';

/** Zero-delay consequences that one instant may hold before it is a fault (R3). */
export const MAX_STEPS = 1000;

/**
 * What the kernel does when an event's turn comes. The kind orders events; the task tells them
 * apart.
 */
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
  'meeting',
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
  meeting: 'meeting',
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
 * The one queue of events, a binary heap over typed arrays, ordered by (time, microstep, kind,
 * name, identity) (R3). What orders nearly all events stands in the heap itself, the next event
 * first; the rest stands in slots: identity, task, and three numbers that the task understands.
 */
export interface Schedule {
  size: number;
  /** First free slot, −1 for none. */
  free: number;
  /** By place in the heap. */
  time: Float64Array;
  /** By place in the heap: microstep, kind and name rank, as step·2²⁰ + kind·2¹⁶ + rank. */
  key: Int32Array;
  /** By place in the heap: the event's slot. */
  slot: Int32Array;
  /** Next free slot of each free slot. */
  next: Int32Array;
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
    time: new Float64Array(capacity),
    key: new Int32Array(capacity),
    slot: new Int32Array(capacity),
    next: new Int32Array(capacity),
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
  for (let i = 0; i < q.size; i++) freeSlot(q, q.slot[i]!);
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
  q.key = enlarged(q.key, new Int32Array(size));
  q.slot = enlarged(q.slot, new Int32Array(size));
  q.next = enlarged(q.next, new Int32Array(size));
  q.idHi = enlarged(q.idHi, new Int32Array(size));
  q.idLo = enlarged(q.idLo, new Int32Array(size));
  q.task = enlarged(q.task, new Int32Array(size));
  q.a = enlarged(q.a, new Int32Array(size));
  q.b = enlarged(q.b, new Int32Array(size));
  q.c = enlarged(q.c, new Int32Array(size));
  q.time = enlarged(q.time, new Float64Array(size));
  chainFree(q, old);
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
  q.idHi[slot] = idHi;
  q.idLo[slot] = idLo;
  q.task[slot] = task;
  q.a[slot] = a;
  q.b[slot] = b;
  q.c[slot] = c;
  siftUp(q, time, (step << 20) | KIND_BITS[task]! | rank, slot);
}

/** The instant of the next event, Infinity when there is none. */
export function nextTime(q: Schedule): number {
  return q.size === 0 ? Number.POSITIVE_INFINITY : q.time[0]!;
}

/** The microstep of the next event. */
export function nextStep(q: Schedule): number {
  return q.key[0]! >>> 20;
}

/** The name rank of the next event. */
export function nextRank(q: Schedule): number {
  return q.key[0]! & 0xffff;
}

/** Takes the next event out. Its slot stays readable until the next `push`. */
export function pop(q: Schedule): number {
  const slot = q.slot[0]!;
  q.size--;
  if (q.size > 0) siftDown(q);
  freeSlot(q, slot);
  return slot;
}

function freeSlot(q: Schedule, slot: number): void {
  q.next[slot] = q.free;
  q.free = slot;
}

/** Opens a hole at the end of the heap and lets an event rise in it to its place. */
function siftUp(q: Schedule, t: number, k: number, s: number): void {
  const { time, key, slot } = q;
  let at = q.size++;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const other = time[above]!;
    if (t > other || (t === other && !winsTie(q, k, s, above))) break;
    time[at] = other;
    key[at] = key[above]!;
    slot[at] = slot[above]!;
    at = above;
  }
  time[at] = t;
  key[at] = k;
  slot[at] = s;
}

/** Lets the last event of the heap, at place `size`, sink from the top to its place. */
function siftDown(q: Schedule): void {
  const { time, key, slot, size } = q;
  const t = time[size]!;
  const k = key[size]!;
  const s = slot[size]!;
  let at = 0;
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && isBefore(q, child + 1, child)) child++;
    const other = time[child]!;
    if (t < other || (t === other && winsTie(q, k, s, child))) break;
    time[at] = other;
    key[at] = key[child]!;
    slot[at] = slot[child]!;
    at = child;
  }
  time[at] = t;
  key[at] = k;
  slot[at] = s;
}

/** Whether the event at one place of the heap comes before the one at another. */
function isBefore(q: Schedule, x: number, y: number): boolean {
  const tx = q.time[x]!;
  const ty = q.time[y]!;
  return tx < ty || (tx === ty && winsTie(q, q.key[x]!, q.slot[x]!, y));
}

/** Whether an event comes before the one at a place of the heap, of the same instant. */
function winsTie(q: Schedule, k: number, s: number, place: number): boolean {
  const key = q.key[place]!;
  if (k !== key) return k < key;
  const other = q.slot[place]!;
  const hi = q.idHi[s]! >>> 0;
  const otherHi = q.idHi[other]! >>> 0;
  if (hi !== otherHi) return hi < otherHi;
  return q.idLo[s]! >>> 0 < q.idLo[other]! >>> 0;
}
