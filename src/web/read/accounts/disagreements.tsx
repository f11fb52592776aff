import type { AccountsView, ClaimView } from '../../../protocol/reading.js';
import { counted } from '../counted.js';
import { messages } from '../messages.js';
import { documentAddress } from '../read-address.js';
import { ReadHeading } from '../read-heading.js';
import { ClaimCard } from './claim-card.js';
import { DisagreementCard } from './disagreement-card.js';
import { useAnchor } from '../use-anchor.js';
import { VerdictFilter } from './verdict-filter.js';
import { VERDICTS } from './verdict-word.js';

interface DisagreementsProps {
  readonly view: AccountsView;
  readonly verdict: string;
  readonly onVerdict: (verdict: string) => void;
}

/** The disagreements as record cards, and below them every claim of every account. */
export function Disagreements({ view, verdict, onVerdict }: DisagreementsProps) {
  const { scenario, claims, disagreements, accounts } = view;
  useAnchor();
  return (
    <div className="disagreements">
      <ReadHeading scenario={scenario} here="disagreements">
        {counted(disagreements.length, 'point')} on which the sources do not agree, and{' '}
        {counted(claims.length, 'claim')} of {counted(accounts.length, 'account')} with what the
        record makes of them.
      </ReadHeading>
      {disagreements.length > 0 && <Points view={view} />}
      {claims.length > 0 && (
        <section id="claims" tabIndex={-1} aria-labelledby="claims-title">
          <h2 id="claims-title">What the accounts claim</h2>
          <VerdictFilter claims={claims} verdict={verdict} onVerdict={onVerdict} />
          <Accounts view={view} claims={claimsWith(verdict, claims)} />
        </section>
      )}
      {disagreements.length + claims.length === 0 && <p>{messages.noAccounts}</p>}
    </div>
  );
}

function Points({ view }: Pick<DisagreementsProps, 'view'>) {
  const { scenario, claims, disagreements } = view;
  return (
    <section aria-labelledby="points-title">
      <h2 id="points-title">
        {counted(disagreements.length, 'disagreement')}{' '}
        {claims.length > 0 && (
          <a className="to-claims" href="#claims">
            {counted(claims.length, 'claim')} below
          </a>
        )}
      </h2>
      <div className="cards">
        {disagreements.map((disagreement) => (
          <DisagreementCard
            key={disagreement.id}
            scenario={scenario.id}
            disagreement={disagreement}
            claims={claims.filter(({ id }) => disagreement.claims.includes(id))}
          />
        ))}
      </div>
    </section>
  );
}

/** All of them where the word is no verdict. */
function claimsWith(verdict: string, claims: readonly ClaimView[]): readonly ClaimView[] {
  const known = VERDICTS.find((word) => word === verdict);
  return known === undefined ? claims : claims.filter((claim) => claim.verdict === known);
}

interface AccountsProps {
  readonly view: AccountsView;
  /** Those that are shown. */
  readonly claims: readonly ClaimView[];
}

function Accounts({ view, claims }: AccountsProps) {
  const { accounts, disagreements, scenario } = view;
  return (
    <>
      <p className="tally" role="status">
        {claims.length} of {counted(view.claims.length, 'claim')}
      </p>
      {accounts.map((account) => {
        const own = claims.filter((claim) => claim.account.id === account.id);
        return (
          <section key={account.id} aria-labelledby={`account-${account.id}`}>
            <h3 id={`account-${account.id}`}>
              <a href={documentAddress(scenario.id, account.document)}>{account.title}</a>{' '}
              <span className="count">{counted(own.length, 'claim')}</span>
            </h3>
            <div className="cards">
              {own.map((claim) => (
                <ClaimCard
                  key={claim.id}
                  scenario={scenario.id}
                  claim={claim}
                  disagreements={disagreements.filter(({ id }) => claim.disagreements.includes(id))}
                />
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}
