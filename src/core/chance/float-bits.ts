/** One double, and the same eight bytes as two int32, for reading exponent bits (R8). */
export const doubleView = new Float64Array(1);
export const wordView = new Int32Array(doubleView.buffer);

/** Where sign and exponent lie in {@link wordView}: 1 on little-endian machines, else 0. */
export const HIGH_WORD = highWordIndex();

const LEAST_EXPONENT = -1074;
const GREATEST_EXPONENT = 1023;

const powers = powersOfTwo();

/** 2^exponent, exactly, for whole exponents from -1074 to 1023. */
export function powerOfTwo(exponent: number): number {
  return powers[exponent - LEAST_EXPONENT]!;
}

function highWordIndex(): 0 | 1 {
  doubleView[0] = 1;
  return wordView[1] === 0 ? 0 : 1;
}

function powersOfTwo(): Float64Array {
  const table = new Float64Array(GREATEST_EXPONENT - LEAST_EXPONENT + 1);
  table[-LEAST_EXPONENT] = 1;
  for (let i = -LEAST_EXPONENT; i > 0; i -= 1) table[i - 1] = table[i]! / 2;
  for (let i = -LEAST_EXPONENT; i + 1 < table.length; i += 1) table[i + 1] = table[i]! * 2;
  return table;
}
