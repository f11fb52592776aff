import { Fragment, useEffect, useState } from 'react';
import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
import type { Address } from '../shell/address.js';
import {
  fetchPair,
  fetchReplay,
  fetchScenarios,
  historyParts,
  type HistoryAsked,
} from '../shell/api.js';
import { Problem } from '../shell/problem.js';
import type { Settings } from '../shell/settings.js';
import { queryText } from '../shell/simulated-query.js';
import { useFetched } from '../shell/use-fetched.js';
import { ReplayScreen } from './replay-screen.js';

interface ReplayPageProps {
  readonly address: Address;
  readonly settings: Settings;
  readonly change: (change: Partial<Address>) => void;
  readonly onSettings: (change: Partial<Settings>) => void;
}

/** Fetches the view that the address asks for, the truth where ghosts are wanted, and its pair. */
export function ReplayPage(props: ReplayPageProps) {
  const { as, ghosts } = props.address;
  const { asked, other } = historiesOf(props.address);
  const wantsTruth = ghosts && as !== 'truth';
  const listing = useFetched('scenarios', fetchScenarios);
  const view = useFetched(`${keyOf(asked)} ${as}`, () => fetchReplay(asked, as));
  const truth = useFetched(`${keyOf(asked)} truth ${wantsTruth}`, () =>
    wantsTruth ? fetchReplay(asked, 'truth') : null,
  );
  const pair = usePair(props.address, other);
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
      {other !== null && <Problem fetched={pair.companion} />}
      {shown === null ? (
        view.type === 'loading' && <p className="loading">Fetching the history…</p>
      ) : (
        <ReplayScreen
          {...props}
          view={shown}
          truth={wantsTruth && truth.type === 'ready' ? truth.value : null}
          scenarios={scenarios}
          companion={pair.companion.type === 'ready' ? pair.companion.value : null}
          pair={pair.told.type === 'ready' ? pair.told.value : null}
        />
      )}
    </>
  );
}

/** The history that is told, and the other one of its pair where it has one. */
function historiesOf({ scenario, mechanism, simulated, shown }: Address): {
  readonly asked: HistoryAsked;
  readonly other: HistoryAsked | null;
} {
  const asked = { scenario, mechanism, simulated };
  if (simulated === null || simulated.changes.length === 0) return { asked, other: null };
  const without = { ...asked, simulated: { ...simulated, changes: [] } };
  return shown === 'baseline' ? { asked: without, other: asked } : { asked, other: without };
}

function keyOf(asked: HistoryAsked): string {
  return `${asked.scenario} ${queryText(historyParts(asked))}`;
}

/** The other history of a pair from the same viewpoint, and where the two part. */
function usePair(address: Address, other: HistoryAsked | null) {
  const { scenario, simulated, as } = address;
  const both = { scenario, mechanism: null, simulated };
  const companion = useFetched(`${other === null ? '' : keyOf(other)} ${as}`, () =>
    other === null ? null : fetchReplay(other, as),
  );
  const told = useFetched(`pair ${other === null ? '' : keyOf(both)}`, () =>
    other === null ? null : fetchPair(both),
  );
  return { companion, told };
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

/** Where an address that leads nowhere can still lead: to the record of each crisis at hand. */
function WaysOut({ scenarios }: { readonly scenarios: readonly ScenarioListing[] }) {
  return scenarios.map(({ id, title }) => (
    <Fragment key={id}>
      {' '}
      <a href={`/replay/${encodeURIComponent(id)}`}>{title}</a>
    </Fragment>
  ));
}
