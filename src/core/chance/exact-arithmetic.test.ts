import { createHash } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { uniform } from './draw.js';
import { exactExp } from './exact-exp.js';
import { exactLog } from './exact-log.js';
import { powerOfTwo } from './float-bits.js';

/** Enough figures to hold an argument beside 1, and to judge a result by: logarithms are slow. */
const Wide = Decimal.clone({ precision: 40 });
const Big = Decimal.clone({ precision: 24 });
const POINTS = 10_000;
const GREATEST = Number.MAX_VALUE;
const LEAST = powerOfTwo(-1074);
const LEAST_NORMAL = powerOfTwo(-1022);

/** Errors promised in the docstrings, in units of the last place. */
const LOG_BOUND = 0.56;
const EXP_BOUND = 0.52;

/** SHA-256 over all results; a change here changes every history. */
const BYTES = '83e59a8a5cb6943c87877f0189076b92eed365167446ce746032c4be6c3f75fe';

const bytes = new DataView(new ArrayBuffer(8));
const powers = new Map<number, Decimal>();

/**
 * Ten kinds of argument, 10^4 each, from uniform draws u and v; by exact operations only, since the
 * last test pins the bytes.
 */
const KINDS: readonly (readonly [string, (u: number, v: number) => number])[] = [
  ['every magnitude of double', (u, v) => fromWords(u * 0x7ff00000, v * 0x100000000)],
  ['the interval of uniform draws', (u) => u],
  ['from 15/16 to 17/16', (u) => 0.9375 + u * 0.125],
  ['closer and closer to 1', (u, v) => 1 + (v - 0.5) * powerOfTwo(-Math.floor(52 * u))],
  ['the seam below 15/16', (u) => 0.9375 - u * 0.05],
  ['the seam above 17/16', (u) => 1.0625 + u * 0.05],
  ['milliseconds up to a year', (u, v) => u * u * u * u * u * u * 3e10 + v],
  ['subnormal numbers', (u) => Math.max(LEAST, u * LEAST_NORMAL)],
  ['the edge of the subnormal numbers', (u) => LEAST_NORMAL * (0.5 + u * 4)],
  ['the edge of overflow', (u) => GREATEST * (1 - u * 0.9)],
];

function fromWords(high: number, low: number): number {
  bytes.setUint32(0, high);
  bytes.setUint32(4, low);
  return Math.max(LEAST, bytes.getFloat64(0));
}

function biasedExponent(x: number): number {
  bytes.setFloat64(0, x);
  return (bytes.getUint32(0) >>> 20) & 0x7ff;
}

/** The distance between doubles of the size of x. */
function lastPlace(x: number): number {
  return powerOfTwo(Math.max(1, biasedExponent(x)) - 1075);
}

/** A double digit for digit; the library itself would read its shortest decimal form. */
function exactly(x: number): Decimal {
  const exponent = Math.max(1, biasedExponent(x)) - 1075;
  let power = powers.get(exponent);
  if (power === undefined) {
    power = Wide.pow(2, exponent);
    powers.set(exponent, power);
  }
  // Scaled up in two steps, since 2^1074 itself is no double.
  const half = Math.trunc(-exponent / 2);
  return power.times(x * powerOfTwo(half) * powerOfTwo(-exponent - half));
}

function errorInLastPlaces(result: number, truth: Decimal): number {
  return exactly(result)
    .minus(truth)
    .abs()
    .div(exactly(lastPlace(result)))
    .toNumber();
}

/**
 * e^y for the double y nearest to log x, from a truth already known: x e^(y - log x). So one
 * logarithm of the slow library measures both functions.
 */
function expNear(x: Decimal, logX: Decimal, y: number): Decimal {
  const d = exactly(y).minus(logX);
  const square = d.times(d);
  return x.times(d.plus(1).plus(square.div(2)).plus(square.times(d).div(6)));
}

function pointsOf(kind: (u: number, v: number) => number): number[] {
  return Array.from({ length: POINTS }, (_, i) =>
    kind(uniform(1962, 10, i, 0), uniform(1962, 10, i, 1)),
  );
}

describe('exactLog and exactExp against a big-number library', () => {
  it.each(KINDS)('R8: keep their bounds over %s', { timeout: 30_000 }, (_, kind) => {
    let worstLog = 0;
    let worstExp = 0;
    for (const x of pointsOf(kind)) {
      const bigX = exactly(x);
      const truth = new Big(bigX).ln();
      const log = exactLog(x);
      worstLog = Math.max(worstLog, errorInLastPlaces(log, truth));
      worstExp = Math.max(worstExp, errorInLastPlaces(exactExp(log), expNear(bigX, truth, log)));
    }
    expect(worstLog).toBeLessThan(LOG_BOUND);
    expect(worstExp).toBeLessThan(EXP_BOUND);
  });
});

describe('exactLog', () => {
  it.each([
    [1, 0],
    [2, Math.LN2],
    [10, Math.LN10],
    [Math.E, 1],
    [2 ** -1074, -744.4400719213812],
    [Number.MAX_VALUE, 709.782712893384],
    [1 + 2 ** -52, 2 ** -52 - 2 ** -105],
    [1 - 2 ** -53, -(2 ** -53)],
  ])('of %d is %d', (x, expected) => {
    expect(exactLog(x)).toBe(expected);
  });

  it('R8: gives what the caller takes for a fault outside its range', () => {
    expect(exactLog(0)).toBe(-Infinity);
    expect(exactLog(-0)).toBe(-Infinity);
    expect(exactLog(Infinity)).toBe(Infinity);
    for (const x of [-1, -(2 ** -1074), -Infinity, NaN]) expect(exactLog(x)).toBeNaN();
  });
});

describe('exactExp', () => {
  it.each([
    [0, 1],
    [-0, 1],
    [1, Math.E],
    [-1, 0.36787944117144233],
    [2 ** -60, 1],
    [-(2 ** -54), 1],
    [-745.1332191019411, 2 ** -1074],
    [-745.2, 0],
    [-Infinity, 0],
    [709.782712893384, 1.7976931348622732e308],
    [709.7827128933841, Infinity],
    [Infinity, Infinity],
  ])('of %d is %d', (x, expected) => {
    expect(exactExp(x)).toBe(expected);
  });

  it('R8: of NaN is NaN', () => {
    expect(exactExp(NaN)).toBeNaN();
  });

  it.each<[string, (u: number, v: number) => number]>([
    ['arguments from -1 to 1', (u) => 2 * u - 1],
    ['ever smaller arguments', (u, v) => (v - 0.5) * powerOfTwo(-Math.floor(60 * u))],
    [
      'the seams between steps',
      (u, v) => ((Math.floor(u * 4000) + 0.5 + v / 1e6) / 128) * Math.LN2,
    ],
    ['results below the normal numbers', (u) => -708 - 37 * u],
  ])('R8: keeps its bound over %s', (_, kind) => {
    const xs = pointsOf(kind).slice(0, 2500);
    const errors = xs.map((x) => errorInLastPlaces(exactExp(x), Wide.exp(exactly(x))));
    expect(Math.max(...errors)).toBeLessThan(EXP_BOUND);
  });
});

it('R8: exactLog and exactExp give these bytes on every machine', () => {
  const hash = createHash('sha256');
  for (const [, kind] of KINDS) {
    for (const x of pointsOf(kind)) {
      bytes.setFloat64(0, exactLog(x));
      hash.update(new Uint8Array(bytes.buffer));
      bytes.setFloat64(0, exactExp(exactLog(x) / 2));
      hash.update(new Uint8Array(bytes.buffer));
    }
  }
  expect(hash.digest('hex')).toBe(BYTES);
});
