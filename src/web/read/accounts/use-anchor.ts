import { useEffect } from 'react';

/**
 * Goes to the element that the address names after `#`, once it is there: what a browser does by
 * itself only for what a page holds when it loads.
 */
export function useAnchor(ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    goToAnchor();
    globalThis.addEventListener('hashchange', goToAnchor);
    return () => globalThis.removeEventListener('hashchange', goToAnchor);
  }, [ready]);
}

function goToAnchor(): void {
  const element = document.getElementById(decodeURIComponent(globalThis.location.hash.slice(1)));
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}
