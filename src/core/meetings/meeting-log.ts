import { identityText } from '../chance/identity.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan } from '../history/naming.js';
import type { Option } from '../parts/doctrine.js';
import type { State } from '../state.js';
import { OFFER_COLUMNS } from '../world/expression.js';
import type { DoctrinePlan } from './doctrine-plan.js';

/** Keeps, for the log, what the meeting at hand has weighed. */
export function noteConsidered(
  state: State,
  { doctrine }: DoctrinePlan,
  option: number,
  target: number,
  utility: number,
  advantage: number | null,
): void {
  const { name, title, type } = doctrine.options[option]!;
  const log = state.log!;
  const { choice } = state.minds;
  if (choice.option === option && choice.target === target) log.best = log.weighed.length;
  log.weighed.push({
    name,
    title,
    ...(target < 0 ? {} : { target: targetName(state, type, target) }),
    utility,
    ...(advantage === null ? {} : { advantage, offer: offerParts(state.mind.offer) }),
  });
}

const [DEAL, BETRAYED, BREAKDOWN, RETREAT] = (
  ['deal', 'betrayed', 'breakdown', 'retreat'] as const
).map((column) => OFFER_COLUMNS.indexOf(column)) as [number, number, number, number];

function offerParts(offer: Float64Array) {
  return {
    deal: offer[DEAL]!,
    betrayed: offer[BETRAYED]!,
    breakdown: offer[BREAKDOWN]!,
    retreat: offer[RETREAT]!,
  };
}

function targetName(state: State, type: Option['type'], target: number): string {
  if (type !== 'consent') return state.dispatches[target]!.id;
  const { idHi, idLo } = state.acts[target]!;
  return identityText(idHi, idLo);
}

/**
 * Logs a meeting: what it weighed and chose is control's to see; what it decided, other than to let
 * things be, its seat knows.
 */
export function noteMeeting(
  state: State,
  seat: number,
  { doctrine, precision }: DoctrinePlan,
): void {
  const log = state.log!;
  const { name } = state.program.seats[seat]!;
  note(log, {
    type: 'meeting',
    seat: name,
    doctrine: doctrine.name,
    precision: precision(state.mind),
    options: log.weighed,
    chosen: log.best,
  });
  log.weighed = [];
  log.best = -1;
}

/** Logs what a meeting decided, as the decision of its seat. */
export function noteDecision(
  state: State,
  seat: number,
  text: string,
  idHi: number,
  idLo: number,
): void {
  const log = state.log!;
  const { name } = state.program.seats[seat]!;
  note(log, { type: 'decision', seat: name, body: name, text, advice: [] });
  const id = identityText(idHi, idLo);
  noteDelivery(log, {
    seat: name,
    learned: exactSpan(state.now),
    report: id,
    via: 'own',
    item: { type: 'decision', id, body: name, text, advice: [] },
  });
}
