import type { Span } from '../../core/history/span.js';
import type { PlaceView } from '../../protocol/replay.js';
import { instant } from '../time/instant.js';
import { intervalText, localText, spanText } from '../time/wording.js';

interface MomentProps {
  readonly span: Span;
  /** Where its wall clock hung, if that is known. */
  readonly place?: PlaceView | undefined;
}

/** A recorded time: UTC, the wall clock there, and how far it is known. */
export function Moment({ span, place }: MomentProps) {
  const fine =
    span.precision === 'exact' || span.precision === 'minute' || span.precision === 'hour';
  const interval = intervalText(span);
  return (
    <span className="moment">
      <time className="cable" dateTime={span.placed}>
        {spanText(span)}
      </time>
      {fine && place !== undefined && (
        <span className="local">{` ${place.title} ${localText(instant(span.placed), place)}`}</span>
      )}
      {interval !== null && <span className="interval">{` (${interval})`}</span>}
      {span.stated !== undefined && (
        <span className="interval">{` stated as “${span.stated}”`}</span>
      )}
    </span>
  );
}
