import { note } from '../history/log.js';
import { exactSpan, holderName, readingSpan, recordedSpan } from '../history/naming.js';
import type { Span } from '../history/span.js';
import type { State } from '../state.js';
import type { Dispatch, Leg } from './dispatch.js';
import { recordedArrival, recordedLeg } from './recorded-leg.js';

/** In place of a channel: said face to face. */
export const AT_ONCE = -1;

export function channelName(state: State, leg: Leg): string {
  return leg.channel === AT_ONCE ? 'at once' : state.program.channels[leg.channel]!.name;
}

export type LegStatus =
  | 'departed'
  | 'part arrived'
  | 'arrived'
  | 'lost'
  | 'leaked'
  | 'intercepted'
  | 'garbled'
  | 'recalled';

export function noteArrival(state: State, d: Dispatch, leg: Leg, status: LegStatus): void {
  if (state.log === null) return;
  const recorded = recordedLeg(state, d, leg);
  const sent =
    recorded === null ? exactSpan(leg.sentAt) : recordedSpan(state.program, recorded.sent);
  const stray = status === 'leaked' || status === 'intercepted';
  const at = stray ? null : recordedArrival(state, d, leg);
  noteLeg(state, d, leg, status, sent, readingSpan(state.program, state.now, at));
}

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
