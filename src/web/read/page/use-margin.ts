import { useLayoutEffect, useSyncExternalStore, type RefObject } from 'react';
import { stacked } from './stacking.js';

/** From this width a page has a margin for claims; below, they stand under their paragraphs. */
const WIDE = '(min-width: 1080px)';
const GAP_PX = 14;

/** Whether the screen is wide enough for a margin beside the text. */
export function useWide(): boolean {
  return useMedia(WIDE);
}

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Sets every note of the margin beside the paragraph that it belongs to, and below the last. */
export function useMargin(sheet: RefObject<HTMLElement | null>, wide: boolean): void {
  useLayoutEffect(() => {
    const root = sheet.current;
    if (root === null || !wide) return undefined;
    const notes = [...root.querySelectorAll<HTMLElement>('.margin-notes')];
    const watch = new ResizeObserver(() => place(root, notes));
    place(root, notes);
    for (const element of [...root.children, ...notes]) watch.observe(element);
    return () => {
      watch.disconnect();
      root.style.removeProperty('min-height');
      for (const note of notes) note.style.removeProperty('top');
    };
  }, [sheet, wide]);
}

function place(root: HTMLElement, notes: readonly HTMLElement[]): void {
  const top = root.getBoundingClientRect().top;
  const wishes = notes.map((note) => ({
    top: (note.parentElement ?? note).getBoundingClientRect().top - top,
    height: note.offsetHeight,
  }));
  const tops = stacked(wishes, GAP_PX);
  notes.forEach((note, n) => {
    note.style.setProperty('top', `${(tops[n] ?? 0) - (wishes[n]?.top ?? 0)}px`);
  });
  const end = Math.max(0, ...tops.map((top, n) => top + (wishes[n]?.height ?? 0)));
  root.style.setProperty('min-height', `${end}px`);
}
