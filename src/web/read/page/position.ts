import type { ReadingPosition } from '../reading-marks.js';

/** A block of the text as it lies on the page. */
export interface PieceBox {
  readonly id: string;
  /** Its upper edge, in pixels from the top of the document. */
  readonly top: number;
  /** Of its text alone, in pixels: claims below it open and close. */
  readonly height: number;
}

/**
 * What stands at the top of the screen when a page is scrolled to `y`; null while that is above
 * the text. What lies below a block, until the next one, is so many times its height away.
 */
export function positionAt(pieces: readonly PieceBox[], y: number): ReadingPosition | null {
  const piece = pieces.findLast(({ top }) => top <= y);
  if (piece === undefined) return null;
  return { block: piece.id, offset: (y - piece.top) / Math.max(1, piece.height) };
}

/**
 * How far to scroll so that a position is at the top of the screen; null where its block is gone.
 */
export function scrollTo(pieces: readonly PieceBox[], position: ReadingPosition): number | null {
  const piece = pieces.find(({ id }) => id === position.block);
  return piece === undefined ? null : piece.top + position.offset * Math.max(1, piece.height);
}
