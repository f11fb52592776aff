import type { OutcomeColumn } from '../../core/history/outcome-columns.js';
import type { Program } from '../../core/program.js';
import { HOUR, OPENS, smallProgram } from '../../core/testing/small-program.js';
import type { Batch } from '../batch.js';
import type { PairRow, RowSource } from '../row-source.js';

/** A scenario whose titles hold what a page must escape. */
export function inventedProgram(): Program {
  const program = smallProgram({
    closes: 168,
    unknowns: { kappa: { type: 'loguniform', low: 0.01, high: 0.3 } },
    endings: { settled: 0, war: 0 },
  });
  const titled = { settled: 'Settled', war: 'War, “by accident” & <otherwise>' };
  return {
    ...program,
    title: 'Two towns & <one> bridge',
    unknowns: [{ ...program.unknowns[0]!, title: 'Chance that one incident runs away' }],
    endings: program.endings.map((ending) => ({
      ...ending,
      title: titled[ending.name as keyof typeof titled],
    })),
    resolves: [
      {
        seat: 1,
        title: 'How far the reeve means to go',
        positions: [
          { name: 'soft', share: 0.5, value: 0 },
          { name: 'hard', share: 0.5, value: 1 },
        ],
        precision: 2,
        signs: [],
        relayed: 0.6,
      },
    ],
  };
}

function column(
  name: string,
  title: string,
  type: OutcomeColumn['type'],
  rest: Partial<OutcomeColumn> = {},
): OutcomeColumn {
  return { name, title, type, unit: '', labels: [], ...rest };
}

export const INVENTED_COLUMNS: readonly OutcomeColumn[] = [
  column('ending', 'How it first ended', 'category', { labels: ['settled', 'war', 'out of time'] }),
  column('ended_at', 'When it ended', 'instant'),
  column('ran_away', 'An incident ran away', 'flag'),
  column('milestone_lifting', 'The bridge is open again', 'instant'),
  column('unknown_kappa', 'kappa', 'number'),
  column('resolve_reeve', 'The reeve', 'category', { labels: ['soft', 'hard'] }),
  column('track_anger', 'Anger at the end', 'number', { unit: 'share' }),
  column('dispatches', 'Dispatches sent', 'number'),
  column('state_hash_hi', 'First half of the state hash', 'number'),
];

/** A batch of so many runs, of one variant or of a baseline and a change. */
export function inventedBatch(runs: number, paired = false): Batch {
  return {
    format: 'backchannel-batch/1',
    scenario: 'small',
    program: '0'.repeat(64),
    seed: '1',
    runs,
    branchAt: null,
    doctrines: [],
    record: false,
    orders: [],
    variants: [
      { name: 'baseline', changes: [] },
      ...(paired ? [{ name: 'change', changes: ['channel ferry delay 3h & <more>'] }] : []),
    ],
    paired,
    events: false,
  };
}

/** Rows of hours and numbers in the order of `INVENTED_COLUMNS`; hours count from the opening. */
export type InventedRow = readonly number[];

/** Serves rows in chunks, overwriting each chunk with the next as a runner may. */
export function sourceOf(
  variants: readonly (readonly InventedRow[])[],
  pairs: readonly PairRow[] = [],
  chunkRows = 2,
): RowSource {
  const width = INVENTED_COLUMNS.length;
  return {
    columns: INVENTED_COLUMNS,
    rows: function* rows(variant) {
      const all = variants[variant]!;
      const buffer = new Float64Array(chunkRows * width);
      for (let from = 0; from < all.length; from += chunkRows) {
        const chunk = all.slice(from, from + chunkRows).flatMap((row) => row.map(inColumn));
        buffer.set(chunk);
        yield buffer.subarray(0, chunk.length);
      }
    },
    pairs: () => pairs,
  };
}

function inColumn(value: number, index: number): number {
  return INVENTED_COLUMNS[index]!.type === 'instant' ? OPENS + value * HOUR : value;
}

/** Rows that look like a batch's: repeatable, with a change that makes the wires slower. */
export function inventedRows(runs: number, slower: number): InventedRow[] {
  let state = 20_261;
  const next = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: runs }, () => {
    const [u, v, w, x, y] = [next(), next(), next(), next(), next()];
    const kappa = 0.01 + 0.29 * u * u;
    const hard = v < 0.5 ? 0 : 1;
    const ranAway = w < kappa * (0.3 + slower) ? 1 : 0;
    const ended = 12 + 150 * x * (1 + slower) + 20 * hard;
    const ending = ranAway === 1 ? 1 : ended < 168 ? 0 : 2;
    const at = ending === 2 ? NaN : ending === 1 ? ended / 3 : ended;
    const lifting = ending === 0 && ended < 120 ? ended + 40 * y : NaN;
    const anger = Math.min(1, 0.2 + 0.5 * y + 0.2 * ranAway);
    return [
      ending,
      at,
      ranAway,
      lifting,
      kappa,
      hard,
      anger,
      Math.floor(9 * y),
      Math.floor(1e9 * u),
    ];
  });
}

/** How the rows of a baseline and of a change part. */
export function inventedPairs(
  baseline: readonly InventedRow[],
  change: readonly InventedRow[],
): PairRow[] {
  return baseline.map((row, run) => {
    const identical = Object.is(row[1], change[run]![1]);
    return {
      identical,
      at: identical ? NaN : OPENS + (2 + (run % 7)) * HOUR,
      divergence: identical
        ? ''
        : run % 3 === 0
          ? 'first reaches the mayor later'
          : 'a <shot> is heard',
      in: identical ? '' : 'both',
      unaligned: identical ? 0 : run % 4,
    };
  });
}
