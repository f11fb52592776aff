import type { z } from 'zod';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../../reading/source-file.js';
import type {
  AccountRow,
  accountsSchema,
  ClaimRow,
  DisagreementRow,
} from '../../schema/accounts-schema.js';
import type { Account, Claim, Disagreement } from '../../source-criticism.js';
import { isId } from '../../text/name-form.js';
import {
  eachKnown,
  isEntry,
  isKnown,
  someCitesAt,
  type CriticismContext,
} from './criticism-context.js';

type AccountsFile = z.infer<typeof accountsSchema>;

/** What the accounts of a scenario claim, and where its sources do not agree. */
export function compileAccounts(
  c: CriticismContext,
  rows: AccountsFile,
  file: SourceFile,
): { accounts: Account[]; claims: Claim[]; disagreements: Disagreement[] } {
  reportIds(c, rows, file);
  const { accounts = {}, claims = {}, disagreements = {} } = rows;
  const at = (section: keyof AccountsFile, id: string) => spotOf(file, [section, id]);
  return {
    accounts: Object.entries(accounts).map(([id, row]) =>
      compileAccount(c, id, row, at('accounts', id)),
    ),
    claims: Object.entries(claims).map(([id, row]) => compileClaim(c, id, row, at('claims', id))),
    disagreements: Object.entries(disagreements).map(([id, row]) =>
      compileDisagreement(c, id, row, at('disagreements', id)),
    ),
  };
}

/** Each id has the form of one, and is that of one thing of the record and the accounts. */
function reportIds(c: CriticismContext, rows: AccountsFile, file: SourceFile): void {
  const seen = new Set(c.entries.keys());
  for (const [section, entries] of Object.entries(rows)) {
    for (const id of Object.keys(entries ?? {})) {
      const spot = keyOf(spotOf(file, [section, id]));
      if (!isId(id)) c.report(spot, 'bad-id', id);
      if (seen.has(id)) c.report(spot, 'duplicate-id', id);
      seen.add(id);
    }
  }
}

function compileAccount(c: CriticismContext, id: string, row: AccountRow, spot: Spot): Account {
  isKnown(c, 'source', row.source, inside(spot, 'source'));
  return { id, title: row.title, source: row.source };
}

/** A block or a note of a text, as the library numbers them. */
const PIECE = /^(?:p[1-9]\d*|fn\d+)$/;

function compileClaim(c: CriticismContext, id: string, row: ClaimRow, spot: Spot): Claim {
  const { account, says, at = null, verdict, record } = row;
  isKnown(c, 'account', account, inside(spot, 'account'));
  if (at !== null && !PIECE.test(at)) c.report(inside(spot, 'at'), 'bad-piece', at);
  const cites = someCitesAt(c, row.cites, inside(spot, 'cites'));
  return { id, account, says, at, verdict, record, cites, entries: entriesAt(c, row, spot) };
}

function compileDisagreement(
  c: CriticismContext,
  id: string,
  row: DisagreementRow,
  spot: Spot,
): Disagreement {
  const { topic, kind, resolution } = row;
  if (row.positions.length < 2) c.report(inside(spot, 'positions'), 'few-positions');
  const positions = row.positions.map(({ cites, says }, i) => ({
    cites: someCitesAt(c, cites, inside(spot, 'positions', i, 'cites')),
    says,
  }));
  const isClaim = (name: string, at: Spot) => isKnown(c, 'claim', name, at);
  const claims = eachKnown(c, row.claims, isClaim, inside(spot, 'claims'));
  return { id, topic, kind, positions, resolution, claims, entries: entriesAt(c, row, spot) };
}

function entriesAt(
  c: CriticismContext,
  { entries }: { readonly entries?: readonly string[] | undefined },
  spot: Spot,
): string[] {
  return eachKnown(c, entries, (id, at) => isEntry(c, id, at), inside(spot, 'entries'));
}
