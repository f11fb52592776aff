import { sendAnswer } from '../bargain/answering.js';
import { sendArgument, sendDispute, sendRelease, sendSettlement } from '../bargain/arguing.js';
import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { lookFrom } from '../knowledge/picture.js';
import type { Dispatch } from '../letters/dispatch.js';
import { findRoutes, findSeat, oneLegRoute, wordsToTerms } from '../letters/writing.js';
import { say, send, takeLetter, takeWritten } from '../letters/sending.js';
import type { State, TimedInput } from '../state.js';
import { parseInstant } from '../time/instant.js';
import { noteAct, scheduleStart, takeAct } from '../world/acts.js';
import { takeControlInput } from './control.js';
import { inputName } from './input-list.js';
import { note, noteDelivery } from './log.js';
import { exactSpan } from './naming.js';
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
      return orderAct(state, seat, template, input.act);
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

function orderAct(state: State, seat: number, act: number, name: string): Refusal | null {
  if (act < 0) return refusals.unknownAct(name);
  const { by, consent: asked } = state.program.acts[act]!;
  if (!by.includes(seat)) {
    return refusals.notYourAct(name, by.map((s) => state.program.seats[s]!.name).join(' or '));
  }
  const may = state.plan.actMay[act]!;
  lookFrom(state, seat);
  if (may !== null && may(state.picture) === 0) return refusals.mayNot(name);
  const index = takeAct(state, seat, act);
  const instance = state.acts[index]!;
  if (asked !== null) instance.status = 'awaiting consent';
  noteAct(state, instance);
  tellOrdered(state, index);
  if (asked === null) scheduleStart(state, index);
  else askConsent(state, seat, index, asked.seat, asked.channel);
  return null;
}

/** A seat's own acts are in its picture from the moment of the order (R11). */
function tellOrdered(state: State, index: number): void {
  if (state.log === null) return;
  const { act, seat, idHi, idLo, status } = state.acts[index]!;
  childIdentity(idHi, idLo, state.plan.seatHash[seat]!, 2);
  noteDelivery(state.log, {
    seat: state.program.seats[seat]!.name,
    learned: exactSpan(state.now),
    report: identityText(word[0]!, word[1]!),
    via: 'own',
    item: {
      type: 'act',
      act: state.program.acts[act]!.name,
      id: identityText(idHi, idLo),
      status: status === 'awaiting consent' ? status : 'ordered',
      tracks: [],
    },
  });
}

function askConsent(
  state: State,
  seat: number,
  index: number,
  giver: number,
  channel: number,
): void {
  const routes = channel < 0 ? [] : [oneLegRoute(state.program, channel)];
  const d = takeWritten(state, seat, 'oral message', [giver], routes);
  d.speech = 'consent asked';
  d.target = index;
  d.text = state.program.acts[state.acts[index]!.act]!.title;
  const { idHi, idLo } = state.acts[index]!;
  if (state.naming) state.named.set(identityText(idHi, idLo), index);
  if (channel < 0) say(state, d);
  else send(state, d, routes);
}

function sendLetter(
  state: State,
  seat: number,
  letter: number,
  input: InputOf<'send'>,
): Refusal | null {
  if (letter < 0) return refusals.unknownLetter(input.letter);
  const { from, routes } = state.program.letters[letter]!;
  if (from !== seat) return refusals.notYourLetter(input.letter, state.program.seats[from]!.name);
  const repliesTo = heldDispatch(state, seat, input.repliesTo);
  if (typeof repliesTo !== 'number') return repliesTo;
  const sealed = sealOf(input.sealed);
  if (typeof sealed !== 'number') return sealed;
  const d = takeLetter(state, seat, letter);
  d.sealedUntil = sealed;
  return post(state, d, routes, input.id, repliesTo);
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
  return post(state, d, routes, input.id, repliesTo);
}

function sealOf(sealed: string | undefined): number | Refusal {
  if (sealed === undefined) return Number.NEGATIVE_INFINITY;
  return parseInstant(sealed) ?? refusals.badTime(sealed);
}

function post(
  state: State,
  d: Dispatch,
  routes: readonly number[],
  id: string | undefined,
  repliesTo: number,
): null {
  if (id !== undefined) d.id = id;
  d.repliesTo = repliesTo;
  send(state, d, routes);
  return null;
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
  const spoken = input.by === 'at once';
  const routes = spoken ? [] : findRoutes(state.program, [input.by]);
  if (!Array.isArray(routes)) return routes;
  const d = takeWritten(state, seat, 'oral message', [instance.seat], routes);
  d.speech = input.give ? 'consent given' : 'consent refused';
  d.target = index!;
  d.text = state.program.acts[instance.act]!.title;
  if (spoken) say(state, d);
  else send(state, d, routes);
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
