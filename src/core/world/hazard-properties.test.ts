import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uniform } from '../chance/draw.js';
import { childIdentity } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { purposeKey, runKey } from '../chance/run-key.js';
import { word } from '../chance/threefry.js';
import { firings, order, play } from '../testing/given.js';
import { HOUR, smallProgram } from '../testing/small-program.js';

/** The named gaps of an incident, worked out apart from the kernel (R4). */
function gapsOf(incident: string, count: number): number[] {
  const key = purposeKey(runKey('a', 0), nameHash('hazard'));
  childIdentity(0, 0, nameHash(`incident ${incident}`), 0);
  const [hi, lo] = [word[0]!, word[1]!];
  return Array.from({ length: count }, (_, k) => {
    childIdentity(hi, lo, 0, k);
    return -Math.log(uniform(key.hi, key.lo, word[0]!, word[1]!));
  });
}

/** What the heat is from each hour on, and how the rate follows from it. */
interface Weather {
  readonly hours: readonly number[];
  readonly heats: readonly number[];
  readonly perHour: number;
}

const CLOSES = 60;
const STEP = 1 / 600;

function rateAt({ hours, heats, perHour }: Weather, t: number): number {
  const k = hours.findLastIndex((hour) => hour <= t);
  const heat = k < 0 ? 1 : heats[k]!;
  return heat > 4 ? 0 : perHour * heat;
}

/** When a gap is reached, by adding up rate × step from an hour on: slow, plain, and sure. */
function integrate(weather: Weather, from: number, gap: number): number {
  let hazard = 0;
  let t = from;
  while (hazard < gap && t <= CLOSES) {
    hazard += rateAt(weather, t + STEP / 2) * STEP;
    t += STEP;
  }
  return t;
}

/**
 * A change inside a step misses the hazard by one step at the higher rate, made up at the lower.
 */
function tolerance({ hours }: Weather): number {
  return STEP * (2 + 4 * hours.length);
}

test('R6: the same firings as a fine integration of the hazard, up to the step', () => {
  const weather = fc.record({
    // Minutes after the opening.
    hours: fc.uniqueArray(fc.integer({ min: 1, max: CLOSES * 60 - 1 }), { maxLength: 6 }),
    heats: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 6 }),
    perHour: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
  });
  fc.assert(
    fc.property(weather, ({ hours, heats, perHour }) => {
      const times = hours.toSorted((a, b) => a - b).map((minute) => minute / 60);
      const program = smallProgram({
        tracks: { heat: { count: [0, 9], starts: 1 } },
        incidents: {
          shot: { rate: ['mul', perHour / HOUR, 'heat'], when: ['le', 'heat', 4] },
        },
        closes: CLOSES,
      });
      const inputs = times.map((hour, i) =>
        order(hour, { seat: 'control', type: 'inject', name: `n${i}`, set: { heat: heats[i]! } }),
      );
      const exact = firings(play(program, inputs), 'shot');
      const gaps = gapsOf('shot', exact.length + 1);
      const weather = { hours: times, heats, perHour };
      gaps.forEach((gap, k) => {
        const expected = integrate(weather, exact[k - 1] ?? 0, gap);
        const actual = Math.min(exact[k] ?? CLOSES, CLOSES);
        expect(Math.abs(Math.min(expected, CLOSES) - actual)).toBeLessThan(tolerance(weather));
      });
    }),
    { seed: 61, numRuns: 1000, endOnFailure: true },
  );
});
