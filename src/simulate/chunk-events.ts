import { nameOf } from '../core/event-name.js';
import type { Trace } from '../core/history/trace.js';
import { createTextList } from './text-list.js';
import { TASK } from '../core/schedule.js';
import type { ChunkEvents } from './chunk.js';

/** Gathers the events of the runs of a chunk. */
export interface EventList {
  /** Run k of the chunk; runs come in order. */
  readonly add: (k: number, trace: Trace) => void;
  readonly end: () => ChunkEvents;
}

export function createEventList(count: number, recordIds: ReadonlySet<string>): EventList {
  const counts = new Uint32Array(count);
  const runs: Omit<ChunkEvents, 'counts' | 'names'>[] = [];
  const texts = createTextList();
  return {
    add: (k, trace) => {
      const { count: length, time, task, idHi, idLo } = trace;
      counts[k] = length;
      runs.push({
        at: time.slice(0, length),
        task: Uint8Array.from(task.subarray(0, length)),
        name: Uint32Array.from({ length }, (_, i) => texts.placeOf(eventName(trace, i, recordIds))),
        idHigh: Uint32Array.from(idHi.subarray(0, length)),
        idLow: Uint32Array.from(idLo.subarray(0, length)),
      });
    },
    end: () => {
      const length = counts.reduce((sum, n) => sum + n, 0);
      const all = {
        at: new Float64Array(length),
        task: new Uint8Array(length),
        name: new Uint32Array(length),
        idHigh: new Uint32Array(length),
        idLow: new Uint32Array(length),
      };
      let from = 0;
      for (const run of runs) {
        all.at.set(run.at, from);
        all.task.set(run.task, from);
        all.name.set(run.name, from);
        all.idHigh.set(run.idHigh, from);
        all.idLow.set(run.idLow, from);
        from += run.at.length;
      }
      return { counts, ...all, names: texts.list };
    },
  };
}

/** What an event is called: a thing of the record by its id, anything else by its name there. */
function eventName(
  { state, task, a, idHi, idLo }: Trace,
  i: number,
  recordIds: ReadonlySet<string>,
): string {
  const { program, obligations } = state;
  if (task[i] === TASK.due) {
    // Only a logged history gives obligations their ids.
    return program.acts[obligations[a[i]!]!.clause.act]?.name ?? '';
  }
  const [name, id] = nameOf(state, task[i]!, a[i]!, idHi[i]!, idLo[i]!);
  return recordIds.has(id) ? id : name;
}
