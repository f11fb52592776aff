import { useFetched } from '../../shell/use-fetched.js';
import { Problem } from '../problem.js';
import { fetchAccounts } from '../reading-api.js';

interface DisagreementsScreenProps {
  readonly scenario: string;
  readonly verdict: string;
  readonly onVerdict: (verdict: string) => void;
}

/** Sources disagree: the points on which they do, and what each account claims. */
export function DisagreementsScreen({ scenario }: DisagreementsScreenProps) {
  const accounts = useFetched(`accounts ${scenario}`, () => fetchAccounts(scenario));
  return (
    <>
      <Problem fetched={accounts} />
      {accounts.type === 'ready' && <h1>{accounts.value.scenario.title}: sources disagree</h1>}
    </>
  );
}
