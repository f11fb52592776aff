import { stringify } from 'csv-stringify/sync';
import { formatInstant } from '../core/time/instant.js';
import type { ShelfEntry } from '../library/room/views.js';
import type { SourceCriticism } from '../scenario/source-criticism.js';

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Rows as CSV in UTF-8 with a line of names (RFC 4180, with `\n`); null is an empty cell. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  return stringify([...rows], { header: true, columns: [...columns], escape_formulas: true });
}

export const DOCUMENT_COLUMNS = [
  'id',
  'collection',
  'kind',
  'number',
  'title',
  'from',
  'to',
  'place',
  'date',
  'date_earliest',
  'date_latest',
  'date_flag',
  'text',
  'open',
  'custody',
  'claims',
  'entries',
  'gist',
] as const;

/** One row for a document as the shelf shows it; times ISO 8601, UTC. */
export function documentRow(entry: ShelfEntry): Row {
  const { date } = entry;
  return {
    id: entry.id,
    collection: entry.collection,
    kind: entry.kind,
    number: entry.number,
    title: entry.title,
    from: listed(entry.from),
    to: listed(entry.to),
    place: entry.place,
    date: date?.text ?? null,
    date_earliest: date === null ? null : formatInstant(date.earliest),
    date_latest: date === null ? null : formatInstant(date.latest),
    date_flag: date?.flag ?? null,
    text: entry.text,
    open: entry.open?.text ?? null,
    custody: entry.custody,
    claims: entry.claims,
    entries: listed(entry.entries),
    gist: entry.gist,
  };
}

export const CLAIM_COLUMNS = [
  'id',
  'account',
  'source',
  'at',
  'says',
  'verdict',
  'record',
  'cites',
  'entries',
  'disagreements',
] as const;

/** One row for each claim, in the order of the scenario. */
export function claimRows({ accounts, claims, disagreements }: SourceCriticism): readonly Row[] {
  return claims.map(({ id, account, at, says, verdict, record, cites, entries }) => ({
    id,
    account,
    at,
    says,
    verdict,
    record,
    source: accounts.find((other) => other.id === account)?.source ?? null,
    cites: listed(cites),
    entries: listed(entries),
    disagreements: listed(
      disagreements.filter(({ claims }) => claims.includes(id)).map((other) => other.id),
    ),
  }));
}

export const POSITION_COLUMNS = [
  'id',
  'topic',
  'kind',
  'position',
  'says',
  'cites',
  'resolution',
  'claims',
  'entries',
] as const;

/** One row for each position in each disagreement, numbered from 1. */
export function positionRows({ disagreements }: SourceCriticism): readonly Row[] {
  return disagreements.flatMap(({ id, topic, kind, positions, resolution, claims, entries }) =>
    positions.map(({ cites, says }, i) => ({
      id,
      topic,
      kind,
      position: i + 1,
      says,
      resolution,
      cites: listed(cites),
      claims: listed(claims),
      entries: listed(entries),
    })),
  );
}

/** A list in one cell. */
function listed(items: readonly string[]): string {
  return items.join('; ');
}
