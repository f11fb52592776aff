import type { DispatchEntry } from '../../../core/parts/record.js';
import type { RecordedTime } from '../../../core/time/recorded-time.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../../reading/source-file.js';
import type { CustodyRow } from '../../schema/documents-schema.js';
import type { Custody, CustodyStep } from '../../source-criticism.js';
import { isName } from '../../text/name-form.js';
import { nearestName } from '../../text/nearest-name.js';
import { citesAt, dispatchAt, roughTimeAt, type CriticismContext } from './criticism-context.js';

/**
 * How documents were locked away and let out. Each step comes after those before it, as far as
 * their times tell; a dispatch has one custody; and what the observer seat learns of it by the
 * record, it learns at the release and not before.
 */
export function compileCustodies(
  c: CriticismContext,
  rows: Readonly<Record<string, CustodyRow>>,
  file: SourceFile,
): Custody[] {
  const keepers = new Map<string, string>();
  return Object.entries(rows).map(([id, row]) => {
    const spot = spotOf(file, ['custodies', id]);
    if (!isName(id)) c.report(keyOf(spot), 'bad-name', id);
    if (row.dispatches.length === 0)
      c.report(inside(spot, 'dispatches'), 'empty-list', 'dispatches');
    if (row.steps.length === 0) c.report(inside(spot, 'steps'), 'empty-list', 'steps');
    const steps = compileSteps(c, row, inside(spot, 'steps'));
    const dispatches = keptDispatches(c, id, row, keepers, inside(spot, 'dispatches'));
    // A release at fault says nothing of when anybody learned.
    if (steps.every((step) => step !== null)) checkLearning(c, row, steps, spot);
    return { id, title: row.title, dispatches, steps: steps.filter((step) => step !== null) };
  });
}

/** The dispatches of a custody; each may stand in one, once. */
function keptDispatches(
  c: CriticismContext,
  custody: string,
  row: CustodyRow,
  keepers: Map<string, string>,
  spot: Spot,
): string[] {
  const kept: string[] = [];
  for (const [i, id] of row.dispatches.entries()) {
    const at = inside(spot, i);
    const keeper = keepers.get(id);
    if (keeper === custody) c.report(at, 'named-twice', id);
    else if (keeper !== undefined) c.report(at, 'two-custodies', id, keeper);
    else if (dispatchAt(c, id, at) !== null) {
      keepers.set(id, custody);
      kept.push(id);
    }
  }
  return kept;
}

/** The steps of a custody; null stands for one whose time is at fault. */
function compileSteps(c: CriticismContext, row: CustodyRow, spot: Spot): (CustodyStep | null)[] {
  // Of the steps so far, the one that surely was not before.
  let last: CustodyStep | null = null;
  return row.steps.map(({ type, at, by, says, together, cites }, i) => {
    const place = inside(spot, i);
    const time = roughTimeAt(c, at, inside(place, 'at'));
    const sources = citesAt(c, cites ?? [], inside(place, 'cites'));
    if (time === null) return null;
    if (last !== null && time.latest < last.at.earliest) {
      c.report(inside(place, 'at'), 'custody-order', type, last.type);
    }
    const step = { type, at: time, by, says, together: together ?? false, cites: sources };
    if (last === null || time.earliest > last.at.earliest) last = step;
    return step;
  });
}

/** When a custody let its documents out; null where it has not. */
export function releaseOf(steps: readonly CustodyStep[]): RecordedTime | null {
  const releases = steps.filter(({ type }) => type === 'released').map(({ at }) => at);
  const [first] = releases;
  if (first === undefined || releases.length === 1) return first ?? null;
  const earliest = Math.min(...releases.map((at) => at.earliest));
  const latest = Math.max(...releases.map((at) => at.latest));
  const placed = Math.floor((earliest + latest) / 2);
  return { earliest, latest, placed, precision: 'interval', estimated: false };
}

/** Holds a custody against what the record has its observer seat learn. */
function checkLearning(
  c: CriticismContext,
  row: CustodyRow,
  steps: readonly CustodyStep[],
  spot: Spot,
): void {
  const observer = observerAt(c, row.observer, inside(spot, 'observer'));
  const release = releaseOf(steps);
  if (observer < 0) return;
  for (const [i, id] of row.dispatches.entries()) {
    const entry = c.entries.get(id);
    if (entry?.type !== 'dispatch') continue;
    const at = inside(spot, 'dispatches', i);
    const learned = timesLearned(entry, observer);
    const early = learned.some(({ earliest }) => release === null || earliest < release.earliest);
    if (early) c.report(at, 'learned-before-release', row.observer, id);
    else if (release !== null && !learned.some(({ earliest }) => earliest <= release.latest)) {
      c.report(at, 'not-learned-at-release', row.observer, id);
    }
  }
}

/** The index of a seat that only learns, or −1. */
function observerAt(c: CriticismContext, name: string, spot: Spot): number {
  const { seats } = c.program;
  const index = seats.findIndex((seat) => seat.name === name);
  const observers = seats.filter(({ observer }) => observer).map((seat) => seat.name);
  if (index < 0) {
    c.report(spot, 'unknown-name', 'seat', name, nearestName(name, observers), observers);
  } else if (!seats[index]!.observer) c.report(spot, 'not-an-observer', name);
  return observers.includes(name) ? index : -1;
}

/** When a seat learned of a dispatch as a whole, or had it in hand. */
function timesLearned({ learn, legs }: DispatchEntry, seat: number): RecordedTime[] {
  const rows = learn.filter((one) => one.seat === seat && one.aspect === '');
  const read = legs.filter(({ to, reads }) => reads && to.type === 'seat' && to.seat === seat);
  return [...rows.map(({ time }) => time), ...read.map(({ arrived }) => arrived)];
}
