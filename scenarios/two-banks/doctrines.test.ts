import { beforeAll, expect, test } from 'vitest';
import { playMachines, programOf, type MachineRuns } from '../testing/machine-runs.js';

const RUNS = 1000;

let played: MachineRuns;

beforeAll(async () => {
  played = playMachines(await programOf('two-banks'), RUNS);
}, 60_000);

test('R12: every machine order is legal: no run stops', () => {
  expect(played.faults).toEqual([]);
});

test('no offer is accepted that its own valuation rejects', () => {
  expect(played.acceptable.length).toBeGreaterThan(100);
  expect(Math.min(...played.acceptable)).toBeGreaterThanOrEqual(0);
});

test('R16: every reply names an offer that was made to its writer', () => {
  expect(played.answers).toBeGreaterThan(100);
  expect(played.nameless).toEqual([]);
});
