import { useEffect } from 'react';

/**
 * Goes to the element that the address names after `#` when a screen is first drawn, and when that
 * changes: what a browser does by itself only for what a page holds when it loads.
 */
export function useAnchor(): void {
  useEffect(() => {
    goToAnchor();
    globalThis.addEventListener('hashchange', goToAnchor);
    return () => globalThis.removeEventListener('hashchange', goToAnchor);
  }, []);
}

function goToAnchor(): void {
  const element = document.getElementById(anchorOf(globalThis.location.hash));
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}

/** The name after `#`; one that is written wrongly is taken as it is. */
export function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
