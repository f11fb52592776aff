import { expect, test } from 'vitest';
import { faultMessage } from '../../faults.js';
import type { Report } from '../../reading/report.js';
import type { Spot } from '../../reading/source-file.js';
import { timeline } from './timeline.js';

const SPOT = { path: [], key: false, offset: 0 } as unknown as Spot;
const HOUR = 3_600_000;
const told = (earliest: number, latest: number) => ({
  earliest,
  latest,
  nominal: earliest,
  precision: 'interval' as const,
});
const noFault: Report = (_, code, ...details) => {
  throw new Error(faultMessage(code, ...details));
};

test('R2: a missing arrival is the median after the sending, between the 5 and 95 % points', () => {
  const times = timeline(0, 100 * HOUR);
  const sent = times.add(told(HOUR, 2 * HOUR), 'D1 is sent', SPOT);
  const delay = { type: 'uniform', low: 0, high: 10 * HOUR } as const;
  const { time } = times.estimate(sent, delay, {}, 'D1 arrives', SPOT);
  times.settle(noFault);
  expect(time).toEqual({
    earliest: 1.5 * HOUR,
    latest: 11.5 * HOUR,
    placed: 6 * HOUR,
    precision: 'estimated',
    estimated: true,
  });
});

test('R2: an estimate is narrowed by what must come after it', () => {
  const times = timeline(0, 100 * HOUR);
  const sent = times.add(told(0, 0), 'D1 is sent', SPOT);
  const delay = { type: 'uniform', low: 0, high: 10 * HOUR } as const;
  const arrived = times.estimate(sent, delay, {}, 'D1 arrives', SPOT);
  const reply = times.add(told(4 * HOUR, 4 * HOUR), 'D2 is sent', SPOT);
  times.order(arrived, reply, 1);
  times.settle(noFault);
  expect(arrived.time).toMatchObject({
    earliest: 0.5 * HOUR,
    latest: 4 * HOUR - 1,
    placed: 4 * HOUR - 1,
  });
  expect(reply.time.placed).toBe(4 * HOUR);
});

test('R2: an estimate that lies all outside gives way to the record', () => {
  const times = timeline(0, 100 * HOUR);
  const sent = times.add(told(0, 0), 'D1 is sent', SPOT);
  const arrived = times.estimate(sent, { type: 'fixed', value: 9 * HOUR }, {}, 'D1 arrives', SPOT);
  const reply = times.add(told(4 * HOUR, 4 * HOUR), 'D2 is sent', SPOT);
  times.order(arrived, reply, 1);
  times.settle(noFault);
  expect(arrived.time).toMatchObject({ earliest: 0, latest: 4 * HOUR - 1, placed: 4 * HOUR - 1 });
});

test('R2: recorded times that no placement keeps are reported, both by name', () => {
  const times = timeline(0, 100 * HOUR);
  const first = times.add(told(5 * HOUR, 6 * HOUR), 'D1 arrives', SPOT);
  const second = times.add(told(0, HOUR), 'D2 is sent', SPOT);
  times.order(first, second, 1);
  const said: unknown[] = [];
  times.settle((_, code, ...details) => said.push([code, ...details]));
  expect(said).toEqual([['time-contradiction', 'D2 is sent', 'D1 arrives']]);
});
