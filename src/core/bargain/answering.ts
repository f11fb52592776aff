import { note } from '../history/log.js';
import type { Refusal } from '../history/refusals.js';
import { refusals } from '../history/refusals.js';
import type { Bargain, Dispatch } from '../letters/dispatch.js';
import { NO_TERMS } from '../letters/dispatch.js';
import { send, takeLetter, takeWritten } from '../letters/sending.js';
import { arePublic, findRoutes } from '../letters/writing.js';
import type { State, TimedInput } from '../state.js';
import { bargainOf, honour, markAnswerSent, repudiate } from './offers.js';

type AnswerInput = Extract<TimedInput, { readonly type: 'answer' }>;

/**
 * A seat answers an offer, or withdraws, honours or repudiates its own (R16, R17). Only what the
 * seat knows decides whether it may: an offer that has lapsed or been withdrawn *to its knowledge*.
 */
export function sendAnswer(state: State, seat: number, input: AnswerInput): Refusal | null {
  const offer = state.dispatches[state.named.get(input.offer) ?? -1];
  if (offer === undefined || offer.id !== input.offer) return refusals.unknownOffer(input.offer);
  switch (input.answer) {
    case 'withdraw':
      return withdraw(state, seat, offer, input);
    case 'honour':
    case 'repudiate':
      return decideContested(state, seat, offer, input);
    case 'accept':
    case 'decline':
    case 'counter':
      return reply(state, seat, offer, input);
  }
}

function reply(state: State, seat: number, offer: Dispatch, input: AnswerInput): Refusal | null {
  if (!offer.readers.includes(seat)) return refusals.unknownOffer(offer.id);
  const bargain = bargainOf(offer, seat);
  if (bargain === undefined) return refusals.notOfferee(offer.id);
  if (bargain.answered) return refusals.answered(offer.id);
  if (bargain.withdrawalRead >= 0) return refusals.withdrawn(offer.id);
  const { lapses } = offer.terms;
  if (lapses >= 0 && state.now > offer.sentAt + lapses) return refusals.lapsed(offer.id);
  const refusal = post(state, seat, offer, [offer.from], input);
  if (refusal !== null) return refusal;
  markAnswerSent(state, offer, seat, input.answer);
  if (input.answer === 'accept') payForRetreat(state, seat, offer);
  return null;
}

function withdraw(state: State, seat: number, offer: Dispatch, input: AnswerInput): Refusal | null {
  if (offer.from !== seat) return refusals.notYourOffer(offer.id);
  if (offer.withdrawalSent >= 0 || offer.bargains.some(isTaken)) return refusals.taken(offer.id);
  const refusal = post(state, seat, offer, offer.to, input);
  if (refusal !== null) return refusal;
  markAnswerSent(state, offer, seat, 'withdraw');
  if (offer.public) payAudience(state, seat, offer.audienceCost, 'withdrew a public offer');
  return null;
}

function isTaken(bargain: Bargain): boolean {
  return bargain.status === 'accepted' || bargain.status === 'honoured';
}

function decideContested(
  state: State,
  seat: number,
  offer: Dispatch,
  input: AnswerInput,
): Refusal | null {
  if (offer.from !== seat) return refusals.notYourOffer(offer.id);
  const bargain = offer.bargains.find((b) => b.status === 'contested');
  if (bargain === undefined) return refusals.notContested(offer.id);
  const refusal = post(state, seat, offer, [bargain.offeree], input);
  if (refusal !== null) return refusal;
  if (input.answer === 'honour') {
    honour(state, offer, bargain);
    return null;
  }
  repudiate(state, offer, bargain);
  if (offer.public) payAudience(state, seat, offer.audienceCost, 'repudiated a public offer');
  return null;
}

/** Sends the dispatch that carries an answer. */
function post(
  state: State,
  seat: number,
  offer: Dispatch,
  to: readonly number[],
  input: AnswerInput,
): Refusal | null {
  const routes = findRoutes(state.program, input.by);
  if (!Array.isArray(routes)) return routes;
  const template = answerTemplate(state, seat, input);
  if (typeof template !== 'number') return template;
  const open = arePublic(state.program, routes);
  const kind = open ? 'public statement' : 'private letter';
  const d =
    template < 0 ? takeWritten(state, seat, kind, to, routes) : takeLetter(state, seat, template);
  d.to = open ? withAudience(state, seat, to) : to;
  d.answer = input.answer;
  d.repliesTo = offer.index;
  if (input.id !== undefined) d.id = input.id;
  if (input.text !== undefined) d.text = input.text;
  if (input.refuses !== undefined) {
    d.terms = { ...(template < 0 ? NO_TERMS : d.terms), refuses: input.refuses };
  }
  send(state, d, routes);
  return null;
}

/** What is said in public is heard by everybody, whomever it answers (R18). */
function withAudience(state: State, seat: number, to: readonly number[]): number[] {
  const others = state.program.seats.map((_, i) => i).filter((i) => i !== seat && !to.includes(i));
  return [...to, ...others];
}

function answerTemplate(state: State, seat: number, input: AnswerInput): number | Refusal {
  if (input.letter === undefined) return -1;
  const letter = state.program.letters.findIndex((l) => l.name === input.letter);
  if (letter < 0) return refusals.unknownLetter(input.letter);
  const { from } = state.program.letters[letter]!;
  return from === seat
    ? letter
    : refusals.notYourLetter(input.letter, state.program.seats[from]!.name);
}

/**
 * Accepting less than one's own public demand is backing down from it, and is paid for in audience
 * cost (R18; the mechanism of Fearon 1994).
 */
function payForRetreat(state: State, seat: number, accepted: Dispatch): void {
  const gained = new Set(accepted.terms.give.map((clause) => clause.act));
  for (let i = 0; i < state.dispatchTotal; i++) {
    const own = state.dispatches[i]!;
    if (own.from !== seat || !own.public || own.withdrawalSent >= 0) continue;
    const dropped = own.terms.ask.some((clause) => clause.act >= 0 && !gained.has(clause.act));
    // What was agreed to is no longer demanded.
    if (!dropped || own.retreated || own.bargains.some(isTaken)) continue;
    own.retreated = true;
    payAudience(state, seat, own.audienceCost, 'accepted less than a public demand');
  }
}

/** Charges a seat the cost of backing down in public (R18). */
function payAudience(state: State, seat: number, cost: number, because: string): void {
  if (cost === 0) return;
  state.audienceCost[seat]! += cost;
  if (state.log === null) return;
  note(state.log, {
    type: 'audience cost',
    seat: state.program.seats[seat]!.name,
    cost: state.audienceCost[seat]!,
    because,
  });
}
