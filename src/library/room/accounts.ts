import type { Claim, Disagreement } from '../../scenario/source-criticism.js';
import { citeViews } from './cites.js';
import { momentViews } from './moments.js';
import type { Room } from './room.js';
import type { AccountsView, ClaimView, DisagreementView } from './views.js';

/** All claims of all accounts with their verdicts, and all disagreements between sources. */
export function accountsView(room: Room): AccountsView {
  const { accounts, claims, disagreements } = room.material.criticism;
  return {
    scenario: room.material.scenario,
    accounts: accounts.map(({ id, title, source }) => ({ id, title, document: source })),
    claims: claims.map((claim) => claimView(claim, claim.at, room)),
    disagreements: disagreements.map((disagreement) => disagreementView(disagreement, room)),
  };
}

/** A claim as a page or a card shows it; `block` is the piece of that page it stands in. */
export function claimView(claim: Claim, block: string | null, room: Room): ClaimView {
  const { accounts, disagreements } = room.material.criticism;
  const account = accounts.find(({ id }) => id === claim.account);
  return {
    id: claim.id,
    account: {
      id: claim.account,
      title: account?.title ?? claim.account,
      document: account?.source ?? claim.account,
    },
    says: claim.says,
    block,
    verdict: claim.verdict,
    record: claim.record,
    cites: citeViews(claim.cites, room),
    moments: momentViews(claim.entries, room),
    disagreements: disagreements
      .filter(({ claims }) => claims.includes(claim.id))
      .map(({ id }) => id),
  };
}

/** A point on which sources do not agree. */
export function disagreementView(disagreement: Disagreement, room: Room): DisagreementView {
  const { id, topic, kind, positions, resolution, claims, entries } = disagreement;
  return {
    id,
    topic,
    kind,
    positions: positions.map(({ cites, says }) => ({ cites: citeViews(cites, room), says })),
    resolution,
    claims,
    moments: momentViews(entries, room),
  };
}
