import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program } from '../program.js';
import { createKernel } from '../run.js';
import type { TimedInput } from '../state.js';
import { firings, order, play } from '../testing/given.js';
import { randomOrders, randomSmall } from '../testing/random-small.js';
import type { SmallRoutine } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';

/** κ from what hardly ever runs away to what always does. */
const KAPPAS = [0.02, 0.1, 0.3, 1];

/** For each run, whether it ended in war. */
function wars(program: Program, inputs: readonly TimedInput[], runs: number): boolean[] {
  const kernel = createKernel(program);
  return Array.from({ length: runs }, (_, run) => {
    const outcome = kernel.run({ seed: 'a', run, record: false, inputs });
    if (outcome.type === 'fault') throw new Error(outcome.message);
    return outcome.ending === 'war';
  });
}

describe('R25: with what the seats do fixed to a script', () => {
  test('R27: the higher κ, the more histories end in war, and every one that did before', () => {
    const counts = KAPPAS.map(() => 0);
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const choose = (n: number): number => gen(fc.nat, { max: n - 1 });
        const small = randomSmall(choose);
        const script = randomOrders(choose, small, choose(12));
        const ladder = KAPPAS.map((value) => {
          const unknowns = { kappa: { type: 'fixed', value } } as const;
          return wars(smallProgram({ ...small, unknowns }), script, 20);
        });
        for (const [step, lower] of ladder.slice(0, -1).entries()) {
          const lost = lower.filter((war, run) => war && !ladder[step + 1]![run]!);
          expect(lost).toEqual([]);
        }
        ladder.forEach((list, step) => (counts[step]! += list.filter(Boolean).length));
      }),
      { seed: 27, numRuns: 100, endOnFailure: true },
    );
    // Where every incident counts the same, nothing would have been shown.
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)! - counts[0]!).toBeGreaterThan(300);
  });

  test('R6: the oftener planes fly over, never fewer shot down by any instant', () => {
    let more = 0;
    fc.assert(
      fc.property(
        fc.record({
          heats: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
          factor: fc.double({ min: 1, max: 4, noNaN: true }),
          every: fc.integer({ min: 5, max: 20 }),
          run: fc.nat(10_000),
        }),
        ({ heats, factor, every, run }) => {
          const script = heats.map((heat, i) =>
            order(10 * i + 5, { seat: 'control', type: 'inject', name: `h${i}`, set: { heat } }),
          );
          const fair: SmallRoutine = { first: 3, every, set: { heat: ['sub', 5, 'heat'] } };
          const times = (times: number): number[] => {
            const program = smallProgram({
              tracks: { heat: { count: [0, 5], starts: 1 }, lost: { count: [0, 99], starts: 0 } },
              incidents: {
                shot: {
                  rate: ['mul', (times * 0.1) / HOUR, 'heat'],
                  when: ['lt', 'heat', 5],
                  set: { lost: ['add', 'lost', 1] },
                },
              },
              routines: { fair },
              closes: 60,
            });
            return firings(play(program, script, { run }), 'shot');
          };
          const [few, many] = [times(1), times(factor)];
          // By any instant: the k-th of the many is never after the k-th of the few.
          const late = few.filter((hour, k) => !(many[k]! <= hour));
          expect(late).toEqual([]);
          more += many.length - few.length;
        },
      ),
      { seed: 6, numRuns: 500, endOnFailure: true },
    );
    expect(more).toBeGreaterThan(1000);
  });
});
