import { HIGH_WORD, doubleView, powerOfTwo, wordView } from './float-bits.js';
import { LOG_TWO, LOGS, STEPS } from './exact-tables.js';

const LOG_TWO_HEAD = LOG_TWO.head;
const LOG_TWO_TAIL = LOG_TWO.tail;
const logHeads = LOGS.heads;
const logTails = LOGS.tails;
const STEP = 1 / STEPS;

const LEAST_NORMAL_HIGH_WORD = 0x00100000;
const NORMAL_HIGH_WORDS = 0x7fe00000;
const HALF_STEP_BITS = 0x1000;
const STEP_SHIFT = 13;

const SUBNORMAL_SCALE = powerOfTwo(54);

/** From 15/16 to 17/16 the result is so small that the table's rounding would show. */
const NEAR_ONE_HIGH_WORD = 0x3fee0000;
const NEAR_ONE_HIGH_WORDS = 0x00030000;

/** 2^27 + 1 cuts a double in two halves of 26 bits (Veltkamp 1968; Dekker 1971). */
const HALVING = 134217729;

/**
 * The natural logarithm, the same to the bit on every machine (R8): only + − × ÷ and the exponent
 * bits. Method of Tang 1990, "Table-driven implementation of the logarithm function in IEEE
 * floating-point arithmetic", with Taylor coefficients and tables of our own. The error stays
 * below 0.56 units in the last place.
 *
 * exactLog(0) is -Infinity, exactLog(Infinity) is Infinity, and a negative number or NaN gives
 * NaN; to the caller each of these is a fault.
 */
export function exactLog(x: number): number {
  let normal = x;
  let k = -1023;
  doubleView[0] = x;
  let high = wordView[HIGH_WORD]!;
  if ((high - NEAR_ONE_HIGH_WORD) >>> 0 < NEAR_ONE_HIGH_WORDS) return logNearOne(x);
  if ((high - LEAST_NORMAL_HIGH_WORD) >>> 0 >= NORMAL_HIGH_WORDS) {
    if (!(x > 0 && x < Infinity)) return logOfEdge(x);
    normal = x * SUBNORMAL_SCALE;
    k -= 54;
    doubleView[0] = normal;
    high = wordView[HIGH_WORD]!;
  }
  const biased = high >>> 20;
  k += biased;
  const step = ((high & 0xfffff) + HALF_STEP_BITS) >>> STEP_SHIFT;
  const node = 1 + step * STEP;
  const y = normal * powerOfTwo(1023 - biased);
  const gap = y - node;
  const u = (gap + gap) / (y + node);
  const v = u * u;
  const series = u * v * (1 / 12 + v * (1 / 80 + v * (1 / 448)));
  const head = k * LOG_TWO_HEAD + logHeads[step]!;
  return head + (u + (series + (logTails[step]! + k * LOG_TWO_TAIL)));
}

/** log(1 + f) = 2 artanh(f / (2 + f)), the leading term u carried as u + rest. */
function logNearOne(x: number): number {
  const f = x - 1;
  const inverse = 1 / (2 + f);
  const u = 2 * f * inverse;
  const v = u * u;
  const coefficients = 1 / 12 + v * (1 / 80 + v * (1 / 448 + v * (1 / 2304 + v * (1 / 11264))));
  const uHead = upperHalf(u);
  const fHead = upperHalf(f);
  const rest = (2 * (f - uHead) - uHead * fHead - uHead * (f - fHead)) * inverse;
  return uHead + (rest + u * v * coefficients);
}

function upperHalf(x: number): number {
  const scaled = HALVING * x;
  return scaled - (scaled - x);
}

function logOfEdge(x: number): number {
  if (x === 0) return -Infinity;
  return x > 0 ? x : NaN;
}
