/** Below this width, in pixels, lane names stand inside the drawing. */
const NARROW = 720;
/** Room for the names of lanes. */
const GUTTER = 150;

/** Whether there is no room for names beside the lanes. */
export function isNarrow(width: number): boolean {
  return width < NARROW;
}

/** The left and right edge of the paper for a width of the page. */
export function paperEdges(width: number): { readonly left: number; readonly right: number } {
  if (isNarrow(width)) return { left: 10, right: width - 10 };
  return { left: GUTTER, right: width - 22 };
}
