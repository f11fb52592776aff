import { readdirSync, readFileSync } from 'node:fs';
import type { ChangeOf } from '../../../src/protocol/happenings.js';
import type { Delivery, DispatchBody } from '../../../src/core/history/delivery.js';
import type { History } from '../../../src/core/history/event.js';
import type { IsoTime } from '../../../src/core/history/span.js';
import { runHistory } from '../../../src/core/run.js';
import { changesOf } from '../../../src/protocol/happenings.js';
import { parseOrders } from '../../../src/protocol/orders.js';
import { compileScenario } from '../../../src/scenario/compile.js';

/** The seed for which the words of README.md hold. */
export const SEED = '1';

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function compiled() {
  const names = ['scenario.yaml', 'record.yaml', 'sources.yaml'];
  const files = new Map(names.map((name) => [name, read(`../${name}`)]));
  const result = compileScenario('cuban-missile-crisis', files);
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.program;
}

const program = compiled();
const played = new Map<string, History>();

/** The mechanisms by name: the files of orders beside this one. */
export const MECHANISMS: readonly string[] = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => name.replace('.ndjson', ''))
  .toSorted();

/** The history of a mechanism: its orders, chance and the calendar, without the record. */
export function historyOf(mechanism: string): History {
  const known = played.get(mechanism);
  if (known !== undefined) return known;
  const parsed = parseOrders(read(`${mechanism}.ndjson`));
  if (parsed.type === 'faults') throw new Error(JSON.stringify(parsed.faults));
  const result = runHistory(program, { seed: SEED, record: false, inputs: parsed.orders });
  if (result.type === 'fault') throw new Error(result.message);
  played.set(mechanism, result.history);
  return result.history;
}

/** The only one of a list: for what happens once in a history. */
export function only<T>(list: readonly T[]): T {
  if (list.length !== 1) throw new Error(`${list.length} where one was looked for`);
  return list[0]!;
}

/** What every seat was told, in order. */
export function deliveries(history: History): readonly Delivery[] {
  return changesOf(history, 'delivered').map(({ change }) => change.delivery);
}

/** A dispatch as it left. */
export function letter(history: History, id: string): DispatchBody {
  const sent = changesOf(history, 'dispatch').map(({ change }) => change.dispatch);
  return only(sent.filter((dispatch) => dispatch.id === id));
}

/** A seat's copy of a dispatch, and when it read it; null where it never did. */
export function copyOf(
  history: History,
  id: string,
  seat: string,
): { readonly at: IsoTime; readonly dispatch: DispatchBody } | null {
  const copies = deliveries(history).flatMap(({ seat: reader, learned, item }) =>
    reader === seat && item.type === 'dispatch' && item.dispatch.id === id
      ? [{ at: learned.placed, dispatch: item.dispatch }]
      : [],
  );
  return copies[0] ?? null;
}

/** When a seat read a dispatch. */
export function readAt(history: History, id: string, seat: string): IsoTime {
  const copy = copyOf(history, id, seat);
  if (copy === null) throw new Error(`${seat} never reads ${id}`);
  return copy.at;
}

/** When the first report of an act, incident, routine or inject reached a seat. */
export function toldAt(history: History, name: string, seat: string): IsoTime {
  const told = deliveries(history).find(
    (d) => d.seat === seat && d.item.type === 'report' && d.item.of.name === name,
  );
  if (told === undefined) throw new Error(`${seat} never hears of ${name}`);
  return told.learned.placed;
}

/** The seats that were ever told of an act, incident, routine or inject. */
export function whoWasTold(history: History, name: string): readonly string[] {
  const told = deliveries(history).flatMap(({ seat, item }) =>
    item.type === 'report' && item.of.name === name ? [seat] : [],
  );
  return [...new Set(told)].toSorted();
}

/** When a track was given a value. */
export function becameAt(history: History, track: string, value: string | number): IsoTime {
  const became = changesOf(history, 'track').find(
    ({ change }) => change.track === track && change.to === value,
  );
  if (became === undefined) throw new Error(`${track} is never ${value}`);
  return became.event.at;
}

/** When an act reached a status. */
export function actAt(history: History, act: string, status: ChangeOf<'act'>['status']): IsoTime {
  const steps = changesOf(history, 'act').filter(
    ({ change }) => change.act === act && change.status === status,
  );
  return only(steps).event.at;
}

/** When an obligation reached a status. */
export function obligationAt(
  history: History,
  id: string,
  status: ChangeOf<'obligation'>['status'],
): IsoTime {
  const steps = changesOf(history, 'obligation').filter(
    ({ change }) => change.obligation.id === id && change.status === status,
  );
  return only(steps).event.at;
}
