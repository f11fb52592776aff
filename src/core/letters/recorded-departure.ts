import { childIdentity } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { recordedSpan } from '../history/naming.js';
import { holderHash } from '../plan.js';
import type { Holder } from '../parts/letters.js';
import type { DispatchEntry, RecordedLeg } from '../parts/record.js';
import { TASK } from '../schedule.js';
import type { State } from '../state.js';
import { takeLeg } from './dispatch-pool.js';
import type { Dispatch } from './dispatch.js';
import { noteLeg } from './leg-log.js';
import { scheduleLeg } from './leg-queue.js';

/**
 * The legs of a recorded dispatch, with the times that the record gives them (R14, R26). What a
 * branch ahead makes of their arrivals shows in no event before it.
 */
export function departRecorded(state: State, d: Dispatch, entry: DispatchEntry): void {
  const { legs } = state.record[d.entry] as DispatchEntry;
  entry.legs.forEach((recorded, i) => {
    const leg = takeLeg(state, d.index, recorded.from, recorded.to);
    leg.route = recorded.route;
    leg.leg = placeInRoute(entry.legs, i);
    leg.path = -1;
    leg.channel = recorded.channel;
    leg.recorded = i;
    leg.sentAt = recorded.sent.placed;
    leg.arrivesAt = legs[i]!.arrived.placed;
    leg.lost = isCutOff(legs, i);
    leg.conditionLost = legs
      .slice(0, i + 1)
      .some((l) => l.route === recorded.route && l.losesCondition);
    childIdentity(d.idHi, d.idLo, holderHash(state.plan, recorded.to), leg.route * 64 + leg.leg);
    leg.idHi = word[0]!;
    leg.idLo = word[1]!;
    const wait = leg.arrivesAt > state.now ? leg.arrivesAt - state.now : 0;
    scheduleLeg(state, leg, TASK.leg, wait, leg.idHi, leg.idLo, 0);
    if (state.log === null) return;
    const sent = recordedSpan(state.program, recorded.sent);
    const arrives = recordedSpan(state.program, recorded.arrived);
    noteLeg(state, d, leg, 'departed', sent, arrives, recorded.note);
  });
}

/** Whether a recorded leg, or one before it on its route, never arrives. */
function isCutOff(legs: DispatchEntry['legs'], index: number): boolean {
  const leg = legs[index]!;
  if (leg.lost === true) return true;
  const before = legs.findLastIndex(
    (other, i) => i < index && other.route === leg.route && isSameHolder(other.to, leg.from),
  );
  return before >= 0 && isCutOff(legs, before);
}

function isSameHolder(a: Holder, b: Holder): boolean {
  if (a.type === 'seat') return b.type === 'seat' && a.seat === b.seat;
  return b.type === 'relay' && a.relay === b.relay;
}

/** How many legs of its route a recorded leg has before it. */
function placeInRoute(legs: readonly RecordedLeg[], index: number): number {
  let before = 0;
  for (let i = 0; i < index; i++) {
    if (legs[i]!.route === legs[index]!.route) before++;
  }
  return before;
}
