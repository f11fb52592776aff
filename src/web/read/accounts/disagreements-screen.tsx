import { useEffect } from 'react';
import { useFetched } from '../../shell/use-fetched.js';
import { Problem } from '../../shell/problem.js';
import { fetchAccounts } from '../reading-api.js';
import { Disagreements } from './disagreements.js';

interface DisagreementsScreenProps {
  readonly scenario: string;
  readonly verdict: string;
  readonly onVerdict: (verdict: string) => void;
}

/** Fetches what the accounts claim and where sources disagree. */
export function DisagreementsScreen({ scenario, verdict, onVerdict }: DisagreementsScreenProps) {
  const fetched = useFetched(`accounts ${scenario}`, () => fetchAccounts(scenario));
  const title = fetched.type === 'ready' ? `${fetched.value.scenario.title}: sources disagree` : '';
  useEffect(() => {
    document.title = title === '' ? 'Backchannel' : `${title} · Backchannel`;
  }, [title]);
  return (
    <>
      <Problem fetched={fetched} />
      {fetched.type === 'loading' && <p className="loading">Fetching the accounts…</p>}
      {fetched.type === 'ready' && (
        <Disagreements view={fetched.value} verdict={verdict} onVerdict={onVerdict} />
      )}
    </>
  );
}
