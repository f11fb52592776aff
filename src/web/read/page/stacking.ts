/** A note in the margin: where it would like to stand, and how tall it is, in pixels. */
export interface MarginNote {
  readonly top: number;
  readonly height: number;
}

/**
 * Where notes stand so that none lies on another: each beside its paragraph, or below the note
 * before it where that is too long.
 */
export function stacked(notes: readonly MarginNote[], gap: number): readonly number[] {
  let free = Number.NEGATIVE_INFINITY;
  return notes.map(({ top, height }) => {
    const placed = Math.max(top, free);
    free = placed + height + gap;
    return placed;
  });
}
