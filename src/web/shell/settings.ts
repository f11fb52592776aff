import { useCallback, useState } from 'react';

/** What the reader chose, kept on this device only. */
export interface Settings {
  readonly theme: 'system' | 'day' | 'night';
  readonly shortcuts: boolean;
  /** Captions of the first visit that have been used. */
  readonly learned: readonly string[];
}

/** What every room gets. */
export interface RoomProps {
  readonly settings: Settings;
  readonly onSettings: (change: Partial<Settings>) => void;
}

const KEY = 'backchannel';
const DEFAULTS: Settings = { theme: 'system', shortcuts: true, learned: [] };

/** The settings of this device, and a way to change some of them. */
export function useSettings(): readonly [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(readSettings);
  const change = useCallback((change: Partial<Settings>) => {
    setSettings((before) => {
      const after = { ...before, ...change };
      writeSettings(after);
      return after;
    });
  }, []);
  return [settings, change];
}

/** Storage can be forbidden by the browser; the app then works with defaults. */
function readSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...DEFAULTS, ...stored } : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

function writeSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Kept for this visit only.
  }
}
