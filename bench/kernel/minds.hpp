// What two-banks needs of src/core/meetings, by hand: what a seat keeps in mind, how it values an
// offer, and a meeting as one function for each doctrine of the lineup. It stands in the middle of
// two-banks.cpp, which has the state before it and the orders that meetings give after it.

// ---- what seats keep in mind

struct Binding {
  int seat, source, act;
  bool owes;
  double due;
};
struct Desk {
  vector<int> offers, mine, requests;
};

static double own[SEATS][ROW], belief[SEATS][POSITIONS + 1], lastRead[SEATS];
static double logLikelihood[SIGNS + 1][8];
static u32 beliefHash[POSITIONS + 1];
static int resolveDrawn[RESOLVES + 1];
static vector<Binding> bindings;
static Desk desks[SEATS];
static long meetings, weighed;

enum Column { DOING, OWES, EXPECTS, OVERDUE };

static double &actColumn(int seat, int act, Column column) {
  return own[seat][ROW_ACTS + 4 * act + column];
}

static double &letterColumn(int seat, int letter, int got) {
  return own[seat][ROW_LETTERS + 2 * letter + got];
}

static void prepareSigns() {
  for (int k = 0; k < POSITIONS; k++) beliefHash[k] = nameHash(string("belief ") + POSITION_NAME[k]);
  for (int i = 0; i < SIGNS; i++) {
    int resolve = SIGN_RESOLVE[i];
    for (int k = 0; k < RESOLVE_AT[resolve + 1] - RESOLVE_AT[resolve]; k++) {
      double odds = exactExp(-RESOLVE_PRECISION[resolve] * SIGN_LEAN[i][k]);
      logLikelihood[i][k] = 0 - exactLog(1 + odds);
    }
  }
}

static void openMinds() {
  for (int r = 0; r < RESOLVES; r++) {
    double u = draw(RESOLVE, seatId[RESOLVE_SEAT[r]]), sum = 0;
    int first = RESOLVE_AT[r], count = RESOLVE_AT[r + 1] - first, at = 0;
    while (at < count - 1 && u >= (sum += POSITION_SHARE[first + at])) at++;
    resolveDrawn[r] = first + at;
  }
  for (int s = 0; s < SEATS; s++) {
    lastRead[s] = OPENS;
    memcpy(belief[s], POSITION_SHARE, POSITIONS * sizeof(double));
    desks[s].offers.clear(), desks[s].mine.clear(), desks[s].requests.clear();
  }
  memset(own, 0, sizeof own);
  bindings.clear();
}

static void refreshRow(int seat) {
  double *o = own[seat];
  o[0] = (now - OPENS) / HOUR;
  o[1] = (now - lastRead[seat]) / HOUR;
  o[2] = audienceCost[seat];
  int other = 1 - SIDE_OF[seat];
  o[ROW_TRUST + SIDE_OF[seat]] = 0.5;
  o[ROW_TRUST + other] = trust[seat][0] / (trust[seat][0] + trust[seat][1]);
  o[ROW_RESOLVE] = 0;
  for (int r = 0; r < RESOLVES; r++) {
    double mean = 0;
    if (RESOLVE_SEAT[r] == seat) {
      mean = o[ROW_RESOLVE] = POSITION_VALUE[resolveDrawn[r]];
    } else {
      for (int k = RESOLVE_AT[r]; k < RESOLVE_AT[r + 1]; k++) {
        mean += belief[seat][k] * POSITION_VALUE[k];
      }
    }
    o[ROW_OTHERS + r] = mean;
  }
  for (const Binding &b : bindings) {
    if (b.seat == seat && !b.owes && b.due < now) actColumn(seat, b.act, OVERDUE) = 1;
  }
}

static void dropBinding(int seat, int act, bool owes) {
  for (size_t i = 0; i < bindings.size();) {
    Binding &b = bindings[i];
    if (b.seat == seat && b.act == act && b.owes == owes) {
      b = bindings.back();
      bindings.pop_back();
    } else {
      i++;
    }
  }
  actColumn(seat, act, owes ? OWES : EXPECTS) = 0;
  if (!owes) actColumn(seat, act, OVERDUE) = 0;
}

static void unbindAct(int seat, int act, bool owes) {
  if (actColumn(seat, act, owes ? OWES : EXPECTS) != 0) dropBinding(seat, act, owes);
}

// What came of one offer no longer binds a seat.
static void unbindSource(int seat, int source) {
  for (size_t i = 0; i < bindings.size();) {
    if (bindings[i].seat != seat || bindings[i].source != source) {
      i++;
      continue;
    }
    Binding gone = bindings[i];
    bindings.erase(bindings.begin() + (long)i);
    bool left = false;
    for (const Binding &b : bindings) {
      left = left || (b.seat == seat && b.act == gone.act && b.owes == gone.owes);
    }
    if (!left) actColumn(seat, gone.act, gone.owes ? OWES : EXPECTS) = 0;
    if (!gone.owes) actColumn(seat, gone.act, OVERDUE) = 0;
  }
}

// A seat takes the bargain over an offer to be in force.
static void bindBargain(int index, int seat) {
  if (!playing) return;
  const Dispatch &offer = dispatches[index];
  const Template &made = TEMPLATES[offer.letter];
  for (int i = 0; i < 2; i++) {
    int act = i == 0 ? made.give : made.ask;
    bool owes = SIDE_OF[seat] == doerOf(act);
    bool known = false;
    for (const Binding &b : bindings) {
      known = known || (b.seat == seat && b.source == index && b.act == act && b.owes == owes);
    }
    if (known) continue;
    bindings.push_back({seat, index, act, owes, now + (i == 0 ? made.giveWithin : made.askWithin)});
    actColumn(seat, act, owes ? OWES : EXPECTS) = 1;
  }
}

static void readSign(int observer, bool isAct, int index, int from, double weight) {
  for (int i = 0; i < SIGNS; i++) {
    int resolve = SIGN_RESOLVE[i], typed = RESOLVE_SEAT[resolve];
    if (SIGN_IS_ACT[i] != isAct || SIGN_INDEX[i] != index) continue;
    if (typed == observer || (isAct ? SIDE_OF[typed] != SIDE_OF[from] : typed != from)) continue;
    int first = RESOLVE_AT[resolve], last = RESOLVE_AT[resolve + 1];
    double sum = 0;
    for (int k = first; k < last; k++) {
      belief[observer][k] *= exactExp(weight * logLikelihood[i][k - first]);
      sum += belief[observer][k];
    }
    for (int k = first; k < last; k++) belief[observer][k] /= sum;
  }
}

static void noteEnded(int seat, int act) {
  if (playing && actColumn(seat, act, DOING) > 0) actColumn(seat, act, DOING) -= 1;
}

static void noteDone(int seat, int act, int doer, int channel) {
  if (!playing) return;
  if (doer == seat) noteEnded(seat, act);
  unbindAct(seat, act, SIDE_OF[doer] == SIDE_OF[seat]);
  readSign(seat, true, act, doer, channel == LOOKOUT ? 1 - GARBLE : 1);
}

static void noteRead(int index, int seat) {
  if (!playing) return;
  const Dispatch &d = dispatches[index];
  if (d.letter >= 0) letterColumn(seat, d.letter, 1) += 1;
  if (SIDE_OF[d.from] != SIDE_OF[seat]) lastRead[seat] = now;
  if (d.letter >= 0) readSign(seat, false, d.letter, d.from, 1);
  if (d.offeree == seat) desks[seat].offers.push_back(index);
}

// ---- choices

static double gumbel(Id option, int period) {
  return 0 - exactLog(0 - exactLog(draw(CHOICE, child(option, periodHash, (u32)period))));
}

// What one doctrine keeps of its draws.
template <class D>
struct Player {
  static Id option[D::OPTIONS];
  static double phase[D::OPTIONS], drawn[D::OPTIONS];
  static int period[D::OPTIONS], spent[D::OPTIONS];
};
template <class D> Id Player<D>::option[D::OPTIONS];
template <class D> double Player<D>::phase[D::OPTIONS];
template <class D> double Player<D>::drawn[D::OPTIONS];
template <class D> int Player<D>::period[D::OPTIONS];
template <class D> int Player<D>::spent[D::OPTIONS];

static void scheduleMeeting(int seat, double at) {
  if (at > closes) return;
  double high = floor(at / 4294967296.0);
  Id id = child(seatId[seat], meetingHash, (u32)(int64_t)high);
  id = child(id, meetingHash, (u32)(int64_t)(at - high * 4294967296.0));
  push(at, at == now ? step : 0, T_MEETING, seatRank[seat], id, seat, 1);
}

template <class D>
static void nameOptions() {
  for (int i = 0; i < D::OPTIONS; i++) {
    Player<D>::option[i] = child(seatId[D::SEAT], nameHash(string("option ") + D::NAME[i]), 0);
  }
}

template <class D>
static void takeSeat() {
  for (int i = 0; i < D::OPTIONS; i++) {
    Player<D>::phase[i] = draw(PHASE, Player<D>::option[i]) * D::PERIOD;
    Player<D>::period[i] = Player<D>::spent[i] = -1;
  }
  double past = now - D::FIRST;
  scheduleMeeting(D::SEAT, past <= 0 ? D::FIRST : D::FIRST + ceil(past / D::EVERY) * D::EVERY);
}

// News has arrived under a report: it may call a meeting.
template <class D>
static void callMeeting(int news, int index, Id report) {
  for (int i = 0; i < D::CALLS; i++) {
    const CallRow &call = D::CALL[i];
    if (call.news != news || call.index != index) continue;
    Id id = child(report, calledHash, seatHash[D::SEAT]);
    double wait = call.low;
    if (call.high > call.low) {
      double p = call.low + draw(CALL, id) * (call.high - call.low);
      wait = ceil(std::max(call.low, std::min(p, call.high)));
    }
    if (now + wait > closes) return;
    push(now + wait, wait == 0 ? step + 1 : 0, T_MEETING, seatRank[D::SEAT], id, D::SEAT, 0);
    return;
  }
}

static void hearNews(int seat, int news, int index, Id report) {
  if (!playing) return;
#define X(D) \
  if (D::SEAT == seat) callMeeting<D>(news, index, report);
  LINEUP(X)
#undef X
}

struct Choice {
  int option, target, period;
  double score;
};

static void consider(Choice &best, int option, int target, int period, double score) {
  if (score > best.score) best = {option, target, period, score};
}

template <class D>
static int periodOf(int option) {
  return (int)floor((now - OPENS + Player<D>::phase[option]) / D::PERIOD);
}

template <class D>
static void weighPlain(Choice &best, double precision, const double *t, const double *o,
                       const double *f) {
  using P = Player<D>;
  for (int i = 0; i < D::OPTIONS; i++) {
    const OptionRow &row = D::OPTION[i];
    if (row.kind > IS_SEND) continue;
    int period = periodOf<D>(i);
    if (P::spent[i] == period) continue;
    if (row.kind == IS_ACT && actColumn(D::SEAT, row.act, DOING) != 0) continue;
    weighed++;
    if (D::when(i, t, o, f) == 0) continue;
    if (P::period[i] != period) {
      P::period[i] = period;
      P::drawn[i] = gumbel(P::option[i], period);
    }
    consider(best, i, -1, period, precision * D::utility(i, t, o, f) + P::drawn[i]);
  }
}

template <class D>
static void weighTarget(Choice &best, double precision, int option, int target, Id id,
                        const double *t, const double *o, const double *f) {
  weighed++;
  if (D::when(option, t, o, f) == 0) return;
  int period = periodOf<D>(option);
  double drawn = gumbel(child(Player<D>::option[option], id.hi, id.lo), period);
  consider(best, option, target, period, precision * D::utility(option, t, o, f) + drawn);
}

// The columns of an offer: nobody who is offered anything here has demanded anything in public, so
// that accepting is never a retreat.
template <class D>
static void valueOffer(const Dispatch &offer, const double *t, const double *o, double *f) {
  const Template &made = TEMPLATES[offer.letter];
  double present = D::present(t, o, f), give = D::worth(made.give, t, o, f);
  double ask = D::worth(made.ask, t, o, f);
  double deal = present + give + ask;
  double betrayed = present + ask;
  double rate = D::hazard(t, o, f);
  double h = rate > 0 ? 1 - exactExp(-rate * D::REPLY_TAKES) : rate * 0;
  double sure = o[ROW_TRUST + SIDE_OF[offer.from]];
  double stay = (1 - h) * D::continues(t, o, f) + h * D::war(t, o, f);
  f[0] = sure * deal + (1 - sure) * betrayed - 0.0 - stay;
  f[1] = deal, f[2] = betrayed, f[3] = h, f[4] = 0;
  f[5] = (now - offer.sentAt) / HOUR;
}

static bool isFor(const OptionRow &row, const Dispatch &offer) {
  return row.letters < 0 || (row.letters >> offer.letter & 1);
}

template <class D>
static void weighReplies(Choice &best, double precision, const double *t, const double *o,
                         double *f) {
  vector<int> &offers = desks[D::SEAT].offers;
  size_t kept = 0;
  for (int index : offers) {
    const Dispatch &offer = dispatches[index];
    if (offer.answered || offer.withdrawalRead >= 0) continue;
    offers[kept++] = index;
    for (int i = 0; i < D::OPTIONS; i++) {
      const OptionRow &row = D::OPTION[i];
      if (row.kind < IS_ACCEPT || row.kind > IS_COUNTER || !isFor(row, offer)) continue;
      if (now < offer.leftUntil) continue;
      valueOffer<D>(offer, t, o, f);
      if (row.kind == IS_ACCEPT && f[0] < 0) continue;
      weighTarget<D>(best, precision, i, index, offer.id, t, o, f);
    }
  }
  offers.resize(kept);
}

template <class D>
static void weighOwnOffers(Choice &best, double precision, const double *t, const double *o,
                             double *f) {
  for (int i = 0; i < (int)desks[D::SEAT].mine.size(); i++) {
    int index = desks[D::SEAT].mine[i];
    const Dispatch &offer = dispatches[index];
    bool standing = offer.withdrawalSent < 0 && offer.bargain == S_OPEN;
    bool contested = offer.bargain == S_CONTESTED;
    if (!standing && !contested) continue;
    for (int k = 0; k < D::OPTIONS; k++) {
      const OptionRow &row = D::OPTION[k];
      if (row.kind < IS_WITHDRAW || row.kind > IS_REPUDIATE || !isFor(row, offer)) continue;
      if (!(row.kind == IS_WITHDRAW ? standing : contested)) continue;
      weighTarget<D>(best, precision, k, index, offer.id, t, o, f);
    }
  }
}

template <class D>
static void weighConsents(Choice &best, double precision, const double *t, const double *o,
                          double *f) {
  vector<int> &requests = desks[D::SEAT].requests;
  size_t kept = 0;
  for (int index : requests) {
    if (acts[index].answered) continue;
    requests[kept++] = index;
    for (int k = 0; k < D::OPTIONS; k++) {
      const OptionRow &row = D::OPTION[k];
      if (row.kind != IS_CONSENT || row.act != acts[index].act) continue;
      weighTarget<D>(best, precision, k, index, acts[index].id, t, o, f);
    }
  }
  requests.resize(kept);
}

template <class D>
static void carryOut(const OptionRow &row, const Choice &best);

template <class D>
static constexpr bool has(int kind) {
  for (const OptionRow &row : D::OPTION) {
    if (row.kind == kind) return true;
  }
  return false;
}

template <class D>
static void meet(bool regular) {
  if (regular) scheduleMeeting(D::SEAT, now + D::EVERY);
  meetings++;
  refreshRow(D::SEAT);
  const double *t = track[D::SEAT + 1], *o = own[D::SEAT];
  double f[6] = {0, 0, 0, 0, 0, 0};
  double precision = D::precision(t, o, f);
  Choice best = {-1, -1, 0, -INF};
  weighPlain<D>(best, precision, t, o, f);
  weighReplies<D>(best, precision, t, o, f);
  if (has<D>(IS_WITHDRAW)) weighOwnOffers<D>(best, precision, t, o, f);
  if (has<D>(IS_CONSENT)) weighConsents<D>(best, precision, t, o, f);
  if (best.option < 0) return;
  const OptionRow &row = D::OPTION[best.option];
  if (row.kind == IS_NOTHING) return;
  if (row.kind <= IS_SEND) Player<D>::spent[best.option] = best.period;
  carryOut<D>(row, best);
}

static void meetAt(int seat, bool regular) {
#define X(D) \
  if (D::SEAT == seat) return meet<D>(regular);
  LINEUP(X)
#undef X
}
