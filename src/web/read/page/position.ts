import type { ReadingPosition } from '../reading-marks.js';

/** A block of the text as it lies on the page. */
export interface PieceTop {
  readonly id: string;
  /** Its upper edge, in pixels from the top of the document. */
  readonly top: number;
}

/**
 * What stands at the top of the screen when a page is scrolled to `y`; null while that is above
 * the text. A block reaches to the next one's upper edge, the last to `end`, so that the space
 * between two blocks is somewhere too.
 */
export function positionAt(
  pieces: readonly PieceTop[],
  end: number,
  y: number,
): ReadingPosition | null {
  const n = pieces.findLastIndex(({ top }) => top <= y);
  const piece = pieces[n];
  if (piece === undefined) return null;
  const height = (pieces[n + 1]?.top ?? end) - piece.top;
  const offset = height > 0 ? (y - piece.top) / height : 0;
  return { block: piece.id, offset: Math.min(1, offset) };
}

/** How far to scroll so that a position is at the top of the screen; null where its block is gone. */
export function scrollTo(
  pieces: readonly PieceTop[],
  end: number,
  position: ReadingPosition,
): number | null {
  const n = pieces.findIndex(({ id }) => id === position.block);
  const piece = pieces[n];
  if (piece === undefined) return null;
  const height = (pieces[n + 1]?.top ?? end) - piece.top;
  return piece.top + position.offset * height;
}
