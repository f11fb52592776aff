import { describe, expect, test } from 'vitest';
import { outcomeColumns } from '../../core/history/outcome-columns.js';
import type { SimulationRequest } from '../../protocol/simulation.js';
import { seatDeliveries } from '../../core/knowledge/deliveries.js';
import { seatView } from '../../protocol/seat-view.js';
import { truthView } from '../../protocol/truth-view.js';
import type { Chunk } from '../../simulate/chunk.js';
import { runBatch } from '../../simulate/runner.js';
import { twoBanks } from '../../simulate/testing/two-banks.js';
import { checkRequest } from './request.js';
import { historiesOf, holdResults } from './results.js';
import { simulatedHistory, simulatedPair } from './simulated-histories.js';

const program = await twoBanks();
const ASKED: SimulationRequest = {
  at: null,
  doctrines: [
    { seat: 'mayor', doctrine: 'steady' },
    { seat: 'reeve', doctrine: 'steady' },
  ],
  changes: ['channel ferry delay uniform 4h 9h'],
  runs: 40,
  seed: '1',
};

async function held() {
  const { batch } = checkRequest(program, ASKED);
  const chunks: Chunk[] = [];
  await runBatch(program, batch!, {
    workers: 0,
    sink: { chunk: (chunk) => void chunks.push(chunk) },
  });
  return holdResults(batch!, outcomeColumns(program), chunks);
}

describe('the histories of a batch', () => {
  test('each is listed once, under its ending', async () => {
    const results = await held();
    for (const variant of [0, 1]) {
      const lists = results.endings[variant]!.names.map((ending) =>
        historiesOf(results, { variant, ending, from: 0 }, 100)!,
      );
      const runs = lists.flatMap(({ histories }) => histories.map(({ run }) => run));
      expect(runs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, run) => run));
    }
    expect(historiesOf(results, { variant: 2, ending: 'war', from: 0 }, 100)).toBeNull();
    expect(historiesOf(results, { variant: 0, ending: 'peace', from: 0 }, 100)).toBeNull();
  });

  test('R23: computed again from its address, each ends as the batch said, and parts there', async () => {
    const results = await held();
    for (const ending of results.endings[1]!.names) {
      const { histories } = historiesOf(results, { variant: 1, ending, from: 0 }, 4)!;
      for (const { run, at, other, divergence } of histories) {
        const shown = simulatedHistory(program, { ...ASKED, run });
        if (shown.type === 'failure') throw new Error(shown.message);
        const { history } = shown;
        expect(history.end.ending ?? 'out of time').toBe(ending);
        const pair = simulatedPair(program, { ...ASKED, run });
        expect(pair).toMatchObject({ divergence, endings: { baseline: other, change: ending } });
        expect(at).not.toBeNull();
      }
    }
  });

  test('R12: what doctrines weighed is in the truth alone', () => {
    const shown = simulatedHistory(program, { ...ASKED, run: 0 });
    if (shown.type === 'failure') throw new Error(shown.message);
    const truth = truthView(program, shown.history, shown.label);
    expect(truth.marks.some(({ meeting }) => meeting !== undefined)).toBe(true);
    for (const { name } of program.seats) {
      const view = seatView(program, seatDeliveries(shown.history, name), shown.label);
      expect(JSON.stringify(view)).not.toContain('"utility"');
      expect(view.marks.some(({ type }) => type === 'meeting')).toBe(false);
    }
  });

  test('what cannot be run is refused with the reason', () => {
    const shown = simulatedHistory(program, {
      ...ASKED,
      changes: ['channel tunnel loss 5%'],
      run: 0,
    });
    expect(shown).toMatchObject({ type: 'failure', status: 422, code: 'bad-simulation' });
  });
});
