/**
 * SHA-256 (FIPS 180-4) of a text so short that it fills one block, for what is hashed once in every
 * run of a batch. Elsewhere hashes come from the library: it takes texts of any length, and four
 * times as long for one like this.
 */

/** The first 64 bits of the last digest, as two int32: first word, second word. */
export const digestWord = new Int32Array(2);

const ROUNDS = 64;
const BLOCK_WORDS = 16;
/** A block ends with a one bit and eight bytes of length; the rest is text. */
const LONGEST = 55;
/** Words that a text may reach into; the last two hold its length in bits. */
const TEXT_WORDS = 14;

const PRIMES = firstPrimes(ROUNDS);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(BigInt(prime), 2n));
const STEP = Int32Array.from(PRIMES, (prime) => fraction(BigInt(prime), 3n));
const schedule = new Int32Array(ROUNDS);

/**
 * Leaves the first 64 bits of a text's digest in {@link digestWord}. Returns false, and leaves
 * nothing, for a text that is longer than 55 characters or not all ASCII.
 */
export function digestShort(text: string): boolean {
  const { length } = text;
  if (length > LONGEST) return false;
  schedule.fill(0, 0, BLOCK_WORDS);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return false;
    schedule[i >> 2]! |= code << shiftOf(i);
  }
  schedule[length >> 2]! |= 0x80 << shiftOf(length);
  schedule[TEXT_WORDS + 1] = length * 8;
  extend();
  compress();
  return true;
}

/** Where in its word, big end first, a byte stands. */
function shiftOf(byte: number): number {
  return 24 - 8 * (byte & 3);
}

function extend(): void {
  const w = schedule;
  for (let i = BLOCK_WORDS; i < ROUNDS; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
}

function compress(): void {
  let a = START[0]!;
  let b = START[1]!;
  let c = START[2]!;
  let d = START[3]!;
  let e = START[4]!;
  let f = START[5]!;
  let g = START[6]!;
  let h = START[7]!;
  for (let i = 0; i < ROUNDS; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + STEP[i]! + schedule[i]!) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  digestWord[0] = (START[0]! + a) | 0;
  digestWord[1] = (START[1]! + b) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}

/** The first 32 bits behind the point of a root, in whole numbers: the same on every machine. */
function fraction(n: bigint, degree: bigint): number {
  const scaled = n << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if ((degree === 2n ? middle * middle : middle * middle * middle) <= scaled) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
}
