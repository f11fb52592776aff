import { formatMinute } from '../../core/time/instant.js';
import type { DivergenceView, HistoriesView, HistoryRow } from '../../protocol/simulation.js';
import type { OutcomeColumn } from '../../core/history/outcome-columns.js';
import type { Batch } from '../../simulate/batch.js';
import { DIVERGENCE_SIDES, type Chunk } from '../../simulate/chunk.js';

/** What is kept of a batch for its lists of histories: a few numbers for each. */
export interface HeldResults {
  readonly runs: number;
  /** By variant. */
  readonly endings: readonly HeldEndings[];
  /** How each run of the second variant compares with the first; null where not paired. */
  readonly pairs: HeldPairs | null;
}

interface HeldEndings {
  /** Names of endings, `out of time` last. */
  readonly names: readonly string[];
  /** By run: position in `names`. */
  readonly ending: Uint8Array;
  /** By run: when it ended, ms UTC, NaN where it did not. */
  readonly at: Float64Array;
}

interface HeldPairs {
  /** By run: where its two histories part, ms UTC, NaN where they never do. */
  readonly at: Float64Array;
  /** By run: in which of the two something happens there, as a position in `DIVERGENCE_SIDES`. */
  readonly side: Uint8Array;
  /** By run: what, as a position in `reasons`. */
  readonly reason: Uint32Array;
  readonly reasons: readonly string[];
}

/** Keeps of the chunks of a batch what the lists need. */
export function holdResults(
  { runs, variants }: Batch,
  columns: readonly OutcomeColumn[],
  chunks: readonly Chunk[],
): HeldResults {
  const ending = columns.findIndex(({ name }) => name === 'ending');
  const endedAt = columns.findIndex(({ name }) => name === 'ended_at');
  const endings = variants.map((_, variant) => {
    const held = { ending: new Uint8Array(runs), at: new Float64Array(runs) };
    for (const { first, count, rows } of chunks) {
      for (let i = 0; i < count; i++) {
        held.ending[first + i] = rows[variant]![i * columns.length + ending]!;
        held.at[first + i] = rows[variant]![i * columns.length + endedAt]!;
      }
    }
    return { names: columns[ending]!.labels, ...held };
  });
  return { runs, endings, pairs: variants.length > 1 ? holdPairs(runs, chunks) : null };
}

function holdPairs(runs: number, chunks: readonly Chunk[]): HeldPairs {
  const at = new Float64Array(runs).fill(Number.NaN);
  const side = new Uint8Array(runs);
  const reason = new Uint32Array(runs);
  const reasons = new Map<string, number>();
  for (const { first, count, pairs } of chunks) {
    const [pair] = pairs;
    if (pair === undefined) continue;
    for (let i = 0; i < count; i++) {
      at[first + i] = pair.at[i]!;
      side[first + i] = pair.side[i]!;
      const words = pair.reasons[pair.reason[i]!] ?? '';
      if (!reasons.has(words)) reasons.set(words, reasons.size);
      reason[first + i] = reasons.get(words)!;
    }
  }
  return { at, side, reason, reasons: [...reasons.keys()] };
}

/** A page of the histories of a variant that ended in one way, in the order of their runs. */
export function historiesOf(
  results: HeldResults,
  asked: { readonly variant: number; readonly ending: string; readonly from: number },
  most: number,
): HistoriesView | null {
  const held = results.endings[asked.variant];
  const ending = held?.names.indexOf(asked.ending) ?? -1;
  if (held === undefined || ending < 0) return null;
  const runs: number[] = [];
  for (let run = 0; run < results.runs; run++) if (held.ending[run] === ending) runs.push(run);
  const histories = runs
    .slice(asked.from, asked.from + most)
    .map((run) => historyRow(results, asked.variant, run));
  return { ...asked, total: runs.length, histories };
}

function historyRow({ endings, pairs }: HeldResults, variant: number, run: number): HistoryRow {
  const { names, ending, at } = endings[variant]!;
  const other = pairs === null ? undefined : endings[variant === 0 ? 1 : 0];
  return {
    run,
    ending: names[ending[run]!]!,
    at: Number.isNaN(at[run]!) ? null : formatMinute(at[run]!),
    divergence: pairs === null ? null : divergenceOf(pairs, run),
    other: other === undefined ? null : other.names[other.ending[run]!]!,
  };
}

function divergenceOf(
  { at, side, reason, reasons }: HeldPairs,
  run: number,
): DivergenceView | null {
  const where = DIVERGENCE_SIDES[side[run]!]!;
  if (where === '' || Number.isNaN(at[run]!)) return null;
  return { at: formatMinute(at[run]!), in: where, what: reasons[reason[run]!]! };
}
