import type { DateView, NeighbourView, PageView } from '../../../protocol/reading.js';

type Place = PageView['place'];

/** `Part 2 of 2`, `Document 65 of 120`. */
export function placeText({ unit, part, parts }: Place): string {
  return `${capital(unit)} ${part} of ${parts}`;
}

/** `Part 1 is not held.`; null where every part is. */
export function absentText({ unit, absent }: Place): string | null {
  if (absent.length === 0) return null;
  if (absent.length === 1) return `${capital(unit)} ${absent[0]} is not held.`;
  const [last, ...others] = absent.toReversed();
  return `${capital(unit)}s ${others.toReversed().join(', ')} and ${last} are not held.`;
}

/** What stands under `Previous` and `Next`: a title, or why there is nowhere to go. */
export function neighbourText(neighbour: NeighbourView | null, unit: Place['unit']): string {
  if (neighbour === null) return `no other ${unit} this way`;
  return neighbour.id === null ? `${neighbour.title}: not held` : neighbour.title;
}

/** What is said at the end of a text. */
export function endText({ entry, details, place }: PageView): string {
  if (details?.type === 'catalogue') return 'The entry ends here.';
  if (details?.type !== 'chapter') return `The ${entry.kind} ends here.`;
  if (details.completed || place.part === place.parts) return 'The chapter ends here.';
  return `${placeText(place)} ends here; the chapter goes on.`;
}

/** A flag on a time that no document states, in words; null for one that does. */
export function flagText({ flag }: DateView): string | null {
  return flag === 'stated' ? null : flag;
}

/** The source that a document's id begins with; documents that it points to begin so too. */
export function siblingId(id: string, key: string): string {
  return `${id.split('/')[0]}/${key}`;
}

/** `Paragraph 12` for `p12`. */
export function pieceName(block: string): string {
  return `Paragraph ${block.replace(/^p/, '')}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
