import type { CivilDate } from '../time/stated-time.js';
import type { Dateline } from './dateline.js';

/** A text that may tell how a document was handed on. */
export interface Telling {
  readonly text: string;
  /** The editors' note on its source, or its own opening, written before it was sent. */
  readonly by: 'note' | 'opening';
  readonly dateline: Dateline;
  /** The day of the last dated document before it in the volume; null if there is none. */
  readonly before: CivilDate | null;
}
