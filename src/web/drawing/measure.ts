import { useEffect, useState } from 'react';

/** The faces that the drawing is lettered in, as CSS writes fonts; drawing.css says the same. */
export const FACES = {
  title: "600 14px 'Source Serif 4'",
  note: "400 12.5px 'Source Serif 4'",
  bond: "400 12px 'Source Sans 3'",
  clock: "400 12px 'IBM Plex Mono'",
} as const;
export type Face = keyof typeof FACES;

/** Line heights in pixels. */
export const LINE = { title: 17, note: 15, bond: 15, clock: 16 } as const;

const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

/** Width of a text in a face, in pixels, as this browser sets it. */
export function textWidth(text: string, face: Face): number {
  const key = `${face} ${text}`;
  const before = widths.get(key);
  if (before !== undefined) return before;
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return text.length * 8;
  context.font = FACES[face];
  const width = Math.ceil(context.measureText(text).width) + 1;
  widths.set(key, width);
  return width;
}

/** Loads the faces; false until text can be measured in them. */
export function useFaces(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const loads = Object.values(FACES).map((face) => document.fonts.load(face));
    void Promise.allSettled(loads).then(() => {
      widths.clear();
      setReady(true);
    });
  }, []);
  return ready;
}
