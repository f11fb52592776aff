import { cardItem } from './card-item.js';
import type { CslItem } from './csl.js';
import { heldItem } from './held-item.js';
import type { CitationSubject } from './subject.js';

/**
 * A document as a bibliographic item. A document printed in a volume is a chapter of that volume:
 * `issued` is when the volume came out, `original-date` when the document was written. Nothing is
 * made up: what neither the file nor the scenario says is absent, and so is a day of access.
 */
export function itemOf(subject: CitationSubject): CslItem {
  return subject.type === 'held' ? heldItem(subject) : cardItem(subject);
}
