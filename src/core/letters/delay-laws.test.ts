import { describe, expect, test } from 'vitest';
import type { Distribution } from '../chance/distribution.js';
import { createKernel } from '../run.js';
import { TASK } from '../schedule.js';
import { kolmogorov, normalLaw } from '../testing/goodness-of-fit.js';
import { order } from '../testing/given.js';
import { HOUR, smallProgram } from '../testing/small-program.js';

/** 10⁵ letters: each of its run, by runs. */
const LETTERS = 100;
const RUNS = 1000;

const ORDERS = Array.from({ length: LETTERS }, (_, i) =>
  order(i / 10, { seat: 'mayor', type: 'send', letter: 'plea' }),
);

/** How long every letter was under way, in hours, as the kernel let it arrive. */
function delays(delay: Distribution): number[] {
  const kernel = createKernel(
    smallProgram({
      channels: { ferry: { delay } },
      letters: { plea: { from: 'mayor', to: ['reeve'], by: ['ferry'] } },
      closes: 2000,
    }),
    { trace: true },
  );
  const hours: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const outcome = kernel.run({ seed: 'laws', run, record: false, inputs: ORDERS });
    if (outcome.type === 'fault') throw new Error(outcome.message);
    const { count, task, time, a, state } = kernel.trace!;
    for (let i = 0; i < count; i++) {
      if (task[i] === TASK.leg) hours.push((time[i]! - state.legs[a[i]!]!.sentAt) / HOUR);
    }
  }
  return hours;
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Distribution functions by textbook, in hours; delays of the kernel are the next millisecond. */
const LAWS: readonly (readonly [Distribution, (hours: number) => number])[] = [
  [{ type: 'uniform', low: HOUR, high: 5 * HOUR }, (x) => within((x - 1) / 4)],
  [
    { type: 'triangular', low: 2 * HOUR, mode: 4 * HOUR, high: 9 * HOUR },
    (x) => (x < 4 ? within((x - 2) / 7) * ((x - 2) / 2) : 1 - (within((9 - x) / 7) * (9 - x)) / 5),
  ],
  [
    { type: 'lognormal', median: (2 / 3) * HOUR, sigma: 0.8 },
    (x) => normalLaw(Math.log(x / (2 / 3)) / 0.8),
  ],
  [
    { type: 'loguniform', low: HOUR / 10, high: 10 * HOUR },
    (x) => within(Math.log(x / 0.1) / Math.log(100)),
  ],
  [
    { type: 'empirical', samples: [HOUR, 2 * HOUR, 4 * HOUR, 9 * HOUR] },
    (x) => within((x < 2 ? x - 1 : x < 4 ? 1 + (x - 2) / 2 : 2 + (x - 4) / 5) / 3),
  ],
];

describe('R5: delays follow their exact distribution functions', () => {
  test.each(LAWS)('R5: %o', (delay, law) => {
    const sample = delays(delay);
    expect(sample).toHaveLength(LETTERS * RUNS);
    const { statistic, critical } = kolmogorov(sample, law);
    expect(statistic).toBeLessThan(critical);
  });

  test('R5: the test would find a median that is one in fifty too long', () => {
    const sample = delays({ type: 'lognormal', median: HOUR, sigma: 0.8 });
    const { statistic, critical } = kolmogorov(sample, (x) => normalLaw(Math.log(x / 1.02) / 0.8));
    expect(statistic).toBeGreaterThan(critical);
  });
});
