"""The scenario two-banks with its doctrines as a plain SimPy model: the yardstick of bench:simpy.

Everything that takes time is a process that waits; chance is Python's own random. The doctrines'
figures and expressions come from a module that the benchmark writes (bench/kernel/doctrine-text.ts).

    two_banks.py DOCTRINES.py RUNS SEED
"""

import importlib.util
import json
import math
import random
import sys
import time

try:
    import simpy
except ModuleNotFoundError:
    simpy = None

HOUR = 3_600_000
DAY = 24 * HOUR
OPENS = -2198599200000
CLOSES = 7.5 * DAY
SILENCE = 72 * HOUR

MAYOR, SERGEANT, REEVE = range(3)
SEATS = (MAYOR, SERGEANT, REEVE)
NORTH, SOUTH = range(2)
SIDE = (NORTH, NORTH, SOUTH)
BRIDGE, CANNON, CONTACT, ANGER = range(4)
HIGH = (2, 4, 1, 1)
OPEN, WATCHED, CLOSED = range(3)
CLOSE_BRIDGE, OPEN_BRIDGE, WITHDRAW_CANNON, INSPECT_CANNON = range(4)
ACTS = ("close_bridge", "open_bridge", "withdraw_cannon", "inspect_cannon")
TAKES = (0.5 * HOUR, 0.5 * HOUR, 12 * HOUR, 2 * HOUR)
AT_ONCE, FERRY, CRIER, LOOKOUT = -1, 0, 1, 2
LEARN = (
    ((MAYOR, AT_ONCE), (SERGEANT, AT_ONCE), (REEVE, LOOKOUT)),
    ((MAYOR, CRIER), (SERGEANT, CRIER), (REEVE, CRIER)),
    ((REEVE, AT_ONCE),),
    (),
)
SHOT_LEARN = ((SERGEANT, AT_ONCE), (MAYOR, LOOKOUT), (REEVE, LOOKOUT))
# Of each letter (first, second, guns_first): who gets it, to whom it is an offer, its way, what is
# given and what is asked, and how soon.
TO = ((MAYOR,), (MAYOR, SERGEANT), (REEVE,))
OFFEREE = (MAYOR, MAYOR, REEVE)
WAY = (FERRY, CRIER, FERRY)
TERMS = (
    ((WITHDRAW_CANNON, 48 * HOUR), (OPEN_BRIDGE, 24 * HOUR)),
    ((WITHDRAW_CANNON, 48 * HOUR), (OPEN_BRIDGE, 12 * HOUR)),
    ((OPEN_BRIDGE, 12 * HOUR), (WITHDRAW_CANNON, 24 * HOUR)),
)
DOER = (NORTH, NORTH, SOUTH, NORTH)
FERRY_LOSS, GARBLED, CRIER_COST = 0.02, 0.1, 0.3
DETECTS, FALSE_ALARM = 0.9, 0.05


def delay(rng, channel):
    if channel == FERRY:
        return rng.triangular(2 * HOUR, 9 * HOUR, 4 * HOUR)
    if channel == CRIER:
        return 0.25 * HOUR
    if channel == LOOKOUT:
        return rng.lognormvariate(math.log(40 * 60_000), 0.8)
    return 0


class Letter:
    """An offer, an answer, or a consent asked for or given."""

    def __init__(self, kind, sender, to, about=None, template=-1):
        self.kind, self.sender, self.to, self.about = kind, sender, to, about
        self.template = template
        self.readers = set()
        # Whether it was answered, its withdrawal sent and read, when it may be weighed again, and
        # what has become of it: open, accepted, declined, countered, contested, honoured, …
        self.answered = self.withdrawal_sent = self.withdrawal_read = False
        self.accept_sent = False
        self.left_until = 0
        self.status = "open"
        self.sent_at = 0
        self.public = False


class Obligation:
    def __init__(self, act, obligor, beneficiary, due):
        self.act, self.obligor, self.beneficiary, self.due = act, obligor, beneficiary, due
        self.performed = False
        self.heard = False


class History:
    """One history: processes around one dictionary of the world."""

    def __init__(self, rng, book):
        self.rng, self.book = rng, book
        self.env = env = simpy.Environment()
        self.over = env.event()
        self.track = [OPEN, 2, 0.1, 0.2]
        self.picture = [list(self.track) for _ in SEATS]
        self.as_of = [[0.0] * 4 for _ in SEATS]
        self.kappa = 0.01 * (0.3 / 0.01) ** rng.random()
        self.trust = {(s, 1 - SIDE[s]): [1.0, 1.0] for s in SEATS}
        self.row = [[0.0] * len(book.COLUMNS) for _ in SEATS]
        self.last_read = [0.0] * 3
        self.last_sent = None
        self.obligations, self.offers, self.requests = [], [], []
        self.bindings = [[] for _ in SEATS]
        self.ending, self.ended_at = "out of time", CLOSES
        self.counts = {"meetings": 0, "options": 0, "letters": 0, "shots": 0}
        self.minds = {}
        self.resolve, self.belief = self.draw_resolves()
        for doctrine in book.PLAYED:
            self.minds[doctrine.seat] = Mind(self, doctrine)
        env.process(self.market())
        env.process(self.shots())

    def run(self):
        self.env.run(until=self.env.any_of([self.over, self.env.timeout(CLOSES)]))
        return {"ending": self.ending, "ended_at": self.ended_at, **self.counts}

    def draw_resolves(self):
        resolve, belief = {}, {}
        for number, (seat, positions, *_) in enumerate(self.book.RESOLVES):
            shares = [share for share, _ in positions]
            resolve[seat] = self.rng.choices(range(len(positions)), shares)[0]
            for other in SEATS:
                belief[other, number] = list(shares)
        return resolve, belief

    # ---- the world

    def check(self):
        """After every event: whether it has ended."""
        if self.over.triggered:
            return
        ending = None
        if self.obligations and all(o.performed for o in self.obligations):
            ending = "settled"
        elif self.counts.get("ran_away"):
            ending = "war"
        if ending:
            self.end(ending)

    def end(self, ending):
        self.ending, self.ended_at = ending, self.env.now
        self.over.succeed()

    def silence(self, since):
        yield self.env.timeout(SILENCE + 1)
        if self.last_sent == since and not self.over.triggered:
            self.end("frozen")

    def market(self):
        while True:
            yield self.env.timeout(DAY)
            if self.track[BRIDGE] == CLOSED:
                self.track[ANGER] = min(1, self.track[ANGER] + 0.05)

    def shots(self):
        # Contact is at most 1: shots at the highest rate, thinned by the present one.
        while True:
            yield self.env.timeout(self.rng.expovariate(0.3 / DAY))
            if self.track[BRIDGE] == OPEN or self.rng.random() >= self.track[CONTACT]:
                continue
            self.counts["shots"] += 1
            self.track[ANGER] = min(1, self.track[ANGER] + 0.3)
            if self.rng.random() < self.kappa:
                self.counts["ran_away"] = 1
            self.tell(SHOT_LEARN, (ANGER,), None)
            self.check()

    def act(self, seat, act):
        env = self.env
        if act == INSPECT_CANNON:
            consent = env.event()
            asked = Letter("ask", seat, (REEVE,), consent)
            self.send(asked, FERRY)
            if not (yield consent):
                self.row[seat][self.book.DOING[act]] -= 1
                return
        if (act == CLOSE_BRIDGE and self.track[BRIDGE] == CLOSED) or (
            act == WITHDRAW_CANNON and not self.track[CANNON]
        ):
            self.row[seat][self.book.DOING[act]] -= 1
            return
        yield env.timeout(TAKES[act])
        wrote = ()
        if act == CLOSE_BRIDGE:
            self.track[BRIDGE] = CLOSED
            self.track[CONTACT] = min(1, self.track[CONTACT] + 0.4)
            wrote = (BRIDGE, CONTACT)
        elif act == OPEN_BRIDGE:
            self.track[BRIDGE], wrote = OPEN, (BRIDGE,)
        elif act == WITHDRAW_CANNON:
            self.track[CANNON], wrote = 0, (CANNON,)
        for o in self.obligations:
            if o.act == act and o.obligor == SIDE[seat]:
                o.performed = True
        if act == INSPECT_CANNON:
            self.inspect(seat)
        self.tell(LEARN[act], wrote, act)
        if all(other != seat for other, _ in LEARN[act]):
            self.row[seat][self.book.DOING[act]] -= 1
        self.check()

    def inspect(self, seat):
        for o in self.obligations:
            if o.act != WITHDRAW_CANNON or o.beneficiary != SIDE[seat]:
                continue
            found = self.rng.random() >= (FALSE_ALARM if o.performed else DETECTS)
            late = self.env.now >= o.due
            if found or late:
                alpha, beta = self.trust[seat, o.obligor]
                mean = alpha / (alpha + beta)
                kept, broken = (1 - FALSE_ALARM, 1 - DETECTS) if found else (FALSE_ALARM, DETECTS)
                share = mean * kept / (mean * kept + (1 - mean) * broken)
                weight = self.book.TRUST["verified" if found else "breach"]
                self.trust[seat, o.obligor] = [alpha + weight * share, beta + weight * (1 - share)]
            if found:
                o.heard = True
                self.unbind(seat, o.act, owes=False)

    # ---- news

    def tell(self, learn, wrote, act):
        values = [self.track[t] for t in wrote]
        for seat, channel in learn:
            self.env.process(self.report(seat, channel, wrote, list(values), act, self.env.now))

    def report(self, seat, channel, wrote, values, act, as_of):
        rng = self.rng
        yield self.env.timeout(delay(rng, channel))
        if channel == LOOKOUT and rng.random() < GARBLED:
            part = rng.randrange(len(wrote) + 1)
            up = rng.random() < 0.5
            if part == len(wrote):
                as_of = min(as_of + (DAY if up else -DAY), self.env.now)
            elif wrote[part] == BRIDGE:
                values[part] = min(max(values[part] + (1 if up else -1), 0), 2)
            else:
                values[part] = min(max(values[part] + (0.1 if up else -0.1), 0), 1)
        for t, value in zip(wrote, values):
            if as_of >= self.as_of[seat][t]:
                self.picture[seat][t] = value
                self.as_of[seat][t] = as_of
        if act is None:
            self.news(seat, "incident", 0)
            return
        own = DOER[act] == SIDE[seat]
        if own and seat != SERGEANT:
            self.row[seat][self.book.DOING[act]] = max(0, self.row[seat][self.book.DOING[act]] - 1)
        if not own:
            for o in self.obligations:
                if o.act == act and o.beneficiary == SIDE[seat]:
                    o.heard = True
        self.unbind(seat, act, owes=own)
        doer = MAYOR if DOER[act] == NORTH else REEVE
        self.sign(seat, "act", act, doer, 1 - (GARBLED if channel == LOOKOUT else 0))
        self.news(seat, "act", act)

    def news(self, seat, kind, index):
        mind = self.minds.get(seat)
        if mind is not None:
            mind.hear(kind, index)

    def sign(self, seat, kind, index, doer, weight):
        for number, (typed, _, precision, _, signs) in enumerate(self.book.RESOLVES):
            if typed == seat or typed != doer:
                continue
            for sign, about, lean in signs:
                if (sign, about) != (kind, index):
                    continue
                share = self.belief[seat, number]
                for k, l in enumerate(lean):
                    share[k] *= (1 / (1 + math.exp(-precision * l))) ** weight
                total = sum(share)
                self.belief[seat, number] = [s / total for s in share]

    # ---- letters and bargains

    def send(self, letter, channel):
        letter.sent_at = self.last_sent = self.env.now
        self.counts["letters"] += 1
        self.env.process(self.silence(self.env.now))
        for seat in letter.to:
            self.env.process(self.leg(letter, seat, channel))

    def leg(self, letter, seat, channel):
        if channel == FERRY and self.rng.random() < FERRY_LOSS:
            return
        yield self.env.timeout(delay(self.rng, channel))
        if seat in letter.readers:
            return
        letter.readers.add(seat)
        if SIDE[letter.sender] != SIDE[seat]:
            self.last_read[seat] = self.env.now
            if letter.template >= 0:
                self.row[seat][self.book.GOT[letter.template]] += 1
                self.sign(seat, "letter", letter.template, letter.sender, 1)
        if letter.kind in ("accept", "decline", "counter"):
            self.hear_answer(letter)
        elif letter.kind in ("consent", "refusal"):
            if not letter.about.triggered:
                letter.about.succeed(letter.kind == "consent")
        elif letter.kind == "withdraw":
            self.hear_withdrawal(letter.about, seat)
        elif letter.kind == "honour":
            self.bind(seat, letter.about)
        elif letter.kind == "repudiate":
            self.forget(seat, letter.about)
        elif letter.kind == "ask":
            self.requests.append(letter)
        if SIDE[letter.sender] != SIDE[seat]:
            self.news(seat, "dispatch", -1)
        self.check()

    def offer(self, seat, template, kind="offer", about=None):
        letter = Letter(kind, seat, TO[template], about, template)
        letter.public = WAY[template] == CRIER
        self.offers.append(letter)
        self.row[seat][self.book.SENT[template]] += 1
        self.send(letter, WAY[template])

    def hear_answer(self, letter):
        """An answer reaches the offeror: it settles an offer that still stands."""
        offer = letter.about
        if offer.status != "open":
            return
        if letter.kind != "accept":
            offer.status = letter.kind
        elif offer.withdrawal_sent:
            offer.status = "contested"
        else:
            self.strike(offer, "accepted")

    def hear_withdrawal(self, offer, seat):
        if seat != OFFEREE[offer.template]:
            return
        offer.withdrawal_read = True
        if offer.status == "open" and not offer.accept_sent:
            offer.status = "withdrawn"
        self.forget(seat, offer)

    def strike(self, offer, status):
        """A bargain takes effect: both sides are bound, and what is done already is performed."""
        offer.status = status
        self.bind(offer.sender, offer)
        for act, within in TERMS[offer.template]:
            o = Obligation(act, DOER[act], 1 - DOER[act], self.env.now + within)
            o.performed = not self.track[BRIDGE if act == OPEN_BRIDGE else CANNON]
            self.obligations.append(o)
            self.env.process(self.fall_due(o, within))

    def bind(self, seat, offer):
        if any(b[3] is offer for b in self.bindings[seat]):
            return
        for act, within in TERMS[offer.template]:
            owes = DOER[act] == SIDE[seat]
            self.bindings[seat].append((act, owes, self.env.now + within, offer))

    def unbind(self, seat, act, owes):
        self.bindings[seat] = [b for b in self.bindings[seat] if b[0] != act or b[1] != owes]

    def forget(self, seat, offer):
        self.bindings[seat] = [b for b in self.bindings[seat] if b[3] is not offer]

    def fall_due(self, o, within):
        yield self.env.timeout(within)
        seat = MAYOR if o.beneficiary == NORTH else REEVE
        if not o.heard:
            self.trust[seat, o.obligor][1] += self.book.TRUST["delay"]


class Mind:
    """A doctrine at its seat: regular meetings, called meetings, and a choice at each."""

    def __init__(self, history, doctrine):
        self.h, self.d = history, doctrine
        self.seat = doctrine.seat
        self.phase = {}
        self.gumbel = {}
        self.spent = {}
        history.env.process(self.calendar())

    def calendar(self):
        yield self.h.env.timeout(self.d.first)
        while True:
            self.meet()
            yield self.h.env.timeout(self.d.every)

    def hear(self, kind, index):
        for news, about, low, high in self.d.calls:
            if (news, about) == (kind, index):
                self.h.env.process(self.called(self.h.rng.uniform(low, high)))

    def called(self, within):
        yield self.h.env.timeout(within)
        self.meet()

    def own_row(self):
        h, seat, book = self.h, self.seat, self.h.book
        row = h.row[seat]
        row[book.HOURS] = h.env.now / HOUR
        row[book.QUIET] = (h.env.now - h.last_read[seat]) / HOUR
        for side, column in enumerate(book.TRUSTS):
            alpha, beta = h.trust.get((seat, side), (1, 1))
            row[column] = alpha / (alpha + beta)
        for number, (typed, positions, *_) in enumerate(book.RESOLVES):
            if typed == seat:
                row[book.RESOLVE] = positions[h.resolve[seat]][1]
            share = h.belief[seat, number]
            row[book.RESOLVE_OF[number]] = sum(p * v for p, (_, v) in zip(share, positions))
        for act in range(len(ACTS)):
            mine = [b for b in h.bindings[seat] if b[0] == act]
            row[book.OWES[act]] = float(any(b[1] for b in mine))
            row[book.EXPECTS[act]] = float(any(not b[1] for b in mine))
            row[book.OVERDUE[act]] = float(any(not b[1] and b[2] < h.env.now for b in mine))
        return row

    def value(self, offer, t, o):
        """What the bargaining formula makes of an offer, as the columns of a reply."""
        d, h, f = self.d, self.h, [0.0] * 6
        mean = o[h.book.TRUSTS[SIDE[offer.sender]]]
        worths = (d.worth[act] for act, _ in TERMS[offer.template])
        gains = [worth(t, o, f) if worth else 0 for worth in worths]
        present = d.present(t, o, f)
        deal, betrayed = present + gains[0] + gains[1], present + gains[1]
        hazard = max(0, d.hazard(t, o, f)) * d.reply_takes
        breakdown = 1 - math.exp(-hazard)
        retreat = 0
        going_on = (1 - breakdown) * d.continues(t, o, f) + breakdown * d.war(t, o, f)
        advantage = mean * deal + (1 - mean) * betrayed - retreat - going_on
        return [advantage, deal, betrayed, breakdown, retreat, (h.env.now - offer.sent_at) / HOUR]

    def considered(self, t, o):
        """Every option with what it is about and its row of the offer."""
        h, seat, none = self.h, self.seat, [0.0] * 6
        for kind, act, letter, route, mask, give, when, utility in self.d.options:
            option = (kind, act, letter, route, give)
            if kind in ("nothing", "send"):
                targets = [(None, none)]
            elif kind == "act":
                targets = [] if o[h.book.DOING[act]] else [(None, none)]
            elif kind in ("accept", "decline", "counter", "leave"):
                targets = [
                    (offer, self.value(offer, t, o))
                    for offer in h.offers
                    if OFFEREE[offer.template] == seat
                    and seat in offer.readers
                    and not offer.answered
                    and not offer.withdrawal_read
                    and h.env.now >= offer.left_until
                    and (mask < 0 or mask >> offer.template & 1)
                ]
                if kind == "accept":
                    targets = [(offer, f) for offer, f in targets if f[0] >= 0]
            elif kind in ("withdraw", "honour", "repudiate"):
                status = "open" if kind == "withdraw" else "contested"
                targets = [
                    (offer, none)
                    for offer in h.offers
                    if offer.sender == seat
                    and offer.status == status
                    and not (kind == "withdraw" and offer.withdrawal_sent)
                    and (mask < 0 or mask >> offer.template & 1)
                ]
            else:
                targets = [
                    (asked, none)
                    for asked in h.requests
                    if seat in asked.readers and not asked.answered
                ]
            for target, f in targets:
                if target is None and self.spent.get((option, id(None))) == self.period_of(option):
                    continue
                h.counts["options"] += 1
                if when is None or when(t, o, f):
                    yield option, target, utility(t, o, f)

    def meet(self):
        h, seat = self.h, self.seat
        h.counts["meetings"] += 1
        t, o = h.picture[seat], self.own_row()
        precision = self.d.precision(t, o, [0.0] * 6)
        best, choice = -math.inf, None
        for option, target, utility in self.considered(t, o):
            name = (option, id(target))
            period = self.period_of(option)
            score = precision * utility + self.draw(name, period)
            if score > best:
                best, choice = score, (option, target, name, period)
        if choice is not None:
            self.take(*choice)

    def period_of(self, option):
        if option not in self.phase:
            self.phase[option] = self.h.rng.random() * self.d.period
        return (self.h.env.now + self.phase[option]) // self.d.period

    def draw(self, name, period):
        known = self.gumbel.get(name)
        if known is None or known[0] != period:
            known = self.gumbel[name] = (period, -math.log(self.h.rng.expovariate(1)))
        return known[1]

    def take(self, option, target, name, period):
        h, seat = self.h, self.seat
        kind, act, letter, route, give = option
        if kind == "nothing":
            return
        self.spent[name] = period
        if kind == "act":
            h.row[seat][h.book.DOING[act]] += 1
            h.env.process(h.act(seat, act))
        elif kind == "send":
            h.offer(seat, letter)
        elif kind in ("accept", "decline"):
            target.answered = True
            target.accept_sent = kind == "accept"
            h.send(Letter(kind, seat, (target.sender,), target), route)
            if kind == "accept":
                h.bind(seat, target)
        elif kind == "counter":
            target.answered = True
            h.offer(seat, letter, "counter", target)
        elif kind == "leave":
            target.left_until = (period + 1) * self.d.period - self.phase[option]
        elif kind == "withdraw":
            target.withdrawal_sent = True
            if target.public:
                h.row[seat][h.book.AUDIENCE_COST] += CRIER_COST
            h.send(Letter(kind, seat, target.to, target), route)
        elif kind in ("honour", "repudiate"):
            h.send(Letter(kind, seat, (OFFEREE[target.template],), target), route)
            if kind == "honour":
                h.strike(target, "honoured")
            else:
                target.status = "repudiated"
        elif kind == "consent":
            target.answered = True
            answer = Letter("consent" if give else "refusal", seat, (target.sender,), target.about)
            h.send(answer, route)


def load(path):
    spec = importlib.util.spec_from_file_location("doctrines", path)
    book = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(book)
    # The doctrines count from the epoch; the model from the opening.
    for doctrine in book.PLAYED:
        doctrine.first -= OPENS
    return book


def main():
    if simpy is None:
        sys.exit("SimPy 3 or later is missing: apt-get install python3-simpy3")
    book, runs, seed = load(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    start = time.process_time()
    rows = [History(random.Random(f"{seed} {run}"), book).run() for run in range(runs)]
    seconds = time.process_time() - start
    endings = {}
    for row in rows:
        endings[row["ending"]] = endings.get(row["ending"], 0) + 1
    means = {
        name: sum(row[name] for row in rows) / runs
        for name in ("meetings", "options", "letters", "shots")
    }
    print(json.dumps({"runs": runs, "seconds": seconds, "endings": endings, **means}))


main()
