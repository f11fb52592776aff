// What draws and identities are made of, as in src/core/chance: SHA-256, Threefry, the exact
// logarithm and exponential, and the quantiles that two-banks needs.

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <quadmath.h>

using std::string;
using std::vector;
using u32 = uint32_t;
using u64 = uint64_t;

static const double INF = std::numeric_limits<double>::infinity();

// ---- SHA-256 (FIPS 180-4)

static u32 SHA_K[64], SHA_H[8];

// Square and cube roots of the first primes; long double has more than the 32 bits needed.
static void prepareSha() {
  int found = 0;
  for (int n = 2; found < 64; n++) {
    bool prime = true;
    for (int d = 2; d * d <= n; d++) prime = prime && n % d != 0;
    if (!prime) continue;
    long double square = sqrtl(n), cube = cbrtl(n);
    if (found < 8) SHA_H[found] = (u32)((square - floorl(square)) * 4294967296.0L);
    SHA_K[found++] = (u32)((cube - floorl(cube)) * 4294967296.0L);
  }
}

static u32 rotr(u32 x, int n) { return (x >> n) | (x << (32 - n)); }

struct Id {
  u32 hi, lo;
};

static void shaBlock(u32 *h, const unsigned char *p) {
  u32 w[64];
  for (int i = 0; i < 16; i++) {
    w[i] = (u32)p[4 * i] << 24 | (u32)p[4 * i + 1] << 16 | (u32)p[4 * i + 2] << 8 | p[4 * i + 3];
  }
  for (int i = 16; i < 64; i++) {
    u32 s0 = rotr(w[i - 15], 7) ^ rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
    u32 s1 = rotr(w[i - 2], 17) ^ rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  u32 a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
  for (int i = 0; i < 64; i++) {
    u32 s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    u32 t1 = k + s1 + ((e & f) ^ (~e & g)) + SHA_K[i] + w[i];
    u32 s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    u32 t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    k = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e, h[5] += f, h[6] += g, h[7] += k;
}

// The first 64 bits of the digest of a text.
static Id digest(const string &text) {
  string padded = text;
  padded += (char)0x80;
  while (padded.size() % 64 != 56) padded += (char)0;
  u64 bits = (u64)text.size() * 8;
  for (int i = 7; i >= 0; i--) padded += (char)(bits >> (8 * i));
  u32 h[8];
  memcpy(h, SHA_H, sizeof h);
  const unsigned char *bytes = (const unsigned char *)padded.data();
  for (size_t at = 0; at < padded.size(); at += 64) shaBlock(h, bytes + at);
  return {h[0], h[1]};
}

static u32 nameHash(const string &name) { return digest(name).hi; }

// ---- Threefry-2x32-20 and its draws

static u32 rotl(u32 x, int n) { return (x << n) | (x >> (32 - n)); }

static Id threefry(Id key, u32 c0, u32 c1) {
  static const int R[8] = {13, 15, 26, 6, 17, 29, 16, 24};
  u32 k[3] = {key.hi, key.lo, 0x1bd11bda ^ key.hi ^ key.lo};
  u32 x0 = c0 + k[0], x1 = c1 + k[1];
#pragma GCC unroll 20
  for (int round = 0; round < 20; round++) {
    x0 += x1;
    x1 = rotl(x1, R[round % 8]) ^ x0;
    if (round % 4 == 3) {
      int s = round / 4 + 1;
      x0 += k[s % 3];
      x1 += k[(s + 1) % 3] + s;
    }
  }
  return {x0, x1};
}

static Id child(Id parent, u32 name, u32 ordinal) { return threefry(parent, name, ordinal); }

static double uniform(Id key, Id id) {
  Id w = threefry(key, id.hi, id.lo);
  double bits = (double)(w.hi >> 6) * 134217728.0 + (double)(w.lo >> 5);
  return (bits + 0.25) / 9007199254740992.0;
}

// ---- exact logarithm, exponential

static double logHead[129], logTail[129], rootHead[128], rootTail[128];
static double log2Head, log2Tail, stepHead, stepTail;

static void cutQuad(__float128 value, int bits, double &head, double &tail) {
  __float128 scale = scalbnq(1, bits);
  __float128 h = floorq(value * scale) / scale;
  head = (double)h;
  tail = (double)(value - h);
}

static void prepareTables() {
  for (int j = 0; j <= 128; j++) {
    cutQuad(logq(1 + (__float128)j / 128), 42, logHead[j], logTail[j]);
    if (j < 128) cutQuad(exp2q((__float128)j / 128), 52, rootHead[j], rootTail[j]);
  }
  cutQuad(logq(2), 42, log2Head, log2Tail);
  cutQuad(logq(2) / 128, 42, stepHead, stepTail);
}

static double powerOfTwo(int e) {
  u64 bits = (u64)(e + 1023) << 52;
  double x;
  memcpy(&x, &bits, 8);
  return x;
}

static double upperHalf(double x) {
  double scaled = 134217729.0 * x;
  return scaled - (scaled - x);
}

static double logNearOne(double x) {
  double f = x - 1, inverse = 1 / (2 + f), u = 2 * f * inverse, v = u * u;
  double c =
      1.0 / 12 + v * (1.0 / 80 + v * (1.0 / 448 + v * (1.0 / 2304 + v * (1.0 / 11264))));
  double uh = upperHalf(u), fh = upperHalf(f);
  double rest = (2 * (f - uh) - uh * fh - uh * (f - fh)) * inverse;
  return uh + (rest + u * v * c);
}

// Only positive normal arguments occur here.
static double exactLog(double x) {
  u64 bits;
  memcpy(&bits, &x, 8);
  u32 high = bits >> 32;
  if (high - 0x3fee0000u < 0x00030000u) return logNearOne(x);
  int biased = high >> 20;
  int k = biased - 1023;
  int step = ((high & 0xfffff) + 0x1000) >> 13;
  double node = 1 + step * (1.0 / 128);
  double y = x * powerOfTwo(1023 - biased);
  double gap = y - node, u = (gap + gap) / (y + node), v = u * u;
  double series = u * v * (1.0 / 12 + v * (1.0 / 80 + v * (1.0 / 448)));
  double head = k * log2Head + logHead[step];
  return head + (u + (series + (logTail[step] + k * log2Tail)));
}

static double exactExp(double x) {
  static const double ROUNDING = 6755399441055744.0, STEPS_PER_UNIT = 128 / log2Head;
  double n = x * STEPS_PER_UNIT + ROUNDING - ROUNDING;
  double rh = x - n * stepHead, rt = n * stepTail, r = rh - rt;
  double series = r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120))));
  int whole = (int)n;
  int step = whole & 127;
  double root = rootHead[step], rest = rootTail[step] + root * (rh + (series - rt));
  return (root + rest) * powerOfTwo(whole >> 7);
}

// ---- quantiles (Wichura 1988, AS 241 PPND16)

static double poly(const double *c, double x) {
  double sum = 0;
  for (int i = 0; i < 8; i++) sum = sum * x + c[i];
  return sum;
}

static const double MIDDLE[2][8] = {
    {2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
     13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665},
    {5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
     5394.196021424751, 687.1870074920579, 42.31333070160091, 1}};
static const double TAIL[2][8] = {
    {0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
     3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835},
    {1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
     0.6897673349851, 1.6763848301838038, 2.053191626637759, 1}};
static const double FAR_TAIL[2][8] = {
    {2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
     0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103},
    {2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
     0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1}};

static double ratio(const double c[2][8], double x) { return poly(c[0], x) / poly(c[1], x); }

static double normalQuantile(double p) {
  double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * ratio(MIDDLE, 0.180625 - q * q);
  double r = sqrt(-exactLog(q < 0 ? p : 1 - p));
  double deviate = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
  return q < 0 ? -deviate : deviate;
}

static double triangular(double low, double mode, double high, double p) {
  double width = high - low;
  if (p < (mode - low) / width) {
    return std::max(low, std::min(low + sqrt(p * width * (mode - low)), mode));
  }
  return std::max(mode, std::min(high - sqrt((1 - p) * width * (high - mode)), high));
}

static double loguniform(double low, double high, double p) {
  return std::max(low, std::min(low * exactExp(p * exactLog(high / low)), high));
}
