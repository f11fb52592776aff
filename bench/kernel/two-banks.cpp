// The kernel's work on scenarios/two-banks, written by hand for this one scenario in plain C++: the
// same heap, draws, identities and arithmetic as src/core, with every rule that two-banks does not
// use left out. It takes the same orders as two-banks.ts and prints the same state hash, which is
// what makes it a yardstick: `two-banks short|long RUNS`.
//
// Build: g++ -std=c++17 -O3 -march=native -ffp-contract=off two-banks.cpp -lquadmath

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

// ---- the scenario

static const double HOUR = 3600000, DAY = 24 * HOUR;
static const double OPENS = -2198599200000.0;
static const double SILENCE_LIMIT = 72 * HOUR;
static const double SHOT_RATE = 0.3 / DAY, CONTACT_STEP = 0.4;
static const double GARBLE = 0.1, GARBLE_SHARE = 0.1, GARBLE_COUNT = 2, GARBLE_TIME = DAY;
static const double FERRY_LOSS = 0.02, CRIER_COST = 0.3, DELAY_WEIGHT = 0.5;

enum Seat { MAYOR, SERGEANT, REEVE, SEATS };
enum Track { BRIDGE, CANNON, CONTACT, ANGER, TRACKS };
enum Act { CLOSE, OPEN, WITHDRAW, INSPECT, ACTS };
enum Channel { AT_ONCE = -1, FERRY, CRIER, LOOKOUT };
enum Purpose { UNKNOWN, TAKES, DELAY, LOSS, GARBLED, GARBLE_WHAT, GARBLE_WAY, HAZARD, RUNS_AWAY };
enum Kind {
  K_ENTRY, K_INPUT, K_INJECT, K_ROUTINE, K_INCIDENT, K_ACT, K_DELIVERY, K_MEETING, K_DUE
};
enum Task {
  T_OPENING, T_INPUT, T_ROUTINE, T_INCIDENT, T_START, T_END, T_REPORT, T_LEG, T_OUTCOME, T_DUE,
  T_SILENCE, T_CLOSE
};
enum Status {
  S_OPEN = 1, S_ACCEPTED = 2, S_DECLINED = 3, S_OWED = 10, S_UNDER_WAY = 11, S_PERFORMED = 12,
  S_BREACHED = 16, S_ORDERED = 18, S_COMPLETED = 20, S_FAILED = 21
};
enum Ending { SETTLED, WAR, FROZEN, ENDINGS, NONE = -1, OUT_OF_TIME = -2 };

static const Kind KIND_OF[] = {K_ENTRY, K_INPUT,    K_ROUTINE,  K_INCIDENT, K_ACT, K_ACT,
                               K_DELIVERY, K_DELIVERY, K_DELIVERY, K_DUE,      K_DUE, K_DUE};
static const int SIDE_OF[SEATS] = {0, 0, 1};
static const double STARTS[TRACKS] = {0, 2, 0.1, 0.2};
static const double HIGH[TRACKS] = {2, 4, 1, 1};
static const double TAKES_MS[ACTS] = {HOUR / 2, HOUR / 2, 12 * HOUR, 2 * HOUR};

struct Learn {
  int seat, channel;
};
static const vector<Learn> ACT_LEARN[ACTS] = {
    {{MAYOR, AT_ONCE}, {SERGEANT, AT_ONCE}, {REEVE, LOOKOUT}},
    {{MAYOR, CRIER}, {SERGEANT, CRIER}, {REEVE, CRIER}},
    {{REEVE, AT_ONCE}},
    {}};
static const vector<Learn> SHOT_LEARN = {{MAYOR, LOOKOUT}, {SERGEANT, AT_ONCE}, {REEVE, LOOKOUT}};

// Names, hashed and ranked once.
static const char *SEAT_NAMES[] = {"mayor", "sergeant", "reeve"};
static const char *ACT_NAMES[] = {"close_bridge", "open_bridge", "withdraw_cannon",
                                  "inspect_cannon"};
static const char *LETTER_NAMES[] = {"first", "second"};
static const char *TRACK_NAMES[] = {"bridge", "cannon", "contact", "anger"};
static const char *PURPOSE_NAMES[] = {"unknown", "takes",          "delay",
                                      "loss",    "garble",         "garble what",
                                      "garble which way", "hazard", "runs away"};
static std::map<string, int> rankOf;
static u32 seatHash[SEATS], actHash[ACTS], letterHash[2], writtenHash, purposeHash[9];
static Id seatId[SEATS], shotId, marketId, kappaId;
static int seatRank[SEATS], actRank[ACTS], shotRank, marketRank, silenceRank;
static u32 cellTrust, cellCost, cellFirings, cellAct, cellDispatch, cellReader,
    cellBargain, cellObligation, cellEnding, alphaHash[2], betaHash[2], endingHash[4];
static Id cellTrack[SEATS + 1][TRACKS], cellAsOf[SEATS + 1][TRACKS], cellLearned[SEATS + 1][TRACKS];

static Id named(const string &name) { return child({0, 0}, nameHash(name), 0); }

static void prepareNames() {
  vector<string> names = {"opening", "closing", "silence", "input", "shot_at_barrier",
                          "market_day"};
  for (auto n : SEAT_NAMES) names.push_back(n);
  for (auto n : ACT_NAMES) names.push_back(n);
  for (auto n : LETTER_NAMES) names.push_back(n);
  names.push_back("answer");
  std::sort(names.begin(), names.end());
  // Ranks start at 1: a deadline's is 0, as that of the first of all names in the scenario.
  for (size_t i = 0; i < names.size(); i++) rankOf[names[i]] = (int)i + 1;
  for (int i = 0; i < SEATS; i++) {
    seatHash[i] = nameHash(string("seat ") + SEAT_NAMES[i]);
    seatId[i] = named(string("seat ") + SEAT_NAMES[i]);
    seatRank[i] = rankOf[SEAT_NAMES[i]];
  }
  for (int i = 0; i < ACTS; i++) {
    actHash[i] = nameHash(string("act ") + ACT_NAMES[i]);
    actRank[i] = rankOf[ACT_NAMES[i]];
  }
  for (int i = 0; i < 2; i++) letterHash[i] = nameHash(string("letter ") + LETTER_NAMES[i]);
  for (int i = 0; i < 9; i++) purposeHash[i] = nameHash(PURPOSE_NAMES[i]);
  writtenHash = nameHash("kind private letter");
  shotId = named("incident shot_at_barrier");
  marketId = named("routine market_day");
  kappaId = named("unknown kappa");
  shotRank = rankOf["shot_at_barrier"];
  marketRank = rankOf["market_day"];
  silenceRank = rankOf["silence"];
}

static void prepareCells() {
  cellTrust = nameHash("cell trust");
  cellCost = nameHash("cell audience cost");
  cellFirings = nameHash("cell firings");
  cellAct = nameHash("cell act");
  cellDispatch = nameHash("cell dispatch");
  cellReader = nameHash("cell reader");
  cellBargain = nameHash("cell bargain");
  cellObligation = nameHash("cell obligation");
  cellEnding = nameHash("cell ending");
  const char *sides[] = {"north", "south"};
  for (int i = 0; i < 2; i++) {
    alphaHash[i] = nameHash(string("alpha ") + sides[i]);
    betaHash[i] = nameHash(string("beta ") + sides[i]);
  }
  const char *endings[] = {"settled", "war", "frozen", "out of time"};
  for (int i = 0; i < 4; i++) endingHash[i] = nameHash(endings[i]);
  u32 track = nameHash("cell track"), asOf = nameHash("cell as of");
  u32 learned = nameHash("cell learned at");
  for (int row = 0; row <= SEATS; row++) {
    Id owner = row == 0 ? Id{0, 0} : seatId[row - 1];
    for (int t = 0; t < TRACKS; t++) {
      u32 name = nameHash(string("track ") + TRACK_NAMES[t]);
      cellTrack[row][t] = child(owner, track, name);
      cellAsOf[row][t] = child(owner, asOf, name);
      cellLearned[row][t] = child(owner, learned, name);
    }
  }
}

// ---- orders

enum OrderType { O_ACT, O_FIRST, O_SECOND, O_ACCEPT, O_DECLINE };

struct Order {
  double at;
  OrderType type;
  int seat, what;  // the act, or the cycle whose offer it makes or answers
  int rank;
  Id id;
};

static vector<Order> orders;

static void addOrder(double at, OrderType type, int seat, int what, const string &name, u32 ordinal,
                     const string &given) {
  Id id = given.empty() ? child(seatId[seat], nameHash("input " + name), ordinal)
                        : child(seatId[seat], nameHash("given " + given), 0);
  orders.push_back({at, type, seat, what, rankOf[name], id});
}

static void prepareOrders(int cycles) {
  for (int n = 0; n < cycles; n++) {
    double start = OPENS + n * 5 * DAY;
    string first = "first-" + std::to_string(n);
    addOrder(start + HOUR, O_ACT, MAYOR, CLOSE, "close_bridge", n, "");
    addOrder(start + 3 * HOUR, O_FIRST, REEVE, n, "first", n, first);
    addOrder(start + 27 * HOUR, n < 12 ? O_ACCEPT : O_DECLINE, MAYOR, n, "answer", n, "");
    addOrder(start + 40 * HOUR, O_SECOND, REEVE, n, "second", n, "");
    addOrder(start + 60 * HOUR, O_ACT, MAYOR, OPEN, "open_bridge", n, "");
    addOrder(start + 61 * HOUR, O_ACT, REEVE, WITHDRAW, "withdraw_cannon", n, "");
  }
}

// ---- the heap

struct Event {
  double time;
  int key;
  Id id;
  int task, a, b, c;
};

static vector<Event> slots;
static vector<int> freeSlots, heap;

static bool before(int x, int y) {
  const Event &p = slots[x], &q = slots[y];
  if (p.time != q.time) return p.time < q.time;
  if (p.key != q.key) return p.key < q.key;
  if (p.id.hi != q.id.hi) return p.id.hi < q.id.hi;
  return p.id.lo < q.id.lo;
}

static void push(double time, int step, int task, int rank, Id id, int a = 0, int b = 0,
                 int c = 0) {
  int slot;
  if (freeSlots.empty()) {
    slot = (int)slots.size();
    slots.emplace_back();
  } else {
    slot = freeSlots.back();
    freeSlots.pop_back();
  }
  slots[slot] = {time, step << 20 | KIND_OF[task] << 16 | rank, id, task, a, b, c};
  size_t at = heap.size();
  heap.push_back(slot);
  while (at > 0) {
    size_t parent = (at - 1) / 2;
    if (!before(slot, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = slot;
}

static int pop() {
  int top = heap[0], last = heap.back();
  heap.pop_back();
  freeSlots.push_back(top);
  size_t size = heap.size(), at = 0;
  if (size == 0) return top;
  for (;;) {
    size_t next = 2 * at + 1;
    if (next >= size) break;
    if (next + 1 < size && before(heap[next + 1], heap[next])) next++;
    if (!before(heap[next], last)) break;
    heap[at] = heap[next];
    at = next;
  }
  heap[at] = last;
  return top;
}

// ---- the state

struct Body {
  int refs;
  double asOf;
  int act, count;
  int tracks[2];
  double values[2];
};
struct ActRun {
  int act, seat;
  Id id;
  int status;
};
struct Dispatch {
  Id id;
  int from, to[2], addressees;
  bool isPublic;
  double cost, sentAt;
  int answer, repliesTo;  // answer: the status it brings about, or 0
  vector<int> readers;
  bool offer;  // the mayor is its one offeree
  int bargain;
  bool answered;
};
struct Leg {
  int dispatch, to;
  bool lost;
};
struct Obligation {
  Id id;
  int act, obligor, beneficiary, offeror, acceptor, underWay;
  bool performed, breached;
  vector<int> heard;
};

static double now;
static int step;
static int sequenceNumber;
static double track[SEATS + 1][TRACKS], asOf[SEATS + 1][TRACKS], learnedAt[SEATS + 1][TRACKS];
static double kappa, shotFactor;
static double trust[SEATS][2], audienceCost[SEATS];
static double rate, hazard, since, gap;
static int stamp, firings, markets;
static bool shotDirty;
static int actCount[SEATS][ACTS], letterCount[2], writtenCount[SEATS];
static vector<ActRun> acts;
static vector<Dispatch> dispatches;
static vector<Leg> legs;
static vector<Body> bodies;
static vector<int> freeBodies, offers;
static vector<Obligation> obligations;
static size_t dispatchTotal, obligationTotal;
static int openObligations, madeObligations;
static double lastDispatch, endingAt, closes;
static bool ranAway, endingsDue, stopped, goesOn, ended[ENDINGS];
static int ending;
static Id keys[9];

static double draw(Purpose p, Id id) { return uniform(keys[p], id); }

// ---- tracks and incidents

static void setTrack(int t, double value) {
  double next = std::min(std::max(value, 0.0), HIGH[t]);
  if (t == BRIDGE || t == CANNON) next = floor(next + 0.5);
  if (next == track[0][t]) return;
  track[0][t] = next;
  endingsDue = true;
  if (t == BRIDGE || t == CONTACT) shotDirty = true;
}

static void learnTrack(int seat, int t, double value, double at) {
  if (at < asOf[seat + 1][t]) return;
  track[seat + 1][t] = value;
  asOf[seat + 1][t] = at;
  learnedAt[seat + 1][t] = now;
}

static void scheduleFiring() {
  stamp++;
  if (rate == 0) return;
  double left = gap - hazard;
  double wait = left <= 0 ? 0 : ceil(left / rate);
  if (now + wait > closes) return;
  push(now + wait, wait == 0 ? step + 1 : 0, T_INCIDENT, shotRank, shotId, 0, stamp);
}

static void refreshShot() {
  double next = track[0][BRIDGE] == 0 ? 0 : SHOT_RATE * track[0][CONTACT] * shotFactor;
  if (next == rate) return;
  hazard += rate * (now - since);
  since = now;
  rate = next;
  scheduleFiring();
}

static void drawGap() { gap = -exactLog(draw(HAZARD, child(shotId, 0, firings))); }

// ---- reports

static double delayOf(int channel, Id id) {
  switch (channel) {
    case FERRY:
      return ceil(triangular(2 * HOUR, 4 * HOUR, 9 * HOUR, draw(DELAY, id)));
    case CRIER:
      return 0.25 * HOUR;
    default:
      return ceil(40.0 * 60000 * exactExp(0.8 * normalQuantile(draw(DELAY, id))));
  }
}

static void sendReports(const vector<Learn> &learn, const int *tracks, int count, int act,
                        Id cause) {
  int index;
  if (freeBodies.empty()) {
    index = (int)bodies.size();
    bodies.emplace_back();
  } else {
    index = freeBodies.back();
    freeBodies.pop_back();
  }
  Body &body = bodies[index];
  body.refs = (int)learn.size();
  body.asOf = now;
  body.act = act;
  body.count = count;
  for (int i = 0; i < count; i++) {
    body.tracks[i] = tracks[i];
    body.values[i] = track[0][tracks[i]];
  }
  for (const Learn &l : learn) {
    Id id = child(cause, seatHash[l.seat], 0);
    double wait = l.channel == AT_ONCE ? 0 : delayOf(l.channel, id);
    push(now + wait, wait == 0 ? step + 1 : 0, T_REPORT, seatRank[l.seat], id, l.seat, index,
         l.channel);
  }
}

static double garbledValue(int t, double value, Id id) {
  bool up = draw(GARBLE_WAY, id) < 0.5;
  if (t == BRIDGE) return std::min(std::max(value + (up ? 1 : -1), 0.0), HIGH[t]);
  if (t == CANNON) {
    double moved = floor((up ? value * GARBLE_COUNT : value / GARBLE_COUNT) + 0.5);
    return std::min(std::max(moved, 0.0), HIGH[t]);
  }
  return std::min(std::max(value + (up ? GARBLE_SHARE : -GARBLE_SHARE), 0.0), HIGH[t]);
}

static void hearPerformance(int seat, int act) {
  int side = SIDE_OF[seat];
  for (size_t i = 0; i < obligationTotal; i++) {
    Obligation &o = obligations[i];
    if (o.beneficiary != side) continue;
    if (std::find(o.heard.begin(), o.heard.end(), side) != o.heard.end()) continue;
    if (o.act == act) o.heard.push_back(side);
  }
}

static void deliverReport(int seat, int index, int channel, Id id) {
  Body &body = bodies[index];
  int garbled = -1;
  if (channel == LOOKOUT && draw(GARBLED, id) < GARBLE) {
    garbled = (int)floor(draw(GARBLE_WHAT, id) * (body.count + 1));
  }
  double shift = 0;
  if (garbled == body.count) shift = draw(GARBLE_WAY, id) < 0.5 ? GARBLE_TIME : -GARBLE_TIME;
  double told = std::min(body.asOf + shift, now);
  for (int i = 0; i < body.count; i++) {
    double value = body.values[i];
    if (i == garbled) value = garbledValue(body.tracks[i], value, id);
    learnTrack(seat, body.tracks[i], value, told);
  }
  if (body.act >= 0) hearPerformance(seat, body.act);
  if (--body.refs == 0) freeBodies.push_back(index);
}

static void fireShot() {
  Id id = child(shotId, 0, firings++);
  hazard = 0;
  since = now;
  drawGap();
  bool away = draw(RUNS_AWAY, id) < kappa;
  setTrack(ANGER, track[0][ANGER] + 0.3);
  if (away && !ranAway) ranAway = endingsDue = true;
  static const int wrote[] = {ANGER};
  sendReports(SHOT_LEARN, wrote, 1, -1, id);
  scheduleFiring();
}

static void scheduleMarket(double at) {
  push(at, 0, T_ROUTINE, marketRank, child(marketId, 0, markets));
}

static void runMarket() {
  markets++;
  scheduleMarket(now + DAY);
  if (track[0][BRIDGE] == 2) setTrack(ANGER, track[0][ANGER] + 0.05);
}

// ---- acts

static bool isOpen(const Obligation &o) { return !o.performed; }

static void markUnderWay(int act, int side, int by) {
  for (size_t i = 0; i < obligationTotal; i++) {
    Obligation &o = obligations[i];
    if (isOpen(o) && o.obligor == side && o.act == act) o.underWay += by;
  }
}

static void orderAct(int seat, int act) {
  Id id = child(seatId[seat], actHash[act], actCount[seat][act]++);
  acts.push_back({act, seat, id, S_ORDERED});
  push(now, step + 1, T_START, actRank[act], id, (int)acts.size() - 1);
}

static void startAct(int index) {
  ActRun &run = acts[index];
  bool may = run.act == CLOSE ? track[0][BRIDGE] != 2 : run.act != WITHDRAW || track[0][CANNON] > 0;
  if (!may) {
    run.status = S_FAILED;
    push(now, step + 1, T_OUTCOME, seatRank[run.seat], run.id, index, AT_ONCE);
    return;
  }
  run.status = S_UNDER_WAY;
  markUnderWay(run.act, SIDE_OF[run.seat], 1);
  push(now + TAKES_MS[run.act], 0, T_END, actRank[run.act], run.id, index);
}

static void endAct(int index) {
  ActRun &run = acts[index];
  run.status = S_COMPLETED;
  int wrote[2] = {BRIDGE, CONTACT}, count = 1;
  if (run.act == CLOSE) {
    double contact = track[0][CONTACT] + CONTACT_STEP;
    setTrack(BRIDGE, 2);
    setTrack(CONTACT, contact);
    count = 2;
  } else if (run.act == OPEN) {
    setTrack(BRIDGE, 0);
  } else {
    setTrack(CANNON, 0);
    wrote[0] = CANNON;
  }
  int side = SIDE_OF[run.seat];
  markUnderWay(run.act, side, -1);
  for (size_t i = 0; i < obligationTotal; i++) {
    Obligation &o = obligations[i];
    if (!isOpen(o) || o.obligor != side || o.act != run.act) continue;
    o.performed = true;
    openObligations--;
    endingsDue = true;
  }
  sendReports(ACT_LEARN[run.act], wrote, count, run.act, run.id);
}

// ---- letters and bargains

static Dispatch &takeDispatch(Id id, int from) {
  if (dispatchTotal == dispatches.size()) dispatches.emplace_back();
  Dispatch &d = dispatches[dispatchTotal++];
  d.id = id;
  d.from = from;
  d.sentAt = now;
  d.isPublic = false;
  d.cost = 0;
  d.answer = 0;
  d.repliesTo = -1;
  d.readers.clear();
  d.offer = false;
  d.answered = false;
  return d;
}

static void depart(int index, int channel) {
  Dispatch &d = dispatches[index];
  lastDispatch = now;
  endingsDue = true;
  for (int i = 0; i < d.addressees; i++) {
    int seat = d.to[i];
    Id id = child(d.id, seatHash[seat], 0);
    bool lost = channel == FERRY && draw(LOSS, id) < FERRY_LOSS;
    double wait = delayOf(channel, id);
    legs.push_back({index, seat, lost});
    push(now + wait, 0, T_LEG, seatRank[seat], id, (int)legs.size() - 1);
  }
}

static int sendOffer(bool isSecond) {
  Id id = child(seatId[REEVE], letterHash[isSecond], letterCount[isSecond]++);
  Dispatch &d = takeDispatch(id, REEVE);
  d.to[0] = MAYOR;
  d.to[1] = SERGEANT;
  d.addressees = isSecond ? 2 : 1;
  d.isPublic = isSecond;
  d.cost = isSecond ? CRIER_COST : 0;
  d.offer = true;
  d.bargain = S_OPEN;
  depart((int)dispatchTotal - 1, isSecond ? CRIER : FERRY);
  return (int)dispatchTotal - 1;
}

static void answerOffer(int index, int answer) {
  if (index < 0) return;
  const Dispatch &held = dispatches[index];
  if (std::find(held.readers.begin(), held.readers.end(), (int)MAYOR) == held.readers.end()) return;
  if (held.answered) return;
  Dispatch &d = takeDispatch(child(seatId[MAYOR], writtenHash, writtenCount[MAYOR]++), MAYOR);
  d.to[0] = REEVE;
  d.addressees = 1;
  d.answer = answer;
  d.repliesTo = index;
  depart((int)dispatchTotal - 1, FERRY);
  dispatches[index].answered = true;
  if (answer != S_ACCEPTED) return;
  for (size_t i = 0; i < dispatchTotal; i++) {
    const Dispatch &own = dispatches[i];
    if (own.from == MAYOR && own.isPublic) audienceCost[MAYOR] += own.cost;
  }
}

static void startObligation(const Dispatch &offer, u32 part, int act, int obligor, int beneficiary,
                            double within) {
  if (obligationTotal == obligations.size()) obligations.emplace_back();
  Obligation &o = obligations[obligationTotal++];
  o.id = child(offer.id, part, 0);
  o.act = act;
  o.obligor = obligor;
  o.beneficiary = beneficiary;
  o.offeror = offer.from;
  o.acceptor = MAYOR;
  o.underWay = 0;
  o.performed = o.breached = false;
  o.heard.clear();
  for (const ActRun &run : acts) {
    bool does = run.status == S_UNDER_WAY && run.act == act && SIDE_OF[run.seat] == obligor;
    o.underWay += does;
  }
  madeObligations++;
  openObligations++;
  endingsDue = true;
  push(now + within, 0, T_DUE, 0, o.id, (int)obligationTotal - 1);
}

static void arriveLeg(int index) {
  const Leg &leg = legs[index];
  if (leg.lost) return;
  Dispatch &d = dispatches[leg.dispatch];
  if (std::find(d.readers.begin(), d.readers.end(), leg.to) != d.readers.end()) return;
  d.readers.push_back(leg.to);
  if (d.answer == 0) return;
  Dispatch &offer = dispatches[d.repliesTo];
  if (offer.bargain != S_OPEN) return;
  offer.bargain = d.answer;
  if (d.answer != S_ACCEPTED) return;
  // Only `first` is ever accepted.
  startObligation(offer, 1, WITHDRAW, 1, 0, 48 * HOUR);
  startObligation(offer, 2, OPEN, 0, 1, 24 * HOUR);
}

static void passDue(int index) {
  Obligation &o = obligations[index];
  if (!o.performed) o.breached = true;
  for (int seat = 0; seat < SEATS; seat++) {
    if (SIDE_OF[seat] != o.beneficiary) continue;
    if (std::find(o.heard.begin(), o.heard.end(), SIDE_OF[seat]) != o.heard.end()) continue;
    if (seat == o.offeror || seat == o.acceptor) trust[seat][1] += DELAY_WEIGHT;
  }
}

static void takeOrder(const Order &order) {
  switch (order.type) {
    case O_ACT:
      return orderAct(order.seat, order.what);
    case O_FIRST:
      offers[order.what] = sendOffer(false);
      return;
    case O_SECOND:
      sendOffer(true);
      return;
    case O_ACCEPT:
      return answerOffer(offers[order.what], S_ACCEPTED);
    case O_DECLINE:
      return answerOffer(offers[order.what], S_DECLINED);
  }
}

// ---- endings

static void finish(int which) {
  ending = which;
  endingAt = now;
  if (!goesOn) stopped = true;
}

static bool hasCome(int which) {
  switch (which) {
    case SETTLED:
      return (madeObligations == 0 ? 1 : openObligations) == 0;
    case WAR:
      return ranAway;
    default:
      return (lastDispatch == -INF ? 0 : now - lastDispatch) > SILENCE_LIMIT;
  }
}

static void checkEndings() {
  if (!endingsDue || stopped) return;
  endingsDue = false;
  for (int i = 0; i < ENDINGS; i++) {
    if (ended[i] || !hasCome(i)) continue;
    ended[i] = true;
    finish(i);
    return;
  }
}

static void watchSilence() {
  double next = (lastDispatch == -INF ? now : lastDispatch) + SILENCE_LIMIT + 1;
  if (!(next > now)) next = now + SILENCE_LIMIT + 1;
  push(next, 0, T_SILENCE, silenceRank, {0, 0});
}

static void breakSilence() {
  if (lastDispatch != -INF && now - lastDispatch > SILENCE_LIMIT) endingsDue = true;
  watchSilence();
}

// ---- the run

static void reset(const string &seed, int run) {
  Id runKey = digest(std::to_string(run) + "\n" + seed);
  for (int i = 0; i < 9; i++) keys[i] = threefry(runKey, purposeHash[i], 0);
  for (int slot : heap) freeSlots.push_back(slot);
  heap.clear();
  now = OPENS;
  step = sequenceNumber = 0;
  memset(track, 0, sizeof track);
  for (int r = 0; r <= SEATS; r++) {
    for (int t = 0; t < TRACKS; t++) asOf[r][t] = learnedAt[r][t] = -INF;
  }
  memcpy(track[0], STARTS, sizeof STARTS);
  for (int s = 0; s < SEATS; s++) trust[s][0] = trust[s][1] = 1, audienceCost[s] = 0;
  rate = hazard = since = gap = 0;
  stamp = firings = markets = 0;
  shotDirty = ranAway = stopped = false;
  endingsDue = true;
  memset(actCount, 0, sizeof actCount);
  memset(letterCount, 0, sizeof letterCount);
  memset(writtenCount, 0, sizeof writtenCount);
  memset(ended, 0, sizeof ended);
  acts.clear();
  legs.clear();
  dispatchTotal = obligationTotal = 0;
  freeBodies.clear();
  for (int i = (int)bodies.size() - 1; i >= 0; i--) freeBodies.push_back(i);
  std::fill(offers.begin(), offers.end(), -1);
  openObligations = madeObligations = 0;
  lastDispatch = -INF;
  ending = NONE;
  endingAt = 0;
}

static void open() {
  kappa = loguniform(0.01, 0.3, draw(UNKNOWN, kappaId));
  push(OPENS, 0, T_OPENING, rankOf["opening"], {0, 0});
  for (size_t i = 0; i < orders.size(); i++) {
    push(orders[i].at, 0, T_INPUT, orders[i].rank, orders[i].id, (int)i);
  }
  scheduleMarket(OPENS + DAY);
  watchSilence();
  push(closes, 0, T_CLOSE, rankOf["closing"], {0, 0});
}

static void begin() {
  for (int s = 0; s < SEATS; s++) {
    for (int t = 0; t < TRACKS; t++) learnTrack(s, t, track[0][t], now);
  }
  since = now;
  drawGap();
  refreshShot();
}

static void happen(int task, int a, int b, int c, Id id) {
  switch (task) {
    case T_OPENING: return begin();
    case T_INPUT: return takeOrder(orders[a]);
    case T_ROUTINE: return runMarket();
    case T_INCIDENT: return fireShot();
    case T_START: return startAct(a);
    case T_END: return endAct(a);
    case T_REPORT: return deliverReport(a, b, c, id);
    case T_LEG: return arriveLeg(a);
    case T_DUE: return passDue(a);
    case T_SILENCE: return breakSilence();
    case T_CLOSE:
      if (ending == NONE) finish(OUT_OF_TIME);
  }
}

static void play() {
  open();
  while (!stopped && !heap.empty() && slots[heap[0]].time <= closes) {
    Event e = slots[pop()];
    if (e.task == T_INCIDENT && e.b != stamp) continue;
    now = e.time;
    step = (u32)e.key >> 20;
    sequenceNumber++;
    happen(e.task, e.a, e.b, e.c, e.id);
    if (shotDirty) {
      shotDirty = false;
      refreshShot();
    }
    checkEndings();
  }
}

// ---- state hash

static u64 sum;

static void add(Id cell, double value) {
  u64 bits;
  memcpy(&bits, &value, 8);
  Id w = threefry(cell, (u32)(bits >> 32), (u32)bits);
  sum += (u64)w.hi << 32 | w.lo;
}

static u64 stateHash() {
  sum = 0;
  for (int t = 0; t < TRACKS; t++) {
    if (track[0][t] != STARTS[t]) add(cellTrack[0][t], track[0][t]);
  }
  for (int r = 1; r <= SEATS; r++) {
    for (int t = 0; t < TRACKS; t++) {
      // Nothing but the opening was told: the default.
      if (learnedAt[r][t] == OPENS && track[r][t] == STARTS[t]) continue;
      add(cellTrack[r][t], track[r][t]);
      add(cellAsOf[r][t], asOf[r][t]);
      add(cellLearned[r][t], learnedAt[r][t]);
    }
  }
  if (firings != 0) add(child(shotId, cellFirings, 0), firings);
  for (int s = 0; s < SEATS; s++) {
    int other = 1 - SIDE_OF[s];
    if (trust[s][0] == 1 && trust[s][1] == 1) continue;
    add(child(seatId[s], cellTrust, alphaHash[other]), trust[s][0]);
    add(child(seatId[s], cellTrust, betaHash[other]), trust[s][1]);
  }
  for (int s = 0; s < SEATS; s++) {
    if (audienceCost[s] != 0) add(child(seatId[s], cellCost, 0), audienceCost[s]);
  }
  u32 endingName = endingHash[ending == OUT_OF_TIME ? ENDINGS : ending == NONE ? 0 : ending];
  if (ending != NONE) add(child({0, 0}, cellEnding, endingName), endingAt);
  for (const ActRun &run : acts) add(child(run.id, cellAct, 0), run.status);
  for (size_t i = 0; i < dispatchTotal; i++) {
    const Dispatch &d = dispatches[i];
    add(child(d.id, cellDispatch, 0), d.sentAt);
    for (int reader : d.readers) add(child(d.id, cellReader, seatHash[reader]), 1);
    if (d.offer) add(child(d.id, cellBargain, seatHash[MAYOR]), d.bargain);
  }
  for (size_t i = 0; i < obligationTotal; i++) {
    const Obligation &o = obligations[i];
    int status = o.performed      ? S_PERFORMED
                 : o.breached     ? S_BREACHED
                 : o.underWay > 0 ? S_UNDER_WAY
                                  : S_OWED;
    add(child(o.id, cellObligation, 0), status);
  }
  return sum;
}

struct Measured {
  long events;
  double seconds;
  u64 hash;
};

static Measured measure(int from, int runs) {
  Measured m = {0, 0, 0};
  clock_t start = clock();
  for (int run = from; run < from + runs; run++) {
    reset("bench", run);
    play();
    m.events += sequenceNumber;
    m.hash = stateHash();
  }
  m.seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  return m;
}

int main(int argc, char **argv) {
  bool isLong = argc > 2 && string(argv[1]) == "long";
  int runs = argc > 2 ? atoi(argv[2]) : 0;
  if (runs <= 0) return fprintf(stderr, "two-banks short|long RUNS\n"), 2;
  prepareSha();
  prepareTables();
  prepareNames();
  prepareCells();
  goesOn = isLong;
  shotFactor = isLong ? 10 : 1;
  closes = OPENS + (isLong ? 7500 : 7.5) * DAY;
  int cycles = isLong ? 1500 : 1;
  prepareOrders(cycles);
  offers.resize(cycles);
  measure(runs, (runs + 1) / 2);
  Measured m = measure(0, runs);
  printf("{\"runs\":%d,\"events\":%ld,\"seconds\":%.6f,\"hash\":\"%016llx\"}\n", runs, m.events,
         m.seconds, (unsigned long long)m.hash);
}
