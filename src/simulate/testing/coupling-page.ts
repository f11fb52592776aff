import { outcomeColumns } from '../../core/history/outcome-columns.js';
import type { Program } from '../../core/program.js';
import type { BatchRequest } from '../batch-plan.js';
import type { Chunk } from '../chunk.js';
import { rowSource } from '../parts.js';
import { runBatch } from '../runner.js';
import { summarize } from '../summarize.js';
import type { Difference, PairSummary } from '../summary.js';
import { batchOf } from './requests.js';

/** How every outcome of a program differs from the baseline, in one world for each change. */
export async function pairsUnder(
  program: Program,
  changes: readonly (readonly string[])[],
  request: Partial<BatchRequest>,
): Promise<readonly PairSummary[]> {
  const asked = batchOf(program, { against: [], seed: '1', ...request });
  const worlds = changes.map((some, i) => ({ name: `change ${i + 1}`, changes: some }));
  const batch = { ...asked, variants: [asked.variants[0]!, ...worlds] };
  const chunks: Chunk[] = [];
  const end = await runBatch(program, batch, {
    workers: 0,
    sink: {
      chunk: (chunk) => {
        chunks.push(chunk);
      },
    },
  });
  if (end.type !== 'done') throw new Error(end.type);
  const parts = {
    chunks: function* all() {
      yield* chunks;
    },
  };
  return summarize(program, batch, rowSource(parts, outcomeColumns(program))).pairs;
}

/** Variance of the paired difference as a share of what it would be without coupling. */
export function varianceRatio({ pairedVariance, unpairedVariance }: Difference): number {
  return pairedVariance / unpairedVariance;
}

/**
 * A table of every outcome that varies: how many pairs differ, and the ratio of variances. Below it
 * stands what never varies.
 */
export function couplingTable(worlds: readonly { name: string; pairs: PairSummary }[]): string {
  const all = worlds.flatMap(({ pairs }) => pairs.differences);
  const varying = new Set(
    all.flatMap(({ column, unpairedVariance }) => (unpairedVariance > 0 ? [column] : [])),
  );
  const still = new Set(all.flatMap(({ column }) => (varying.has(column) ? [] : [column])));
  const columns = [...varying];
  const head = worlds.flatMap(({ name }) => [`${name}: differing`, 'ratio']);
  const rows = columns.map((column) => [
    `\`${column}\``,
    ...worlds.flatMap(({ pairs }) => cellsOf(pairs.differences.find((d) => d.column === column))),
  ]);
  const table = tableText([['outcome', ...head], ...rows]);
  if (still.size === 0) return table;
  return `${table}\n\nNever varies: ${[...still].map((column) => `\`${column}\``).join(', ')}.`;
}

function cellsOf(difference: Difference | undefined): [string, string] {
  if (difference === undefined) return ['–', '–'];
  const { differing, count, unpairedVariance } = difference;
  const share = `${((100 * differing) / count).toFixed(1)} %`;
  return [share, unpairedVariance === 0 ? '–' : figure(varianceRatio(difference))];
}

function figure(ratio: number): string {
  return String(Number(ratio.toPrecision(2)));
}

/** A table of Markdown as the formatter wants it: numbers to the right. */
function tableText(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, c) => (c === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), rule, ...body.map(line)].join('\n');
}
