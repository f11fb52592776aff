import type { Change } from '../history/change.js';
import { note } from '../history/log.js';
import { exactSpan, holderName, readingSpan, recordedSpan } from '../history/naming.js';
import { EFFECT, LEG_STATUSES, traceEffect } from '../history/trace-log.js';
import type { Span } from '../history/span.js';
import type { State } from '../state.js';
import type { Dispatch, Leg } from './dispatch.js';
import { recordedArrival, recordedLeg } from './recorded-leg.js';

/** In place of a channel: said face to face. */
export const AT_ONCE = -1;

/** The channel of a leg as the log says it. */
export function channelName(state: State, leg: Leg): string {
  return leg.channel === AT_ONCE ? 'at once' : state.program.channels[leg.channel]!.name;
}

/** What can be said of a leg. */
export type LegStatus = Extract<Change, { readonly type: 'leg' }>['status'];

/** Logs what became of a leg, at the time that the record gives to it or else now. */
export function noteArrival(state: State, d: Dispatch, leg: Leg, status: LegStatus): void {
  if (state.trace !== null) {
    traceEffect(state.trace, EFFECT.leg, leg.index, LEG_STATUSES.indexOf(status));
  }
  if (state.log === null) return;
  const recorded = recordedLeg(state, d, leg);
  const sent =
    recorded === null ? exactSpan(leg.sentAt) : recordedSpan(state.program, recorded.sent);
  const stray = status === 'leaked' || status === 'intercepted';
  const at = stray ? null : recordedArrival(state, d, leg);
  noteLeg(state, d, leg, status, sent, readingSpan(state.program, state.now, at));
}

/** Logs one step of a leg: when it set out, and when it arrives or what it came to. */
export function noteLeg(
  state: State,
  d: Dispatch,
  leg: Leg,
  status: LegStatus,
  sent: Span,
  arrives: Span,
  words = '',
): void {
  if (state.log === null) return;
  note(state.log, {
    type: 'leg',
    dispatch: d.id,
    route: leg.route,
    leg: leg.leg,
    channel: channelName(state, leg),
    from: holderName(state.program, leg.from),
    to: holderName(state.program, leg.to),
    status,
    sent,
    arrives,
    ...(words === '' ? {} : { note: words }),
  });
}
