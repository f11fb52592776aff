import type { Refusal } from '../history/refusals.js';
import { refusals } from '../history/refusals.js';
import type { Bargain, Dispatch } from '../letters/dispatch.js';
import { NO_TERMS } from '../letters/dispatch.js';
import { send, takeLetter, takeWritten } from '../letters/sending.js';
import { arePublic, findRoutes } from '../letters/writing.js';
import type { State, TimedInput } from '../state.js';
import { bindBargain } from '../meetings/row.js';
import { payAudience, payForRetreat } from './audience-cost.js';
import { bargainOf, honour, markAnswerSent, repudiate } from './offers.js';

type AnswerInput = Extract<TimedInput, { readonly type: 'answer' }>;

/** What an order adds to an answer: an id of its own, words, and linkages that it refuses. */
export type AnswerWords = Pick<AnswerInput, 'id' | 'text' | 'refuses'>;

/**
 * A seat answers an offer, or withdraws, honours or repudiates its own (R16, R17), as an order says
 * it: by names.
 */
export function sendAnswer(state: State, seat: number, input: AnswerInput): Refusal | null {
  const offer = state.dispatches[state.named.get(input.offer) ?? -1];
  if (offer === undefined || offer.id !== input.offer) return refusals.unknownOffer(input.offer);
  const barred = obstacle(state, seat, offer, input.answer);
  if (barred !== null) return barred;
  const routes = findRoutes(state.program, input.by);
  if (!Array.isArray(routes)) return routes;
  const template = answerTemplate(state, seat, input);
  if (typeof template !== 'number') return template;
  return answerOffer(state, seat, offer, input.answer, routes, template, input);
}

/**
 * A seat answers an offer over some routes, with a letter of the scenario (its index) or (−1) with
 * none. Only what the seat knows decides whether it may: an offer that has lapsed or been withdrawn
 * *to its knowledge*.
 */
export function answerOffer(
  state: State,
  seat: number,
  offer: Dispatch,
  answer: AnswerInput['answer'],
  routes: readonly number[],
  template: number,
  words: AnswerWords | null,
): Refusal | null {
  const barred = obstacle(state, seat, offer, answer);
  if (barred !== null) return barred;
  switch (answer) {
    case 'withdraw':
      withdraw(state, seat, offer, routes, template, words);
      break;
    case 'honour':
    case 'repudiate':
      decideContested(state, seat, offer, answer, routes, template, words);
      break;
    case 'accept':
    case 'decline':
    case 'counter':
      reply(state, seat, offer, answer, routes, template, words);
      break;
  }
  return null;
}

/** Why a seat cannot give this answer, by what it knows, or null. */
function obstacle(
  state: State,
  seat: number,
  offer: Dispatch,
  answer: AnswerInput['answer'],
): Refusal | null {
  switch (answer) {
    case 'withdraw':
      if (offer.from !== seat) return refusals.notYourOffer(offer.id);
      return offer.withdrawalSent >= 0 || offer.bargains.some(isTaken)
        ? refusals.taken(offer.id)
        : null;
    case 'honour':
    case 'repudiate':
      if (offer.from !== seat) return refusals.notYourOffer(offer.id);
      return offer.bargains.some(isContested) ? null : refusals.notContested(offer.id);
    case 'accept':
    case 'decline':
    case 'counter':
      return notOpen(state, seat, offer);
  }
}

function notOpen(state: State, seat: number, offer: Dispatch): Refusal | null {
  if (!offer.readers.includes(seat)) return refusals.unknownOffer(offer.id);
  const bargain = bargainOf(offer, seat);
  if (bargain === undefined) return refusals.notOfferee(offer.id);
  if (bargain.answered) return refusals.answered(offer.id);
  if (bargain.withdrawalRead >= 0) return refusals.withdrawn(offer.id);
  const { lapses } = offer.terms;
  const late = lapses >= 0 && state.now > offer.sentAt + lapses;
  return late ? refusals.lapsed(offer.id) : null;
}

function reply(
  state: State,
  seat: number,
  offer: Dispatch,
  answer: 'accept' | 'decline' | 'counter',
  routes: readonly number[],
  template: number,
  words: AnswerWords | null,
): void {
  const to = state.plan.alone[offer.from]!;
  post(state, seat, offer, to, answer, routes, template, words);
  markAnswerSent(state, offer, seat, answer);
  if (answer !== 'accept') return;
  bindBargain(state, offer, seat);
  if (offer.public || arePublic(state.program, routes)) {
    payForRetreat(state, seat, offer, 'in public');
  }
}

function withdraw(
  state: State,
  seat: number,
  offer: Dispatch,
  routes: readonly number[],
  template: number,
  words: AnswerWords | null,
): void {
  post(state, seat, offer, offer.to, 'withdraw', routes, template, words);
  markAnswerSent(state, offer, seat, 'withdraw');
  if (offer.public) payAudience(state, seat, offer.audienceCost, 'withdrew a public offer');
}

function isTaken(bargain: Bargain): boolean {
  return bargain.status === 'accepted' || bargain.status === 'honoured';
}

function isContested(bargain: Bargain): boolean {
  return bargain.status === 'contested';
}

function decideContested(
  state: State,
  seat: number,
  offer: Dispatch,
  answer: 'honour' | 'repudiate',
  routes: readonly number[],
  template: number,
  words: AnswerWords | null,
): void {
  const bargain = offer.bargains.find(isContested)!;
  const to = state.plan.alone[bargain.offeree]!;
  post(state, seat, offer, to, answer, routes, template, words);
  if (answer === 'honour') {
    honour(state, offer, bargain);
    return;
  }
  repudiate(state, offer, bargain);
  if (offer.public) payAudience(state, seat, offer.audienceCost, 'repudiated a public offer');
}

/** Sends the dispatch that carries an answer. */
function post(
  state: State,
  seat: number,
  offer: Dispatch,
  to: readonly number[],
  answer: AnswerInput['answer'],
  routes: readonly number[],
  template: number,
  words: AnswerWords | null,
): void {
  const open = arePublic(state.program, routes);
  const kind = open ? 'public statement' : 'private letter';
  const d =
    template < 0 ? takeWritten(state, seat, kind, to, routes) : takeLetter(state, seat, template);
  d.to = open ? withAudience(state, seat, to) : to;
  d.answer = answer;
  d.repliesTo = offer.index;
  if (words !== null) putWords(d, template, words);
  send(state, d, routes);
}

function putWords(d: Dispatch, template: number, { id, text, refuses }: AnswerWords): void {
  if (id !== undefined) d.id = id;
  if (text !== undefined) d.text = text;
  if (refuses !== undefined) d.terms = { ...(template < 0 ? NO_TERMS : d.terms), refuses };
}

/** What is said in public is heard by everybody, whomever it answers (R18). */
function withAudience(state: State, seat: number, to: readonly number[]): readonly number[] {
  if (to.length === 1) return state.plan.audience[seat]![to[0]!]!;
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
