import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { ReadingPosition } from '../reading-marks.js';
import { anchorOf } from '../use-anchor.js';
import { positionAt, scrollTo, type PieceBox } from './position.js';

/** Scrolling changes the position with every frame; it is kept once it settles. */
const SETTLE_MS = 200;

/**
 * Opens a text where the reader stopped, unless the address names a place in it; holds that place
 * while type, width and fonts change; and keeps it as they read on.
 */
export function useKeptPlace(
  text: RefObject<HTMLElement | null>,
  opening: ReadingPosition | null,
  keep: (position: ReadingPosition | null) => void,
): void {
  const latest = useRef(keep);
  useLayoutEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    const root = text.current;
    if (root === null) return undefined;
    return keepPlace(root, addressed() ?? opening, (position) => latest.current(position));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a text is opened once
  }, [text]);
}

/** An element that the address names; the place kept is then not gone to. */
type Anchor = Element | ReadingPosition;

/**
 * Goes to the anchor and follows the reader from there; gives the way to stop. What stands above
 * the text is no position to keep, but going back finds it as it was left.
 */
function keepPlace(
  root: HTMLElement,
  opening: Anchor | null,
  keep: (position: ReadingPosition | null) => void,
): () => void {
  let anchor = opening;
  let ownScroll: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => {
    if (anchor === null) return;
    go(root, anchor);
    ownScroll = globalThis.scrollY;
  };
  const settle = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    keep(anchor instanceof Element ? null : anchor);
    leave(anchor);
  };
  const returned = () => {
    const left = placeLeft();
    if (left === null) return;
    anchor = 'block' in left ? left : null;
    if ('head' in left) globalThis.scrollTo({ top: left.head, behavior: 'instant' });
    hold();
    const on = 'block' in left ? document.getElementById(left.block) : root.closest('main');
    on?.focus({ preventScroll: true });
  };
  const scrolled = () => {
    if (ownScroll !== null && Math.abs(globalThis.scrollY - ownScroll) < 1) return;
    ownScroll = null;
    anchor = positionAt(boxesOf(root), globalThis.scrollY);
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  };
  const watch = new ResizeObserver(hold);
  history.scrollRestoration = 'manual';
  if (anchor === null) globalThis.scrollTo({ top: headLeftAt(), behavior: 'instant' });
  hold();
  leave(anchor);
  watch.observe(root);
  void document.fonts.ready.then(hold);
  globalThis.addEventListener('scroll', scrolled, { passive: true });
  globalThis.addEventListener('pagehide', settle);
  globalThis.addEventListener('popstate', returned);
  return () => {
    settle();
    watch.disconnect();
    history.scrollRestoration = 'auto';
    globalThis.removeEventListener('scroll', scrolled);
    globalThis.removeEventListener('pagehide', settle);
    globalThis.removeEventListener('popstate', returned);
  };
}

function addressed(): Element | null {
  const { hash } = globalThis.location;
  return hash === '' ? null : document.getElementById(anchorOf(hash));
}

/** Where a reader was who went on to a note or paragraph of the same page. */
type PlaceLeft = ReadingPosition | { readonly head: number };

/** Keeps the place with this step of the browser's, for the way back to it. */
function leave(anchor: Anchor | null): void {
  const place: PlaceLeft | null = anchor === null ? { head: globalThis.scrollY } : placeAt(anchor);
  history.replaceState(place, '');
}

function placeAt(anchor: Anchor): ReadingPosition | null {
  return anchor instanceof Element ? null : anchor;
}

/** The place kept with this step; null where none is. */
function placeLeft(): PlaceLeft | null {
  const state: unknown = history.state;
  return typeof state === 'object' ? (state as PlaceLeft | null) : null;
}

/** How far the head of the page was scrolled when it was left, on the way back to it. */
function headLeftAt(): number {
  const left = placeLeft();
  return left !== null && 'head' in left ? left.head : 0;
}

function go(root: HTMLElement, anchor: Anchor): void {
  if (anchor instanceof Element) {
    anchor.scrollIntoView({ behavior: 'instant', block: 'start' });
    return;
  }
  const y = scrollTo(boxesOf(root), anchor);
  if (y !== null) globalThis.scrollTo({ top: y, behavior: 'instant' });
}

function boxesOf(root: HTMLElement): readonly PieceBox[] {
  return [...root.querySelectorAll('.piece')].map((piece) => ({
    id: piece.id,
    top: piece.getBoundingClientRect().top + globalThis.scrollY,
    height: (piece.querySelector(':scope > :is(p, h3, blockquote)') ?? piece).clientHeight,
  }));
}
