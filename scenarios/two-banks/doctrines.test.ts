import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { History } from '../../src/core/history/event.js';
import { createKernel, runHistory } from '../../src/core/run.js';
import { compileWithDoctrines } from '../../src/doctrine/compile-doctrines.js';
import { generatedCode } from '../../src/doctrine/generated-options.js';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

function compiled() {
  const names = ['scenario.yaml', 'doctrines.yaml'];
  const result = compileWithDoctrines(
    'two-banks',
    new Map(names.map((name) => [name, read(name)])),
  );
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults));
  return result.program;
}

const program = compiled();
const TEMPERS = ['steady', 'harder', 'softer'];
const PAIRS = TEMPERS.flatMap((mayor) => TEMPERS.map((reeve) => ({ mayor, reeve })));
const RUNS = 150;

function historyOf(mayor: string, reeve: string, run: number): History {
  const doctrines = [
    { seat: 'mayor', doctrine: mayor },
    { seat: 'reeve', doctrine: reeve },
  ];
  const result = runHistory(program, { seed: '1', run, record: false, doctrines });
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

const histories = PAIRS.map((pair) => ({
  ...pair,
  histories: Array.from({ length: RUNS }, (_, run) => historyOf(pair.mayor, pair.reeve, run)),
}));

function endings(of: readonly History[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { end } of of) {
    const ending = end.ending ?? 'none';
    counts[ending] = (counts[ending] ?? 0) + 1;
  }
  return counts;
}

/** Every option that was taken, as `mayor.steady accept first`. */
function taken(of: readonly History[]): Set<string> {
  const found = new Set<string>();
  for (const { events } of of) {
    for (const { changes } of events) {
      for (const change of changes) {
        if (change.type !== 'meeting') continue;
        const option = change.options[change.chosen];
        if (option) found.add(`${change.seat}.${change.doctrine} ${option.name}`);
      }
    }
  }
  return found;
}

describe('two banks played by machines', () => {
  test('the steady two come to all four endings, and to a bargain most often', () => {
    const steady = histories.find(({ mayor, reeve }) => mayor === 'steady' && reeve === 'steady')!;
    const counts = endings(steady.histories);
    expect(Object.keys(counts).toSorted()).toEqual(['frozen', 'out of time', 'settled', 'war']);
    expect(counts['settled']! / RUNS).toBeGreaterThan(0.6);
  });

  test('the hard two settle less often than the steady, the mild two more often', () => {
    const settled = (temper: string) =>
      endings(histories.find((one) => one.mayor === temper && one.reeve === temper)!.histories)[
        'settled'
      ]! / RUNS;
    expect(settled('harder')).toBeLessThan(settled('steady') - 0.2);
    expect(settled('softer')).toBeGreaterThan(settled('steady'));
  });

  test('every option of every doctrine is taken in some history', () => {
    const all = taken(histories.flatMap((one) => one.histories));
    const options = program.doctrines.flatMap(({ seat, name, options: own }) =>
      own.map((option) => `${program.seats[seat]!.name}.${name} ${option.name}`),
    );
    expect(options.filter((option) => !all.has(option))).toEqual([]);
  });

  test('R10: generated code and closures play the same histories', () => {
    const doctrines = ['mayor', 'reeve'].map((seat) => ({ seat, doctrine: 'steady' }));
    const [closed, generated] = [
      createKernel(program),
      createKernel(program, { compiler: generatedCode }),
    ];
    for (let run = 0; run < 100; run++) {
      const options = { seed: '1', run, record: false, doctrines };
      expect(generated.run(options)).toEqual(closed.run(options));
    }
  });
});
