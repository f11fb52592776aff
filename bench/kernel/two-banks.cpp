// The kernel's work on scenarios/two-banks, written by hand for this one scenario in plain C++: the
// same heap, draws, identities and arithmetic as src/core, with every rule that two-banks does not
// use left out. It takes the same orders as two-banks.ts and prints the same state hash, which is
// what makes it a yardstick: `two-banks played|short|long RUNS`. The figures and expressions of the
// doctrines come from doctrines.yaml by way of doctrine-text.ts, as a header.
//
// Build: g++ -std=c++17 -O3 -march=native -ffp-contract=off -I DIR two-banks.cpp -lquadmath
// (DIR has doctrines.hpp)

#include "arithmetic.hpp"

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
enum Purpose {
  UNKNOWN, DELAY, LOSS, GARBLED, GARBLE_WHAT, GARBLE_WAY, HAZARD, RUNS_AWAY, INSPECTION, RESOLVE,
  PHASE, CHOICE, CALL, PURPOSES
};
enum Kind {
  K_ENTRY, K_INPUT, K_INJECT, K_ROUTINE, K_INCIDENT, K_ACT, K_DELIVERY, K_MEETING, K_DUE
};
enum Task {
  T_OPENING, T_INPUT, T_ROUTINE, T_INCIDENT, T_START, T_END, T_REPORT, T_LEG, T_OUTCOME,
  T_MEETING, T_DUE, T_SILENCE, T_CLOSE
};
enum Status {
  S_OPEN = 1, S_ACCEPTED = 2, S_DECLINED = 3, S_COUNTERED = 4, S_WITHDRAWN = 5, S_CONTESTED = 7,
  S_HONOURED = 8, S_REPUDIATED = 9,
  S_OWED = 10, S_UNDER_WAY = 11, S_PERFORMED = 12, S_VERIFIED = 13, S_BREACHED = 16,
  S_ORDERED = 18, S_AWAITING = 19, S_COMPLETED = 20, S_FAILED = 21, S_REFUSED = 22
};
// What a dispatch does besides: in place of the status that an answer brings about.
enum Speech { ASKS_CONSENT = 100, GIVES_CONSENT, REFUSES_CONSENT };
enum Ending { SETTLED, WAR, FROZEN, ENDINGS, NONE = -1, OUT_OF_TIME = -2 };

enum Kinds { IS_NOTHING, IS_ACT, IS_SEND, IS_ACCEPT, IS_DECLINE, IS_LEAVE, IS_COUNTER, IS_WITHDRAW,
  IS_HONOUR, IS_REPUDIATE, IS_CONSENT, IS_DISPATCH, IS_INCIDENT, IS_ROUTINE, IS_NO_NEWS };

// An option of a doctrine: its kind, and the act, letter, route, letters (as bits, -1 for any) and
// answer that it is about. What calls a meeting: the kind of news, of what, and how soon.
struct OptionRow {
  int kind, act, letter, route, letters, give;
};
struct CallRow {
  int news, index;
  double low, high;
};

static double lesser(double a, double b) { return b < a ? b : a; }
static double greater(double a, double b) { return b > a ? b : a; }
static double clamped(double a, double low, double high) {
  if (a < low) return low;
  return a > high ? high : a;
}

#include "doctrines.hpp"

static const Kind KIND_OF[] = {K_ENTRY, K_INPUT,    K_ROUTINE,  K_INCIDENT, K_ACT, K_ACT,
                               K_DELIVERY, K_DELIVERY, K_DELIVERY, K_MEETING,  K_DUE, K_DUE,
                               K_DUE};
static const int SIDE_OF[SEATS] = {0, 0, 1};
static const double STARTS[TRACKS] = {0, 2, 0.1, 0.2};
static const double HIGH[TRACKS] = {2, 4, 1, 1};

// Letters: who writes them, to whom the offer is made, what is given and asked, and how soon.
enum Letter { FIRST, SECOND, GUNS_FIRST, LETTERS };
struct Template {
  int from, offeree, give, ask;
  double giveWithin, askWithin;
};
static const Template TEMPLATES[LETTERS] = {{REEVE, MAYOR, WITHDRAW, OPEN, 48 * HOUR, 24 * HOUR},
                                            {REEVE, MAYOR, WITHDRAW, OPEN, 48 * HOUR, 12 * HOUR},
                                            {MAYOR, REEVE, OPEN, WITHDRAW, 12 * HOUR, 24 * HOUR}};
static int doerOf(int act) { return act == WITHDRAW ? 1 : 0; }

static const double DETECTS = 0.9, FALSE_ALARM = 0.05, VERIFIED_WEIGHT = 1, BREACH_WEIGHT = 2;
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
static const char *LETTER_NAMES[] = {"first", "second", "guns_first"};
static const char *TRACK_NAMES[] = {"bridge", "cannon", "contact", "anger"};
static const char *PURPOSE_NAMES[] = {
    "unknown", "delay",     "loss",       "garble",  "garble what", "garble which way",
    "hazard",  "runs away", "inspection", "resolve", "phase",       "choice",
    "call"};
enum Manner { PRIVATELY, PUBLICLY, ORALLY, MANNERS };
static const char *MANNER_NAMES[] = {"private letter", "public statement", "oral message"};
static std::map<string, int> rankOf;
static u32 seatHash[SEATS], actHash[ACTS], letterHash[LETTERS], mannerHash[MANNERS];
static u32 purposeHash[PURPOSES], periodHash, meetingHash, calledHash;
static Id seatId[SEATS], shotId, marketId, kappaId;
static int seatRank[SEATS], actRank[ACTS], shotRank, marketRank, silenceRank;
static u32 cellTrust, cellCost, cellFirings, cellAct, cellDispatch, cellReader,
    cellBargain, cellObligation, cellEnding, cellOwes, cellExpects, cellBelief, cellLastRead,
    cellSpent, cellLeft, alphaHash[2], betaHash[2], endingHash[4];
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
  for (int i = 0; i < LETTERS; i++) letterHash[i] = nameHash(string("letter ") + LETTER_NAMES[i]);
  for (int i = 0; i < PURPOSES; i++) purposeHash[i] = nameHash(PURPOSE_NAMES[i]);
  for (int i = 0; i < MANNERS; i++) mannerHash[i] = nameHash(string("kind ") + MANNER_NAMES[i]);
  periodHash = nameHash("period");
  meetingHash = nameHash("meeting");
  calledHash = nameHash("called meeting");
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
  cellOwes = nameHash("cell owes");
  cellExpects = nameHash("cell expects");
  cellBelief = nameHash("cell belief");
  cellLastRead = nameHash("cell last read");
  cellSpent = nameHash("cell spent");
  cellLeft = nameHash("cell left");
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
  int act, doer, count;
  int tracks[2];
  double values[2];
};
struct ActRun {
  int act, seat;
  Id id;
  int status;
  bool answered;  // whether the consent that it needs was given or refused
};
struct Dispatch {
  Id id;
  int from, to[2], addressees;
  bool isPublic;
  double cost, sentAt;
  int letter, about;      // the letter it is one of, the act it is about, or -1
  int answer, repliesTo;  // answer: the status it brings about, or 0
  vector<int> readers;
  int offeree;  // to whom it makes an offer, or -1
  int bargain;
  bool answered;
  int acceptSent, withdrawalSent, withdrawalRead;  // in the order of events, or -1
  double leftUntil;
};
struct Leg {
  int dispatch, to;
  bool lost;
  Id id;
};
struct Obligation {
  Id id;
  int act, obligor, beneficiary, offeror, acceptor, underWay;
  bool performed, breached, verified;
  double due;
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
static int actCount[SEATS][ACTS], letterCount[LETTERS], writtenCount[SEATS][MANNERS];
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
static Id keys[PURPOSES];
static bool playing;

static double draw(Purpose p, Id id) { return uniform(keys[p], id); }

#include "minds.hpp"

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
                        Id cause, int doer = -1) {
  if (learn.empty()) return;
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
  body.doer = doer;
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
  if (body.act >= 0) {
    hearPerformance(seat, body.act);
    noteDone(seat, body.act, body.doer, channel);
    hearNews(seat, IS_ACT, body.act, id);
  } else {
    hearNews(seat, IS_INCIDENT, 0, id);
  }
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

static void scheduleStart(int index) {
  const ActRun &run = acts[index];
  push(now, step + 1, T_START, actRank[run.act], run.id, index);
}

static void askConsent(int index);

static void orderAct(int seat, int act) {
  Id id = child(seatId[seat], actHash[act], actCount[seat][act]++);
  int index = (int)acts.size();
  acts.push_back({act, seat, id, act == INSPECT ? S_AWAITING : S_ORDERED, false});
  if (playing) actColumn(seat, act, DOING) += 1;
  if (act == INSPECT) askConsent(index);
  else scheduleStart(index);
}

static void startAct(int index) {
  ActRun &run = acts[index];
  bool may = run.act == CLOSE ? track[0][BRIDGE] != 2 : run.act != WITHDRAW || track[0][CANNON] > 0;
  if (!may) {
    run.status = S_FAILED;
    push(now, step + 1, T_OUTCOME, seatRank[run.seat], run.id, index);
    return;
  }
  run.status = S_UNDER_WAY;
  markUnderWay(run.act, SIDE_OF[run.seat], 1);
  push(now + TAKES_MS[run.act], 0, T_END, actRank[run.act], run.id, index);
}

// What the mayor's people find of the cannon: knowledge, right or wrong, and what trust makes of it.
static void inspect(const ActRun &run) {
  for (size_t i = 0; i < obligationTotal; i++) {
    Obligation &o = obligations[i];
    if (o.act != WITHDRAW || o.beneficiary != SIDE_OF[run.seat]) continue;
    double u = draw(INSPECTION, child(run.id, o.id.hi ^ o.id.lo, 0));
    bool found = o.verified = u >= (o.performed ? FALSE_ALARM : DETECTS);
    if (found || now >= o.due) {
      double *belief = trust[run.seat], weight = found ? VERIFIED_WEIGHT : BREACH_WEIGHT;
      double mean = belief[0] / (belief[0] + belief[1]);
      double kept = mean * (found ? 1 - FALSE_ALARM : FALSE_ALARM);
      double broken = (1 - mean) * (found ? 1 - DETECTS : DETECTS);
      double share = kept / (kept + broken);
      belief[0] += weight * share;
      belief[1] += weight * (1 - share);
    }
    if (!found) continue;
    int side = SIDE_OF[run.seat];
    if (std::find(o.heard.begin(), o.heard.end(), side) == o.heard.end()) o.heard.push_back(side);
    if (playing) unbindAct(run.seat, WITHDRAW, false);
  }
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
  } else if (run.act == WITHDRAW) {
    setTrack(CANNON, 0);
    wrote[0] = CANNON;
  } else {
    count = 0;
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
  if (run.act == INSPECT) inspect(run);
  if (ACT_LEARN[run.act].empty()) noteEnded(run.seat, run.act);
  sendReports(ACT_LEARN[run.act], wrote, count, run.act, run.id, run.seat);
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
  d.letter = d.about = d.repliesTo = -1;
  d.answer = 0;
  d.readers.clear();
  d.offeree = -1;
  d.answered = false;
  d.acceptSent = d.withdrawalSent = d.withdrawalRead = -1;
  d.leftUntil = -INF;
  return d;
}

static Dispatch &takeWritten(int seat, Manner manner) {
  return takeDispatch(child(seatId[seat], mannerHash[manner], writtenCount[seat][manner]++), seat);
}

static void addressTo(Dispatch &d, int channel, int first) {
  d.to[0] = first;
  d.addressees = 1;
  d.isPublic = channel == CRIER;
  d.cost = d.isPublic ? CRIER_COST : 0;
}

static void depart(int index, int channel) {
  Dispatch &d = dispatches[index];
  lastDispatch = now;
  endingsDue = true;
  for (int i = 0; i < d.addressees; i++) {
    int seat = d.to[i];
    Id id = child(d.id, seatHash[seat], 0);
    bool lost = channel == FERRY && draw(LOSS, id) < FERRY_LOSS;
    double wait = channel == AT_ONCE ? 0 : delayOf(channel, id);
    legs.push_back({index, seat, lost, id});
    push(now + wait, wait == 0 ? step + 1 : 0, T_LEG, seatRank[seat], id, (int)legs.size() - 1);
  }
}

static Dispatch &takeLetter(int letter, int channel) {
  const Template &made = TEMPLATES[letter];
  Dispatch &d = takeDispatch(child(seatId[made.from], letterHash[letter], letterCount[letter]++),
                             made.from);
  addressTo(d, channel, made.offeree);
  d.letter = letter;
  d.offeree = made.offeree;
  d.bargain = S_OPEN;
  if (playing) {
    letterColumn(d.from, letter, 0) += 1;
    desks[d.from].mine.push_back((int)dispatchTotal - 1);
  }
  return d;
}

static int sendOffer(int letter) {
  int channel = letter == SECOND ? CRIER : FERRY;
  Dispatch &d = takeLetter(letter, channel);
  if (letter == SECOND) d.to[d.addressees++] = SERGEANT;
  int index = (int)dispatchTotal - 1;
  depart(index, channel);
  return index;
}

static void askConsent(int index) {
  Dispatch &d = takeWritten(MAYOR, ORALLY);
  addressTo(d, FERRY, REEVE);
  d.about = index;
  d.answer = ASKS_CONSENT;
  depart((int)dispatchTotal - 1, FERRY);
}

static void giveConsent(int index, bool give, int channel) {
  Dispatch &d = takeWritten(REEVE, ORALLY);
  addressTo(d, channel, MAYOR);
  d.about = index;
  d.answer = give ? GIVES_CONSENT : REFUSES_CONSENT;
  acts[index].answered = true;
  depart((int)dispatchTotal - 1, channel);
}

static void strike(int index);

// What is said in public is heard by everybody, whomever it answers. A counter-offer is a letter.
static void answerOffer(int index, int seat, int answer, int channel, int letter) {
  bool isPublic = channel == CRIER;
  const Dispatch &held = dispatches[index];
  bool own = seat == held.from;
  int to = own ? held.offeree : held.from;
  bool toTwo = answer == S_WITHDRAWN && held.letter == SECOND;
  Dispatch &d = letter >= 0 ? takeLetter(letter, channel)
                            : takeWritten(seat, isPublic ? PUBLICLY : PRIVATELY);
  addressTo(d, channel, to);
  if (isPublic || toTwo) d.to[d.addressees++] = to == SERGEANT || seat == SERGEANT ? REEVE : SERGEANT;
  d.answer = answer;
  d.repliesTo = index;
  depart((int)dispatchTotal - 1, channel);
  Dispatch &offer = dispatches[index];
  if (answer == S_WITHDRAWN) {
    offer.withdrawalSent = sequenceNumber;
    audienceCost[seat] += offer.cost;
    return;
  }
  if (own) {
    offer.bargain = answer;
    if (answer == S_REPUDIATED) audienceCost[seat] += offer.cost;
    if (answer == S_HONOURED) strike(index);
    return;
  }
  offer.answered = true;
  if (answer != S_ACCEPTED) return;
  offer.acceptSent = sequenceNumber;
  bindBargain(index, seat);
}

static void orderAnswer(int index, int answer) {
  if (index < 0) return;
  const Dispatch &held = dispatches[index];
  if (std::find(held.readers.begin(), held.readers.end(), (int)MAYOR) == held.readers.end()) return;
  if (!held.answered) answerOffer(index, MAYOR, answer, FERRY, -1);
}

template <class D>
static void carryOut(const OptionRow &row, const Choice &best) {
  switch (row.kind) {
    case IS_ACT: return orderAct(D::SEAT, row.act);
    case IS_SEND: sendOffer(row.letter); return;
    case IS_ACCEPT: return answerOffer(best.target, D::SEAT, S_ACCEPTED, row.route, -1);
    case IS_DECLINE: return answerOffer(best.target, D::SEAT, S_DECLINED, row.route, -1);
    case IS_COUNTER:
      return answerOffer(best.target, D::SEAT, S_COUNTERED, row.route, row.letter);
    case IS_WITHDRAW: return answerOffer(best.target, D::SEAT, S_WITHDRAWN, row.route, -1);
    case IS_HONOUR: return answerOffer(best.target, D::SEAT, S_HONOURED, row.route, -1);
    case IS_REPUDIATE: return answerOffer(best.target, D::SEAT, S_REPUDIATED, row.route, -1);
    case IS_CONSENT: return giveConsent(best.target, row.give, row.route);
    case IS_LEAVE:
      dispatches[best.target].leftUntil =
          OPENS + (best.period + 1) * D::PERIOD - Player<D>::phase[best.option];
  }
}

static void startObligation(const Dispatch &offer, u32 part, int act, double within) {
  int obligor = doerOf(act);
  if (obligationTotal == obligations.size()) obligations.emplace_back();
  Obligation &o = obligations[obligationTotal++];
  o.id = child(offer.id, part, 0);
  o.act = act;
  o.obligor = obligor;
  o.beneficiary = 1 - obligor;
  o.offeror = offer.from;
  o.acceptor = offer.offeree;
  o.underWay = 0;
  o.performed = o.breached = o.verified = false;
  o.due = now + within;
  o.heard.clear();
  for (const ActRun &run : acts) {
    bool does = run.status == S_UNDER_WAY && run.act == act && SIDE_OF[run.seat] == obligor;
    o.underWay += does;
  }
  madeObligations++;
  openObligations++;
  endingsDue = true;
  push(now + within, 0, T_DUE, 0, o.id, (int)obligationTotal - 1);
  // Where it holds already as the promise begins to bind, the promise is kept.
  if (act == OPEN ? track[0][BRIDGE] != 0 : track[0][CANNON] != 0) return;
  o.performed = true;
  openObligations--;
}

// A bargain takes effect: its offeror knows itself bound, and both sides are.
static void strike(int index) {
  const Dispatch &offer = dispatches[index];
  bindBargain(index, offer.from);
  const Template &made = TEMPLATES[offer.letter];
  startObligation(offer, 1, made.give, made.giveWithin);
  startObligation(offer, 2, made.ask, made.askWithin);
}

static void hearAnswer(int index, const Dispatch &d, int seat) {
  Dispatch &offer = dispatches[index];
  if (d.answer == S_WITHDRAWN) {
    if (seat != offer.offeree) return;
    offer.withdrawalRead = sequenceNumber;
    if (offer.bargain == S_OPEN && offer.acceptSent < 0) offer.bargain = S_WITHDRAWN;
    if (playing) unbindSource(seat, index);
    return;
  }
  if (d.from == offer.from) {
    if (d.answer == S_HONOURED && seat == offer.offeree) bindBargain(index, seat);
    if (d.answer == S_REPUDIATED && playing) unbindSource(seat, index);
    return;
  }
  if (seat != offer.from || offer.bargain != S_OPEN) return;
  bool contested = d.answer == S_ACCEPTED && offer.withdrawalSent >= 0;
  offer.bargain = contested ? S_CONTESTED : d.answer;
  if (offer.bargain == S_ACCEPTED) strike(index);
}

static void hearConsent(const Dispatch &d, int seat) {
  ActRun &run = acts[d.about];
  if (d.answer == ASKS_CONSENT) {
    if (playing) desks[seat].requests.push_back(d.about);
    return;
  }
  if (run.status != S_AWAITING) return;
  run.status = d.answer == GIVES_CONSENT ? S_ORDERED : S_REFUSED;
  if (run.status == S_ORDERED) scheduleStart(d.about);
  else noteEnded(run.seat, run.act);
}

static void arriveLeg(int index) {
  const Leg &leg = legs[index];
  if (leg.lost) return;
  int seat = leg.to;
  Dispatch &d = dispatches[leg.dispatch];
  if (std::find(d.readers.begin(), d.readers.end(), seat) != d.readers.end()) return;
  d.readers.push_back(seat);
  noteRead(leg.dispatch, seat);
  if (SIDE_OF[seat] != SIDE_OF[d.from]) hearNews(seat, IS_DISPATCH, -1, leg.id);
  if (d.answer >= ASKS_CONSENT) hearConsent(d, seat);
  else if (d.answer != 0) hearAnswer(d.repliesTo, d, seat);
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
      offers[order.what] = sendOffer(FIRST);
      return;
    case O_SECOND:
      sendOffer(SECOND);
      return;
    case O_ACCEPT:
      return orderAnswer(offers[order.what], S_ACCEPTED);
    case O_DECLINE:
      return orderAnswer(offers[order.what], S_DECLINED);
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
  for (int i = 0; i < PURPOSES; i++) keys[i] = threefry(runKey, purposeHash[i], 0);
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
  if (playing) openMinds();
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
  if (!playing) return;
#define X(D) takeSeat<D>();
  LINEUP(X)
#undef X
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
    case T_OUTCOME: return noteEnded(acts[a].seat, acts[a].act);
    case T_MEETING: return meetAt(a, b);
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

template <class D>
static void addSpent() {
  for (int i = 0; i < D::OPTIONS; i++) {
    int period = Player<D>::spent[i];
    if (period >= 0) add(child(Player<D>::option[i], cellSpent, 0), period);
  }
}

static void addMinds() {
  for (int s = 0; s < SEATS; s++) {
    if (lastRead[s] != OPENS) add(child(seatId[s], cellLastRead, 0), lastRead[s]);
    for (int act = 0; act < ACTS; act++) {
      if (actColumn(s, act, OWES) != 0) add(child(seatId[s], cellOwes, actHash[act]), 1);
      if (actColumn(s, act, EXPECTS) != 0) add(child(seatId[s], cellExpects, actHash[act]), 1);
    }
    for (int k = 0; k < POSITIONS; k++) {
      if (belief[s][k] == POSITION_SHARE[k]) continue;
      add(child(seatId[s], cellBelief, beliefHash[k]), belief[s][k]);
    }
    for (int index : desks[s].offers) {
      const Dispatch &d = dispatches[index];
      if (d.leftUntil != -INF) add(child(d.id, cellLeft, seatHash[s]), d.leftUntil);
    }
  }
#define X(D) addSpent<D>();
  LINEUP(X)
#undef X
}

static u64 stateHash() {
  sum = 0;
  if (playing) addMinds();
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
    if (d.offeree >= 0) add(child(d.id, cellBargain, seatHash[d.offeree]), d.bargain);
  }
  for (size_t i = 0; i < obligationTotal; i++) {
    const Obligation &o = obligations[i];
    int status = o.verified       ? S_VERIFIED
                 : o.performed    ? S_PERFORMED
                 : o.breached     ? S_BREACHED
                 : o.underWay > 0 ? S_UNDER_WAY
                                  : S_OWED;
    add(child(o.id, cellObligation, 0), status);
  }
  return sum;
}

struct Measured {
  long events, meetings, options;
  double seconds;
  u64 hash;
};

static Measured measure(int from, int runs) {
  Measured m = {0, 0, 0, 0, 0};
  meetings = weighed = 0;
  clock_t start = clock();
  for (int run = from; run < from + runs; run++) {
    reset("bench", run);
    play();
    m.events += sequenceNumber;
    m.hash = stateHash();
  }
  m.meetings = meetings, m.options = weighed;
  m.seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  return m;
}

// The state hashes of the first runs, added up: one that differs shows in it.
static u64 checksum(int runs) {
  u64 added = 0;
  for (int run = 0; run < std::min(runs, 2000); run++) {
    reset("bench", run);
    play();
    added += stateHash();
  }
  return added;
}

int main(int argc, char **argv) {
  string which = argc > 2 ? argv[1] : "";
  bool isLong = which == "long";
  int runs = argc > 2 ? atoi(argv[2]) : 0;
  if (runs <= 0) return fprintf(stderr, "two-banks played|short|long RUNS\n"), 2;
  prepareSha();
  prepareTables();
  prepareNames();
  prepareCells();
  prepareSigns();
#define X(D) nameOptions<D>();
  LINEUP(X)
#undef X
  playing = which == "played";
  goesOn = isLong;
  shotFactor = isLong ? 10 : 1;
  closes = OPENS + (isLong ? 7500 : 7.5) * DAY;
  int cycles = isLong ? 1500 : playing ? 0 : 1;
  prepareOrders(cycles);
  offers.resize(cycles);
  measure(runs, (runs + 1) / 2);
  Measured m = measure(0, runs);
  printf("{\"runs\":%d,\"events\":%ld,\"meetings\":%ld,\"options\":%ld,\"seconds\":%.6f,"
         "\"hash\":\"%016llx\",\"checksum\":\"%016llx\"}\n",
         runs, m.events, m.meetings, m.options, m.seconds, (unsigned long long)m.hash,
         (unsigned long long)checksum(runs));
}
