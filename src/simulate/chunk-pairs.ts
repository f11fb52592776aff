import type { Comparison } from '../core/history/trace.js';
import { DIVERGENCE_SIDES, type ChunkPairs } from './chunk.js';
import { createTextList } from './text-list.js';

/** Gathers how the runs of a chunk compare with those of the first variant. */
export interface PairList {
  /** Run k of the chunk. */
  readonly add: (k: number, comparison: Comparison) => void;
  readonly end: () => ChunkPairs;
}

export function createPairList(count: number): PairList {
  const identical = new Uint8Array(count);
  const at = new Float64Array(count).fill(Number.NaN);
  const side = new Uint8Array(count);
  const reason = new Uint32Array(count);
  const unaligned = new Uint32Array(count);
  const texts = createTextList();
  return {
    add: (k, comparison) => {
      const { first } = comparison;
      identical[k] = comparison.identical ? 1 : 0;
      unaligned[k] = comparison.unaligned;
      at[k] = first?.at ?? Number.NaN;
      side[k] = first === null ? 0 : DIVERGENCE_SIDES.indexOf(first.in);
      reason[k] = texts.placeOf(first?.what ?? '');
    },
    end: () => ({ identical, at, side, reason, reasons: texts.list, unaligned }),
  };
}
