import { expect, test } from 'vitest';
import { createKernel, runHistory } from '../../src/core/run.js';
import { measure, workload } from './two-banks.js';

test('what the benchmark times is a run like any other: same events, same state hash', async () => {
  const { program, inputs } = await workload('short');
  const measured = measure(createKernel(program), inputs, 3, 1);
  const logged = runHistory(program, { seed: 'bench', run: 3, record: false, inputs });
  if (logged.type === 'fault') throw new Error(logged.message);
  expect(measured.hash).toBe(logged.history.end.stateHash);
  expect(measured.events).toBeGreaterThan(10);
});

test('the long run goes on after its first ending, to its last day', async () => {
  const { program, inputs } = await workload('long');
  const { events } = measure(createKernel(program), inputs, 0, 1);
  expect(events).toBeGreaterThan(50_000);
});
