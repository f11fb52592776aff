import { useState } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import type { Address } from '../shell/address.js';
import { fetchReplay, fetchScenarios, type Fetched } from '../shell/api.js';
import type { Settings } from '../shell/settings.js';
import { useFetched } from '../shell/use-fetched.js';
import { ReplayScreen } from './replay-screen.js';

interface ReplayPageProps {
  readonly address: Address;
  readonly settings: Settings;
  readonly change: (change: Partial<Address>) => void;
  readonly onSettings: (change: Partial<Settings>) => void;
}

/** Fetches the view that the address asks for, and the truth where ghosts are wanted. */
export function ReplayPage(props: ReplayPageProps) {
  const { scenario, as, mechanism, ghosts } = props.address;
  const history = `${scenario} ${mechanism ?? ''}`;
  const wantsTruth = ghosts && as !== 'truth';
  const listing = useFetched('scenarios', fetchScenarios);
  const view = useFetched(`${history} ${as}`, () => fetchReplay(scenario, as, mechanism));
  const truth = useFetched(`${history} truth ${wantsTruth}`, () =>
    wantsTruth ? fetchReplay(scenario, 'truth', mechanism) : null,
  );
  const [last, setLast] = useState<ReplayView | null>(null);
  if (view.type === 'ready' && view.value !== last) setLast(view.value);
  const shown = view.type === 'ready' ? view.value : emptied(last, props.address);
  return (
    <>
      <Problem fetched={view} />
      {listing.type === 'failed' && <Problem fetched={listing} />}
      {wantsTruth && <Problem fetched={truth} />}
      {shown === null ? (
        view.type === 'loading' && <p className="loading">Fetching the record…</p>
      ) : (
        <ReplayScreen
          {...props}
          view={shown}
          truth={wantsTruth && truth.type === 'ready' ? truth.value : null}
          scenario={
            listing.type === 'ready'
              ? (listing.value.find(({ id }) => id === scenario) ?? null)
              : null
          }
        />
      )}
    </>
  );
}

/** The stage without what is on it: what is public of a scenario, while a view is fetched. */
function emptied(view: ReplayView | null, { scenario, as }: Address): ReplayView | null {
  if (view === null || view.scenario.id !== scenario) return null;
  return {
    ...view,
    as,
    letters: [],
    marks: [],
    reports: [],
    obligations: [],
    disputes: [],
    readings: [],
    judgements: [],
    ending: null,
    sources: [],
  };
}

function Problem({ fetched }: { readonly fetched: Fetched<unknown> }) {
  if (fetched.type !== 'failed') return null;
  return (
    <p className="problem" role="alert">
      {fetched.message}{' '}
      <button type="button" onClick={fetched.again}>
        Try again
      </button>
    </p>
  );
}
