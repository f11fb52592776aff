import { Colophon } from '../shell/colophon.js';
import { messages } from '../shell/messages.js';
import type { RoomProps } from '../shell/settings.js';
import { useAddress } from '../shell/use-address.js';
import { ReplayKeys } from './replay-keys.js';
import { ReplayPage } from './replay-page.js';

/** The room of Replay: the screen that the address names, and what stands below it. */
export function ReplayRoom({ settings, onSettings }: RoomProps) {
  const { located, change } = useAddress();
  return (
    <>
      <main id="main" tabIndex={-1}>
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
      </main>
      <Colophon settings={settings} onSettings={onSettings}>
        <ReplayKeys settings={settings} onSettings={onSettings} />
        <p>
          Times are UTC (Z). Nothing to the right of the handle is shown. A time known only to the
          hour or the day carries a whisker; what may or may not have been known is marked possibly.
        </p>
      </Colophon>
    </>
  );
}
