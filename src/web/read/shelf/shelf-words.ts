import type { ShelfFilters } from '../read-address.js';
import { counted } from '../counted.js';
import { dayWords } from './day.js';
import type { ShelfSelection } from './shelf-rows.js';

/** How much of the shelf is before the reader: `12 of 866 documents, 3 with their text.` */
export function countText({ rows }: ShelfSelection, all: number): string {
  if (rows.length === 0) return `None of ${counted(all, 'document')}.`;
  const held = rows.filter(({ entry }) => entry.text === 'held').length;
  const texts = held === 0 ? 'no text held' : `${held.toLocaleString('en-GB')} with text`;
  if (rows.length === all) return `${counted(all, 'document')}, ${texts}.`;
  return `${rows.length.toLocaleString('en-GB')} of ${counted(all, 'document')}, ${texts}.`;
}

/** What the chosen day keeps from the shelf, and why; null where no day is chosen. */
export function hiddenText(selection: ShelfSelection, { open }: ShelfFilters): string | null {
  if (open === '') return null;
  const { rows } = selection;
  const possibly = rows.filter(({ openness }) => openness === 'possibly open').length;
  const unknown = rows.filter(({ openness }) => openness === 'not known when opened').length;
  const doubts = [
    possibly > 0 ? `${possibly} possibly open, so marked` : null,
    unknown > 0 ? `${unknown} at the foot, as nobody recorded when they opened` : null,
  ].filter((doubt) => doubt !== null);
  return `As open on ${dayWords(open)}: ${[goneText(selection), ...doubts].join('; ')}.`;
}

function goneText({ sealed, unpublished }: ShelfSelection): string {
  if (sealed + unpublished === 0) return 'nothing is hidden';
  const gone = `${counted(sealed + unpublished, 'document')} hidden`;
  if (unpublished === 0) return `${gone}, sealed until later`;
  if (sealed === 0) return `${gone}, not yet published`;
  return `${gone}: ${sealed} sealed until later, ${unpublished} not yet published`;
}

/** What a stretch of days leaves out for want of a date; null where it leaves out nothing. */
export function undatedText({ undated }: ShelfSelection): string | null {
  if (undated === 0) return null;
  return `${counted(undated, 'document')} without a date ${undated === 1 ? 'is' : 'are'} left out.`;
}
