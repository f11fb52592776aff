import { Colophon } from '../shell/colophon.js';
import { fetchScenarios } from '../shell/api.js';
import type { RoomProps } from '../shell/settings.js';
import { useFetched } from '../shell/use-fetched.js';
import '../style/shelf.css';
import '../style/simulate.css';
import { messages } from './messages.js';
import { Laboratory } from './laboratory.js';
import { useSimulateAddress } from './use-simulate-address.js';

/** The room of Simulate: the laboratory of the crisis that the address names. */
export function SimulateRoom({ settings, onSettings }: RoomProps) {
  const { address, change } = useSimulateAddress();
  return (
    <>
      <main id="main" tabIndex={-1}>
        {address === null ? <NoScreen /> : <Laboratory address={address} change={change} />}
      </main>
      <Colophon settings={settings} onSettings={onSettings}>
        <Crises here={address?.scenario ?? null} />
        <p>
          Every share is a frequency under this scenario’s assumptions, with its interval and the
          number of histories. The same seed gives the same histories on every machine.
        </p>
      </Colophon>
    </>
  );
}

function NoScreen() {
  return (
    <div className="problem" role="alert">
      <p>{messages.noScreen(globalThis.location.pathname)}</p>
      <Crises here={null} />
    </div>
  );
}

/** The other crises that can be simulated. */
function Crises({ here }: { readonly here: string | null }) {
  const fetched = useFetched('scenarios', fetchScenarios);
  if (fetched.type !== 'ready') return null;
  const others = fetched.value.filter(({ id }) => id !== here);
  if (others.length === 0) return null;
  return (
    <nav className="other-shelves" aria-label="Other crises">
      <ul>
        {others.map(({ id, title }) => (
          <li key={id}>
            <a href={`/simulate/${encodeURIComponent(id)}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
