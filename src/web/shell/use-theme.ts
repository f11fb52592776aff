import { useEffect } from 'react';
import type { Settings } from './settings.js';

/** Marks the document with the chosen light; without a mark the device decides. */
export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
}
