import { identityText } from '../chance/identity.js';
import { hear } from '../bargain/hearing.js';
import { tellObligationsMadeBy } from '../history/entry-bargains.js';
import type { Item } from '../history/delivery.js';
import { noteDelivery } from '../history/log.js';
import { readingSpan } from '../history/naming.js';
import { callByDispatch } from '../meetings/agenda.js';
import { noteRead } from '../meetings/row.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import type { RecordedTime } from '../time/recorded-time.js';
import type { Dispatch, Leg } from './dispatch.js';
import { isAddressee } from './dispatch.js';
import { dispatchBody } from './dispatch-words.js';

/**
 * A seat comes to hold a text. It learns it when it reads it: now, on the earliest arrival that
 * reaches it, or at the hour until which the text is sealed (R14). What the text does to offers,
 * obligations and disputes it does on reaching an addressee. `recorded` is the time that the record
 * gives to the reading, null for now.
 */
export function readDispatch(
  state: State,
  d: Dispatch,
  seat: number,
  leg: Leg,
  via: string,
  recorded: RecordedTime | null,
): void {
  if (d.readers.includes(seat)) return;
  if (d.sealedUntil > state.now) {
    const { idHi, idLo, index } = leg;
    const rank = state.plan.seatRank[seat]!;
    push(state.schedule, d.sealedUntil, 0, TASK.unseal, rank, idHi, idLo, index, seat, 0);
    return;
  }
  d.readers.push(seat);
  noteRead(state, d, seat, leg);
  if (state.program.seats[seat]!.side !== state.program.seats[d.from]!.side) {
    callByDispatch(state, seat, leg.idHi, leg.idLo);
  }
  if (state.log !== null) {
    noteDelivery(state.log, {
      seat: state.program.seats[seat]!.name,
      learned: readingSpan(state.program, state.now, recorded),
      report: identityText(leg.idHi, leg.idLo),
      via,
      item: itemOf(state, d, leg),
    });
  }
  if (isAddressee(d, seat)) hear(state, d, seat, recorded);
  if (d.entry >= 0) tellObligationsMadeBy(state, d, seat, recorded);
}

/** The hour of a sealed text has come: the seat that holds it reads it, unless it was recalled. */
export function readSealed(state: State, index: number, seat: number): void {
  const leg = state.legs[index]!;
  const d = state.dispatches[leg.dispatch]!;
  if (d.recalledAt.includes(state.plan.seatHash[seat]!)) return;
  readDispatch(state, d, seat, leg, 'unsealed', null);
}

/** What a reader gets: a recall says only which letter is to be laid aside. */
function itemOf(state: State, d: Dispatch, leg: Leg): Item {
  if (d.speech === 'recall') return { type: 'recall', dispatch: state.dispatches[d.target]!.id };
  return { type: 'dispatch', dispatch: dispatchBody(state, d, leg) };
}
