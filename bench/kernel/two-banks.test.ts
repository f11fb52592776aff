import { expect, test } from 'vitest';
import { createKernel, runHistory } from '../../src/core/run.js';
import { generatedCode } from '../../src/doctrine/generated-options.js';
import { doctrineText } from './doctrine-text.js';
import { measure, workload } from './two-banks.js';

test.each(['played', 'short'] as const)(
  'what the benchmark times is a run like any other, %s: same events, same state hash',
  async (which) => {
    const work = await workload(which);
    const { inputs, doctrines } = work;
    const kernel = createKernel(work.program, { compiler: generatedCode });
    const measured = measure(kernel, work, 3, 1);
    const options = { seed: 'bench', run: 3, record: false, inputs, doctrines };
    const logged = runHistory(work.program, options);
    if (logged.type === 'fault') throw new Error(logged.message);
    expect(measured.hash).toBe(logged.history.end.stateHash);
    expect(measured.events).toBeGreaterThan(10);
  },
);

test('the long run goes on after its first ending, to its last day', async () => {
  const work = await workload('long');
  const { events } = measure(createKernel(work.program), work, 0, 1);
  expect(events).toBeGreaterThan(50_000);
});

test.each(['cpp', 'python'] as const)('every option of the lineup is written as %s', async (by) => {
  const { program } = await workload('played');
  const text = doctrineText(program, by);
  for (const index of program.lineup.doctrines) {
    for (const { type } of program.doctrines[index]!.options) {
      expect(text).toContain(by === 'cpp' ? `IS_${type.toUpperCase()}` : `"${type}"`);
    }
  }
  expect(text).not.toMatch(/undefined|NaN|Infinity/);
});
