import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { draw } from '../draws.js';
import { noteDelivery } from '../history/log.js';
import { exactSpan } from '../history/naming.js';
import { weighFinding } from '../knowledge/trust.js';
import { noteVerified } from '../meetings/row.js';
import { PURPOSE } from '../purposes.js';
import type { State } from '../state.js';
import type { Obligation } from './obligation.js';
import { noteStatus, tellSeat } from './obligations.js';

/**
 * An inspection looks at the performance of an act (R19): it finds non-performance with the act's
 * `detects`, and denies a real performance with its `false_alarm`. What it finds is knowledge of
 * the inspector's side, right or wrong; each obligation is looked at with a draw of its own.
 */
export function inspect(
  state: State,
  act: number,
  inspector: number,
  idHi: number,
  idLo: number,
): void {
  const { verifies } = state.program.acts[act]!;
  const { side } = state.program.seats[inspector]!;
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    if (o.clause.act !== verifies || o.released || !o.beneficiaries.includes(side)) continue;
    childIdentity(idHi, idLo, o.idHi ^ o.idLo, 0);
    const found = finds(state, act, o.performed, word[0]!, word[1]!);
    conclude(state, act, o, inspector, found, idHi, idLo);
  }
}

function finds(state: State, act: number, performed: boolean, idHi: number, idLo: number): boolean {
  const { detects, falseAlarm } = state.program.acts[act]!;
  const u = draw(state, PURPOSE.inspection, idHi, idLo);
  return performed ? u >= falseAlarm : u >= detects;
}

function conclude(
  state: State,
  act: number,
  o: Obligation,
  inspector: number,
  found: boolean,
  idHi: number,
  idLo: number,
): void {
  o.verified = found;
  // What is not done before its day is no breach (R21).
  const owedByNow = o.due === Number.POSITIVE_INFINITY || state.now >= o.due;
  if (found || owedByNow) weighFinding(state, inspector, o.obligor, act, found);
  if (found) {
    hear(o, state.program.seats[inspector]!.side);
    noteVerified(state, inspector, o.clause.act);
  }
  noteStatus(state, o, found ? 'verified' : 'denied');
  if (state.log === null) return;
  const { acts, seats } = state.program;
  childIdentity(idHi, idLo, o.idHi ^ o.idLo, 1);
  noteDelivery(state.log, {
    seat: seats[inspector]!.name,
    learned: exactSpan(state.now),
    report: identityText(word[0]!, word[1]!),
    via: 'at once',
    item: {
      type: 'inspection',
      act: acts[act]!.name,
      id: identityText(idHi, idLo),
      of: acts[o.clause.act]!.name,
      performed: found,
    },
  });
  childIdentity(idHi, idLo, o.idHi ^ o.idLo, 2);
  tellSeat(state, o, found ? 'verified' : 'denied', inspector, word[0]!, word[1]!);
}

function hear(o: Obligation, side: number): void {
  if (!o.heard.includes(side)) o.heard.push(side);
}
