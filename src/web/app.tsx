import { ReplayPage } from './replay/replay-page.js';
import { Colophon } from './shell/colophon.js';
import { FaultBoundary } from './shell/fault-boundary.js';
import { Masthead } from './shell/masthead.js';
import { messages } from './shell/messages.js';
import { useSettings } from './shell/settings.js';
import { useAddress } from './shell/use-address.js';
import { useTheme } from './shell/use-theme.js';

/** The whole app: masthead, the screen that the address names, colophon. */
export function App() {
  const [settings, onSettings] = useSettings();
  const { located, change } = useAddress();
  useTheme(settings.theme);
  return (
    <>
      <Masthead />
      <main id="main" tabIndex={-1}>
        <FaultBoundary>
          {located?.faults.map(({ name, value }) => (
            <p key={name} className="problem" role="alert">
              {messages.badTime(name, value)}
            </p>
          ))}
          {located === null ? (
            <p className="problem" role="alert">
              {messages.noScreen(globalThis.location.pathname)} <a href="/">Replay</a>
            </p>
          ) : (
            <ReplayPage
              address={located.address}
              settings={settings}
              change={change}
              onSettings={onSettings}
            />
          )}
        </FaultBoundary>
      </main>
      <Colophon settings={settings} onSettings={onSettings} />
    </>
  );
}
