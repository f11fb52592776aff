import { Fragment, useEffect, useState, type ReactNode } from 'react';
import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
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
  const scenarios = listing.type === 'ready' ? listing.value : [];
  const [last, setLast] = useState<ReplayView | null>(null);
  if (view.type === 'ready' && view.value !== last) setLast(view.value);
  const shown = view.type === 'ready' ? view.value : emptied(last, props.address);
  const title = shown === null ? '' : `${shown.scenario.title}: ${shown.history.title} · `;
  useEffect(() => {
    document.title = `${title}Backchannel`;
  }, [title]);
  return (
    <>
      <Problem fetched={view}>{shown === null && <WaysOut scenarios={scenarios} />}</Problem>
      {listing.type === 'failed' && <Problem fetched={listing} />}
      {wantsTruth && <Problem fetched={truth} />}
      {shown === null ? (
        view.type === 'loading' && <p className="loading">Fetching the record…</p>
      ) : (
        <ReplayScreen
          {...props}
          view={shown}
          truth={wantsTruth && truth.type === 'ready' ? truth.value : null}
          scenarios={scenarios}
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

interface ProblemProps {
  readonly fetched: Fetched<unknown>;
  readonly children?: ReactNode;
}

function Problem({ fetched, children }: ProblemProps) {
  if (fetched.type !== 'failed') return null;
  return (
    <p className="problem" role="alert">
      {fetched.message}{' '}
      <button type="button" onClick={fetched.again}>
        Try again
      </button>
      {children}
    </p>
  );
}

/** Where an address that leads nowhere can still lead: to the record of each crisis at hand. */
function WaysOut({ scenarios }: { readonly scenarios: readonly ScenarioListing[] }) {
  return scenarios.map(({ id, title }) => (
    <Fragment key={id}>
      {' '}
      <a href={`/replay/${encodeURIComponent(id)}`}>{title}</a>
    </Fragment>
  ));
}
