import { sendAnswer } from '../bargain/answering.js';
import { sendArgument, sendDispute, sendRelease, sendSettlement } from '../bargain/arguing.js';
import { identityText } from '../chance/identity.js';
import { findRoutes, findSeat, wordsToTerms } from '../letters/writing.js';
import { send, takeWritten } from '../letters/sending.js';
import type { State, TimedInput } from '../state.js';
import { parseInstant } from '../time/instant.js';
import { takeControlInput } from './control.js';
import { inputName } from './input-list.js';
import { note, noteDelivery } from './log.js';
import { exactSpan } from './naming.js';
import { SPOKEN, giveConsent, orderAct, orderLetter } from './orders.js';
import type { Refusal } from './refusals.js';
import { refusals } from './refusals.js';

type InputOf<T extends TimedInput['type']> = Extract<TimedInput, { readonly type: T }>;

/** Takes one input: it is carried out, or refused from what its seat knows (R12). */
export function takeInput(state: State, index: number, idHi: number, idLo: number): void {
  const { inputs, seat, template } = state.inputs;
  const input = inputs[index]!;
  if (state.log !== null) state.log.details = { input };
  const refusal =
    seat[index]! < 0
      ? takeControlInput(state, input, idHi, idLo)
      : order(state, seat[index]!, input, template[index]!, idHi, idLo);
  if (refusal !== null) noteRefusal(state, input, refusal, idHi, idLo);
}

function order(
  state: State,
  seat: number,
  input: TimedInput,
  template: number,
  idHi: number,
  idLo: number,
): Refusal | null {
  switch (input.type) {
    case 'act':
      return template < 0 ? refusals.unknownAct(input.act) : orderAct(state, seat, template);
    case 'send':
      return sendLetter(state, seat, template, input);
    case 'write':
      return write(state, seat, input);
    case 'answer':
      return sendAnswer(state, seat, input);
    case 'recall':
      return recall(state, seat, input);
    case 'consent':
      return consent(state, seat, input);
    case 'dispute':
      return sendDispute(state, seat, input);
    case 'argue':
      return sendArgument(state, seat, input);
    case 'settle':
      return sendSettlement(state, seat, input);
    case 'release':
      return sendRelease(state, seat, input);
    case 'decide':
      return decide(state, seat, input, idHi, idLo);
    case 'hold':
    case 'release dispatch':
    case 'lose':
    case 'inject':
      return refusals.controlOnly();
  }
}

function sendLetter(
  state: State,
  seat: number,
  letter: number,
  input: InputOf<'send'>,
): Refusal | null {
  if (letter < 0) return refusals.unknownLetter(input.letter);
  const repliesTo = heldDispatch(state, seat, input.repliesTo);
  if (typeof repliesTo !== 'number') return repliesTo;
  const sealed = sealOf(input.sealed);
  if (typeof sealed !== 'number') return sealed;
  return orderLetter(state, seat, letter, repliesTo, sealed, input.id);
}

function write(state: State, seat: number, input: InputOf<'write'>): Refusal | null {
  const routes = findRoutes(state.program, input.by);
  if (!Array.isArray(routes)) return routes;
  const to = addressees(state, seat, input.to);
  if (!Array.isArray(to)) return to;
  const terms = wordsToTerms(state.program, seat, to, input);
  if ('code' in terms) return terms;
  const repliesTo = heldDispatch(state, seat, input.repliesTo);
  if (typeof repliesTo !== 'number') return repliesTo;
  const sealed = sealOf(input.sealed);
  if (typeof sealed !== 'number') return sealed;
  const d = takeWritten(state, seat, input.kind, to, routes);
  d.terms = terms;
  d.text = input.text ?? '';
  d.sealedUntil = sealed;
  if (input.id !== undefined) d.id = input.id;
  d.repliesTo = repliesTo;
  send(state, d, routes);
  return null;
}

function sealOf(sealed: string | undefined): number | Refusal {
  if (sealed === undefined) return Number.NEGATIVE_INFINITY;
  return parseInstant(sealed) ?? refusals.badTime(sealed);
}

function addressees(state: State, seat: number, names: readonly string[]): number[] | Refusal {
  const { seats } = state.program;
  if (names.includes('everyone')) return seats.map((_, i) => i).filter((i) => i !== seat);
  const to: number[] = [];
  for (const name of names) {
    const index = findSeat(state.program, name);
    if (index < 0) return refusals.unknownSeat(name);
    if (index !== seat && !to.includes(index)) to.push(index);
  }
  return to.length === 0 ? refusals.noAddressee() : to;
}

/** A dispatch that the seat sent or has read, −1 where none is named. */
function heldDispatch(state: State, seat: number, id: string | undefined): number | Refusal {
  if (id === undefined) return -1;
  const d = state.dispatches[state.named.get(id) ?? -1];
  const held = d !== undefined && d.id === id && (d.from === seat || d.readers.includes(seat));
  return held ? d.index : refusals.unknownDispatch(id);
}

function recall(state: State, seat: number, input: InputOf<'recall'>): Refusal | null {
  const letter = heldDispatch(state, seat, input.dispatch);
  if (typeof letter !== 'number') return letter;
  const d = state.dispatches[letter]!;
  if (d.from !== seat) return refusals.notYourDispatch(input.dispatch);
  const routes = findRoutes(state.program, [input.by]);
  if (!Array.isArray(routes)) return routes;
  const order = takeWritten(state, seat, 'directive', d.to, routes);
  order.speech = 'recall';
  order.target = letter;
  send(state, order, routes);
  return null;
}

function consent(state: State, seat: number, input: InputOf<'consent'>): Refusal | null {
  const index = state.named.get(input.request);
  const instance = index === undefined ? undefined : state.acts[index];
  const asked =
    instance !== undefined &&
    identityText(instance.idHi, instance.idLo) === input.request &&
    wasAsked(state, index!, seat);
  if (!asked) return refusals.unknownRequest(input.request);
  const routes = input.by === 'at once' ? SPOKEN : findRoutes(state.program, [input.by]);
  if ('code' in routes) return routes;
  giveConsent(state, seat, index!, input.give, routes);
  return null;
}

/** Whether a seat has read that its consent to an act is asked. */
function wasAsked(state: State, instance: number, seat: number): boolean {
  // Only this run's dispatches: the pool behind them keeps those of earlier runs.
  for (let i = 0; i < state.dispatchTotal; i++) {
    const { speech, target, readers } = state.dispatches[i]!;
    if (speech === 'consent asked' && target === instance && readers.includes(seat)) return true;
  }
  return false;
}

function decide(
  state: State,
  seat: number,
  input: InputOf<'decide'>,
  idHi: number,
  idLo: number,
): null {
  if (state.log === null) return null;
  const { name } = state.program.seats[seat]!;
  const advice = input.advice ?? [];
  note(state.log, { type: 'decision', seat: name, body: name, text: input.text, advice });
  const id = identityText(idHi, idLo);
  noteDelivery(state.log, {
    seat: name,
    learned: exactSpan(state.now),
    report: id,
    via: 'own',
    item: { type: 'decision', id, body: name, text: input.text, advice },
  });
  return null;
}

function noteRefusal(
  state: State,
  input: TimedInput,
  refusal: Refusal,
  idHi: number,
  idLo: number,
): void {
  if (state.log === null) return;
  noteDelivery(state.log, {
    seat: input.seat,
    learned: exactSpan(state.now),
    report: identityText(idHi, idLo),
    via: 'own',
    item: { type: 'refused', input: inputName(input), ...refusal },
  });
}
