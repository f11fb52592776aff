import { expect, test } from 'vitest';
import { compile } from '../kernel/two-banks.js';
import { lineupBatch, play } from './batch.js';

test('what the benchmark times are histories in which machines meet and weigh', async () => {
  const program = await compile('cuban-missile-crisis');
  const played = play(program, lineupBatch(program, 3));
  expect(played.runs).toBe(3);
  expect(played.events).toBeGreaterThan(3 * 100);
  expect(played.meetings).toBeGreaterThan(3 * 10);
  expect(played.options).toBeGreaterThan(played.meetings);
});
