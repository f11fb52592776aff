import { describe, expect, it } from 'vitest';
import { gumbel, uniform, unitExponential } from './draw.js';
import { exactLog } from './exact-log.js';
import { childIdentity } from './identity.js';
import { nameHash } from './name-hash.js';
import { purposeKey, runKey } from './run-key.js';
import { word } from './threefry.js';

type Draw = typeof uniform;

const DRAWS = 100_000;
const run = runKey('1962', 0);
const delay = purposeKey(run, nameHash('delay'));
const loss = purposeKey(run, nameHash('loss'));

function drawsOf(draw: Draw, name: string, key = delay): Float64Array {
  const hash = nameHash(name);
  return Float64Array.from({ length: DRAWS }, (_, ordinal) => {
    childIdentity(0, 1, hash, ordinal);
    return draw(key.hi, key.lo, word[0]!, word[1]!);
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: Float64Array): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const products = a.map((value, i) => (value - meanA) * (b[i]! - meanB));
  return mean(products) / Math.sqrt(variance(a) * variance(b));
}

function chiSquared(values: Float64Array, cells: number): number {
  const counts = new Float64Array(cells);
  for (const value of values) counts[Math.floor(value * cells)]! += 1;
  const expected = values.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('uniform', () => {
  it('R4: is a pure function of key and identity, whatever was drawn before', () => {
    const first = uniform(delay.hi, delay.lo, 11, 12);
    uniform(loss.hi, loss.lo, 99, 98);
    expect(uniform(delay.hi, delay.lo, 11, 12)).toBe(first);
  });

  it('R4: takes 53 bits of the published Threefry answer', () => {
    const bits = (BigInt(0xc4923a9c) << 32n) | BigInt(0x483df7a0);
    const cell = Number(((bits >> 38n) << 27n) | ((bits & 0xffffffffn) >> 5n));
    const drawn = uniform(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3);
    expect(drawn).toBe((cell + 0.25) / 2 ** 53);
  });

  it('stays inside (0, 1) in the first and the last of its cells', () => {
    expect((0 + 0.25) / 2 ** 53).toBeGreaterThan(0);
    expect((2 ** 53 - 1 + 0.25) / 2 ** 53).toBeLessThan(1);
  });

  it('is even over the interval, at both ends of its words', () => {
    const values = drawsOf(uniform, 'ferry');
    // 255 degrees of freedom: the 99.99 % point is 347.
    expect(chiSquared(values, 256)).toBeLessThan(347);
    const lowBits = values.map((value) => (value * 2 ** 40) % 1);
    expect(chiSquared(lowBits, 256)).toBeLessThan(347);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
  });

  it('R4: is independent between names, ordinals, purposes and runs', () => {
    const ferry = drawsOf(uniform, 'ferry');
    const others = [
      drawsOf(uniform, 'crier'),
      drawsOf(uniform, 'ferry', loss),
      drawsOf(uniform, 'ferry', purposeKey(runKey('1962', 1), nameHash('delay'))),
      Float64Array.from(ferry, (_, i) => ferry[(i + 1) % DRAWS]!),
    ];
    // Five standard errors of a correlation of independent draws.
    for (const other of others) {
      expect(Math.abs(correlation(ferry, other))).toBeLessThan(5 / Math.sqrt(DRAWS));
    }
  });
});

describe('unitExponential', () => {
  it('R6: is minus the logarithm of the same uniform', () => {
    const drawn = uniform(delay.hi, delay.lo, 3, 4);
    expect(unitExponential(delay.hi, delay.lo, 3, 4)).toBe(-exactLog(drawn));
  });

  it('has mean 1 and variance 1, and is never 0', () => {
    const values = drawsOf(unitExponential, 'shot_at_barrier');
    expect(Math.abs(mean(values) - 1)).toBeLessThan(0.015);
    expect(Math.abs(variance(values) - 1)).toBeLessThan(0.05);
    expect(values.every((value) => value > 0)).toBe(true);
  });
});

describe('gumbel', () => {
  it('R7: has the mean and variance of a standard Gumbel number', () => {
    const values = drawsOf(gumbel, 'close_bridge');
    expect(Math.abs(mean(values) - 0.5772156649015329)).toBeLessThan(0.02);
    expect(Math.abs(variance(values) - Math.PI ** 2 / 6)).toBeLessThan(0.05);
  });

  it('R7: makes the largest of λ·utility + draw a logit choice', () => {
    const quiet = drawsOf(gumbel, 'wait');
    const bold = drawsOf(gumbel, 'act');
    const chosen = bold.filter((draw, i) => draw + 1 > quiet[i]!).length / DRAWS;
    expect(Math.abs(chosen - Math.E / (Math.E + 1))).toBeLessThan(0.007);
  });
});
