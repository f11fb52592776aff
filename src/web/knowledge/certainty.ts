import type { Span } from '../../core/history/span.js';
import { endOfMinute, instant } from '../time/instant.js';

/** Whether something had happened, or was known, at an instant (R2, R13). */
export type Certainty = 'no' | 'possibly' | 'yes';

/** `possibly` while the instant lies inside the interval: earliest ≤ T < latest. */
export function certaintyAt(span: Span, handle: number): Certainty {
  const t = endOfMinute(handle);
  if (t < instant(span.earliest)) return 'no';
  return t < instant(span.latest) ? 'possibly' : 'yes';
}

/** Whether it is at least possible at the handle; null, never learned, is not. */
export function seenAt(span: Span | null, handle: number): span is Span {
  return span !== null && certaintyAt(span, handle) !== 'no';
}
