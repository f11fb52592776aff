import type { Trace } from '../core/history/trace.js';
import type { ChunkEvents } from './chunk.js';

/** Gathers the events of the runs of a chunk. */
export interface EventList {
  /** Run k of the chunk; runs come in order. */
  readonly add: (k: number, trace: Trace) => void;
  readonly end: () => ChunkEvents;
}

export function createEventList(count: number): EventList {
  const counts = new Uint32Array(count);
  const runs: Omit<ChunkEvents, 'counts'>[] = [];
  return {
    add: (k, { count: length, time, task, rank, idHi, idLo }) => {
      counts[k] = length;
      runs.push({
        at: time.slice(0, length),
        task: Uint8Array.from(task.subarray(0, length)),
        name: Uint32Array.from(rank.subarray(0, length)),
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
      return { counts, ...all };
    },
  };
}
