import type { ReadingView, ReplayView, TrackView } from '../../protocol/replay.js';
import { instant } from '../time/instant.js';
import { seenAt } from './certainty.js';

/** One track with the reading that stands for it, if there is any. */
export interface PictureRow {
  readonly track: TrackView;
  readonly reading: ReadingView | null;
}

/** A seat's picture at the handle: for each track the reading with the latest *as of* (R11). */
export function pictureAt(view: ReplayView, handle: number): readonly PictureRow[] {
  return view.tracks.map((track) => {
    const readings = view.readings.filter(
      (reading) => reading.track === track.name && seenAt(reading.learned, handle),
    );
    return { track, reading: readings.reduce(laterOf, null) };
  });
}

function laterOf(best: ReadingView | null, next: ReadingView): ReadingView {
  if (best === null) return next;
  return instant(next.asOf.placed) >= instant(best.asOf.placed) ? next : best;
}
