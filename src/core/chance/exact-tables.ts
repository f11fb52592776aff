import { powerOfTwo } from './float-bits.js';

/**
 * Tables for exactLog and exactExp. They are worked out when the module loads, in whole numbers
 * that count units of 2^-160, so they come out the same on every machine and nobody has to trust
 * five hundred literals.
 */

/** A number as an unevaluated sum: `head` has few enough bits to be multiplied without rounding. */
interface HeadAndTail {
  readonly head: number;
  readonly tail: number;
}

/** Numbers cut into heads and tails, side by side. */
interface HeadsAndTails {
  readonly heads: Float64Array;
  readonly tails: Float64Array;
}

/** How many steps the tables cut an octave into. */
export const STEPS = 128;

const FRACTION_BITS = 160;
const ONE = 1n << BigInt(FRACTION_BITS);
/** With 42 bits behind the point, a head times an exponent of up to 11 bits stays exact. */
const LOG_HEAD_BITS = 42;
const POWER_HEAD_BITS = 52;

const stepLogs = logsOfSteps();
const logTwo = stepLogs[STEPS]!;

/** log 2, cut so that `head` times any exponent of a double is exact. */
export const LOG_TWO = cut(logTwo, LOG_HEAD_BITS);

/** (log 2) / 128, cut so that `head` times any whole number below 2^18 is exact. */
export const LOG_TWO_STEP = cut(logTwo / BigInt(STEPS), LOG_HEAD_BITS);

/** log(1 + j/128) for j = 0 … 128. */
export const LOGS: HeadsAndTails = cutAll(stepLogs, LOG_HEAD_BITS);

/** 2^(j/128) for j = 0 … 127. */
export const ROOTS_OF_TWO: HeadsAndTails = cutAll(rootsOfTwo(), POWER_HEAD_BITS);

function logsOfSteps(): bigint[] {
  const logs = [0n];
  for (let j = 1; j <= STEPS; j += 1) {
    logs.push(logs[j - 1]! + logOfNeighbours(BigInt(2 * (STEPS + j) - 1)));
  }
  return logs;
}

/** log((n + 1) / (n - 1)) = 2 artanh(1/n) = 2 (1/n + 1/(3 n^3) + 1/(5 n^5) + …) */
function logOfNeighbours(n: bigint): bigint {
  let power = (2n * ONE) / n;
  let sum = 0n;
  for (let order = 1n; power > 0n; order += 2n) {
    sum += power / order;
    power /= n * n;
  }
  return sum;
}

function rootsOfTwo(): bigint[] {
  return Array.from({ length: STEPS }, (_, j) => fixedExp((logTwo * BigInt(j)) / BigInt(STEPS)));
}

function fixedExp(x: bigint): bigint {
  let term = ONE;
  let sum = 0n;
  for (let order = 1n; term > 0n; order += 1n) {
    sum += term;
    term = (term * x) / (ONE * order);
  }
  return sum;
}

function cut(value: bigint, headBits: number): HeadAndTail {
  const dropped = BigInt(FRACTION_BITS - headBits);
  const head = value >> dropped;
  const tail = value - (head << dropped);
  return {
    head: Number(head) * powerOfTwo(-headBits),
    tail: Number(tail) * powerOfTwo(-FRACTION_BITS),
  };
}

function cutAll(values: readonly bigint[], headBits: number): HeadsAndTails {
  const parts = values.map((value) => cut(value, headBits));
  return {
    heads: Float64Array.from(parts, (part) => part.head),
    tails: Float64Array.from(parts, (part) => part.tail),
  };
}
