import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { lookFrom } from '../knowledge/picture.js';
import { say, send, takeLetter, takeWritten } from '../letters/sending.js';
import { noteOrdered } from '../meetings/row.js';
import type { State } from '../state.js';
import { noteAct, scheduleStart, takeAct } from '../world/acts.js';
import { noteDelivery } from './log.js';
import { exactSpan } from './naming.js';
import type { Refusal } from './refusals.js';
import { refusals } from './refusals.js';

/** No route: what is said where no channel lies between. */
export const SPOKEN: readonly number[] = [];

/** A seat orders an act, by its index (R9): its powers and its own picture decide (R12). */
export function orderAct(state: State, seat: number, act: number): Refusal | null {
  const { name, by, consent: asked } = state.program.acts[act]!;
  if (!by.includes(seat)) {
    return refusals.notYourAct(name, by.map((s) => state.program.seats[s]!.name).join(' or '));
  }
  const may = state.plan.actMay[act]!;
  lookFrom(state, seat);
  if (may !== null && may(state.picture) === 0) return refusals.mayNot(name);
  const index = takeAct(state, seat, act);
  const instance = state.acts[index]!;
  if (asked !== null) instance.status = 'awaiting consent';
  noteOrdered(state, seat, act);
  noteAct(state, instance);
  tellOrdered(state, index);
  if (asked === null) scheduleStart(state, index);
  else askConsent(state, seat, index, asked.seat);
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

function askConsent(state: State, seat: number, index: number, giver: number): void {
  const { act, idHi, idLo } = state.acts[index]!;
  const routes = state.plan.consentRoutes[act]!;
  const d = takeWritten(state, seat, 'oral message', state.plan.alone[giver]!, routes);
  d.speech = 'consent asked';
  d.target = index;
  d.text = state.program.acts[act]!.title;
  if (state.naming) state.named.set(identityText(idHi, idLo), index);
  if (routes.length === 0) say(state, d);
  else send(state, d, routes);
}

/**
 * A seat sends a letter of the scenario, by its index; `repliesTo` is a dispatch that it holds, or
 * −1, and `sealed` the hour until which its text is not to be read.
 */
export function orderLetter(
  state: State,
  seat: number,
  letter: number,
  repliesTo = -1,
  sealed = Number.NEGATIVE_INFINITY,
  id?: string,
): Refusal | null {
  const { name, from, routes } = state.program.letters[letter]!;
  if (from !== seat) return refusals.notYourLetter(name, state.program.seats[from]!.name);
  const d = takeLetter(state, seat, letter);
  d.sealedUntil = sealed;
  if (id !== undefined) d.id = id;
  d.repliesTo = repliesTo;
  send(state, d, routes);
  return null;
}

/** A seat that was asked gives or refuses its consent to an act instance; no routes: spoken. */
export function giveConsent(
  state: State,
  seat: number,
  index: number,
  give: boolean,
  routes: readonly number[],
): void {
  const instance = state.acts[index]!;
  const to = state.plan.alone[instance.seat]!;
  const d = takeWritten(state, seat, 'oral message', to, routes);
  d.speech = give ? 'consent given' : 'consent refused';
  d.target = index;
  d.text = state.program.acts[instance.act]!.title;
  instance.answered = true;
  if (routes.length === 0) say(state, d);
  else send(state, d, routes);
}
