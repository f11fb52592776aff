import { lazy, Suspense } from 'react';
import { FaultBoundary } from './shell/fault-boundary.js';
import { Masthead, type Verb } from './shell/masthead.js';
import { useSettings } from './shell/settings.js';
import { useTheme } from './shell/use-theme.js';

/** Each room is fetched when it is first entered. */
const ROOMS = {
  Read: lazy(async () => ({ default: (await import('./read/read-room.js')).ReadRoom })),
  Replay: lazy(async () => ({ default: (await import('./replay/replay-room.js')).ReplayRoom })),
  Simulate: lazy(async () => ({
    default: (await import('./simulate/simulate-room.js')).SimulateRoom,
  })),
} as const;

/** The whole app: masthead, and the room that the address names. */
export function App() {
  const [settings, onSettings] = useSettings();
  useTheme(settings.theme);
  const here = verbAt(globalThis.location.pathname);
  const Room = ROOMS[here];
  return (
    <>
      <Masthead here={here} />
      <FaultBoundary>
        <Suspense fallback={<main id="main" tabIndex={-1} />}>
          <Room settings={settings} onSettings={onSettings} />
        </Suspense>
      </FaultBoundary>
    </>
  );
}

/** Going from room to room is a page load of its own, so a room keeps its verb while it is open. */
function verbAt(path: string): Verb & keyof typeof ROOMS {
  if (/^\/read(\/|$)/.test(path)) return 'Read';
  return /^\/simulate(\/|$)/.test(path) ? 'Simulate' : 'Replay';
}
