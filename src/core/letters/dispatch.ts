import type { Dispute } from '../bargain/obligation.js';
import type { DispatchBody, OfferStatus, Span } from '../history/event.js';
import { exactSpan, termsText } from '../history/naming.js';
import type { Answer, Clause, DispatchKind, Holder, Terms } from '../program.js';
import type { State } from '../state.js';
import { formatInstant } from '../time/instant.js';

/** What a dispatch does besides putting terms on the table or answering an offer. */
export type Speech =
  | 'none'
  | 'consent asked'
  | 'consent given'
  | 'consent refused'
  | 'dispute'
  | 'argue'
  | 'settle'
  | 'release'
  | 'recall';

/** One offeree's side of one offer (R16, R17). */
export interface Bargain {
  readonly offeree: number;
  status: OfferStatus;
  /** Event order: when the offeree sent its acceptance, and when a withdrawal reached it; −1 never. */
  acceptSent: number;
  withdrawalRead: number;
  /** Whether the offeree has sent any answer. */
  answered: boolean;
}

/** One letter, cable, broadcast or spoken message under way or arrived. */
export interface Dispatch {
  index: number;
  idHi: number;
  idLo: number;
  id: string;
  name: string;
  from: number;
  to: readonly number[];
  kind: DispatchKind;
  public: boolean;
  terms: Terms;
  text: string;
  tone: string;
  cites: readonly string[];
  sentAt: number;
  sent: Span | null;
  repliesTo: number;
  answer: Answer;
  speech: Speech;
  /** What the speech is about: an act instance, an obligation, a dispute or a dispatch; −1 none. */
  target: number;
  /** For a settlement: how the dispute ends, and the act that replaces the disputed one, or −1. */
  outcome: Dispute['status'];
  replacement: number;
  sealedUntil: number;
  held: boolean;
  /** Hashes of the holders that a recall has reached: a copy that comes to one of them stops. */
  readonly recalledAt: number[];
  lostToControl: boolean;
  /** Index of its entry in the record, or −1. */
  entry: number;
  audienceCost: number;
  /** Whether its sender has already paid for accepting less than it demands. */
  retreated: boolean;
  /** Seats that have read it, in order. */
  readonly readers: number[];
  /** Event order in which its withdrawal was sent, −1 never. */
  withdrawalSent: number;
  readonly bargains: Bargain[];
}

/** One hand-over under way: from a holder to a holder over a channel. */
export interface Leg {
  index: number;
  dispatch: number;
  /** Ordinal of the route within its dispatch, and of the leg within the route. */
  route: number;
  leg: number;
  /** Index of the program's route, or −1 for a recorded leg. */
  path: number;
  channel: number;
  from: Holder;
  to: Holder;
  idHi: number;
  idLo: number;
  sentAt: number;
  arrivesAt: number;
  lost: boolean;
  /** Parts still to come after the next arrival. */
  partsLeft: number;
  /** What garbling has done to the text so far on this route. */
  timeShift: number;
  conditionLost: boolean;
  /** Index of the recorded leg in its entry, or −1. */
  recorded: number;
  /** Whether it waits with its holder because control holds the dispatch. */
  waiting: boolean;
}

export const NO_TERMS: Terms = { give: [], ask: [], linkage: [], refuses: [], lapses: -1 };

/** Takes the next dispatch record of the run's pool, emptied. */
export function takeDispatch(state: State): Dispatch {
  const index = state.dispatchTotal++;
  let d = state.dispatches[index];
  if (d === undefined) {
    d = emptyDispatch(index);
    state.dispatches.push(d);
    return d;
  }
  d.readers.length = 0;
  d.bargains.length = 0;
  d.terms = NO_TERMS;
  d.text = '';
  d.tone = '';
  d.cites = [];
  d.sent = null;
  d.repliesTo = -1;
  d.answer = 'none';
  d.speech = 'none';
  d.target = -1;
  d.outcome = 'left open';
  d.replacement = -1;
  d.sealedUntil = Number.NEGATIVE_INFINITY;
  d.held = false;
  d.recalledAt.length = 0;
  d.lostToControl = false;
  d.entry = -1;
  d.audienceCost = 0;
  d.retreated = false;
  d.withdrawalSent = -1;
  return d;
}

function emptyDispatch(index: number): Dispatch {
  return {
    index,
    idHi: 0,
    idLo: 0,
    id: '',
    name: '',
    from: 0,
    to: [],
    kind: 'private letter',
    public: false,
    terms: NO_TERMS,
    text: '',
    tone: '',
    cites: [],
    sentAt: 0,
    sent: null,
    repliesTo: -1,
    answer: 'none',
    speech: 'none',
    target: -1,
    outcome: 'left open',
    replacement: -1,
    sealedUntil: Number.NEGATIVE_INFINITY,
    held: false,
    recalledAt: [],
    lostToControl: false,
    entry: -1,
    audienceCost: 0,
    retreated: false,
    readers: [],
    withdrawalSent: -1,
    bargains: [],
  };
}

/** Takes the next leg record of the run's pool. */
export function takeLeg(state: State, dispatch: number, from: Holder, to: Holder): Leg {
  const index = state.legTotal++;
  let leg = state.legs[index];
  if (leg === undefined) {
    leg = emptyLeg(index, from, to);
    state.legs.push(leg);
  }
  leg.dispatch = dispatch;
  leg.from = from;
  leg.to = to;
  leg.lost = false;
  leg.partsLeft = 0;
  leg.timeShift = 0;
  leg.conditionLost = false;
  leg.recorded = -1;
  leg.waiting = false;
  return leg;
}

function emptyLeg(index: number, from: Holder, to: Holder): Leg {
  return {
    index,
    dispatch: 0,
    route: 0,
    leg: 0,
    path: -1,
    channel: 0,
    from,
    to,
    idHi: 0,
    idLo: 0,
    sentAt: 0,
    arrivesAt: 0,
    lost: false,
    partsLeft: 0,
    timeShift: 0,
    conditionLost: false,
    recorded: -1,
    waiting: false,
  };
}

/** Whether a dispatch puts anything on the table: an offer, a demand or a pledge (R16). */
export function putsTerms(d: Dispatch): boolean {
  return d.terms.give.length > 0 || d.terms.ask.length > 0;
}

/** Whether a seat is among those to whom a dispatch is addressed. */
export function isAddressee(d: Dispatch, seat: number): boolean {
  return d.to.includes(seat);
}

/** A dispatch in words, as the copy that came over `leg` (null: as it was written). */
export function dispatchBody(state: State, d: Dispatch, leg: Leg | null): DispatchBody {
  const { program } = state;
  const terms = leg?.conditionLost === true ? withoutConditions(d.terms) : d.terms;
  const shift = leg?.timeShift ?? 0;
  const written = d.sent ?? exactSpan(d.sentAt);
  return {
    id: d.id,
    name: d.name,
    from: program.seats[d.from]!.name,
    to: d.to.map((seat) => program.seats[seat]!.name),
    kind: d.kind,
    public: d.public,
    sent: shift === 0 ? written : exactSpan(d.sentAt + shift),
    text: d.text,
    ...termsText(program, terms),
    ...(d.terms.lapses < 0 ? {} : { lapses: formatInstant(d.sentAt + d.terms.lapses) }),
    ...(d.repliesTo < 0 ? {} : { repliesTo: state.dispatches[d.repliesTo]!.id }),
    answer: d.answer,
    ...(d.tone === '' ? {} : { tone: d.tone }),
    ...(d.cites.length === 0 ? {} : { cites: d.cites }),
  };
}

/** Terms whose conditions were lost in retelling (R11). */
function withoutConditions(terms: Terms): Terms {
  const strip = (clause: Clause): Clause => ({ ...clause, condition: null });
  return { ...terms, give: terms.give.map(strip), ask: terms.ask.map(strip) };
}
