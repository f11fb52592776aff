import type { DisputeEntry, ObligationEntry } from '../../../core/parts/record.js';
import { inside, type Spot } from '../../reading/source-file.js';
import type { DisputeRow, ObligationRow } from '../../schema/record-schema.js';
import { namesAt, optionalName } from '../names.js';
import { CAUSAL_GAP, compileBase } from './entries.js';
import { readingBy } from './legs.js';
import { entryAt, eventTimeAt, timeAt, type RecordContext } from './record-context.js';
import type { Slot } from './timeline.js';

/**
 * When an obligation begins: as recorded, else when a seat of a beneficiary reads the dispatch that
 * made it, else when that was sent.
 */
export function owedTime(rc: RecordContext, id: string, row: ObligationRow, spot: Spot): Slot {
  const madeIn = entryAt(rc, row.made_in, ['dispatch'], inside(spot, 'made_in'));
  const journey = rc.journeys.get(madeIn);
  const label = `${id} is owed`;
  if (row.owed !== undefined) {
    const owed = eventTimeAt(rc, row.owed, label, inside(spot, 'owed'));
    if (journey !== undefined) rc.timeline.order(journey.sent, owed, CAUSAL_GAP);
    return owed;
  }
  if (row.made_in === undefined) rc.report(spot, 'owed-when');
  const beneficiaries = row.beneficiaries.map((name) => rc.names.find('side', name));
  const readings = rc.seats.flatMap(({ side }, seat) =>
    beneficiaries.includes(side) ? [readingBy(journey, seat)] : [],
  );
  const first = readings
    .filter((reading) => reading !== null)
    .toSorted((a, b) => a.written.nominal - b.written.nominal)[0];
  const start = first ?? journey?.sent;
  if (start === undefined) {
    const anywhere = { earliest: rc.opens, latest: rc.ends, nominal: rc.opens };
    return rc.timeline.add({ ...anywhere, precision: 'interval' }, label, spot);
  }
  const owed = rc.timeline.estimate(start, { type: 'fixed', value: CAUSAL_GAP }, {}, label, spot);
  rc.timeline.order(start, owed, CAUSAL_GAP);
  return owed;
}

/** An obligation of the record with its stages in their known order (R2, R19). */
export function compileObligation(
  rc: RecordContext,
  id: string,
  row: ObligationRow,
  owed: Slot,
  spot: Spot,
): ObligationEntry {
  const at = (field: string) => inside(spot, field);
  const madeIn = rc.ids.get(row.made_in ?? '')?.index ?? -1;
  const beneficiaries = namesAt(
    rc.names,
    'side',
    row.beneficiaries,
    (i) => inside(spot, 'beneficiaries', i),
    rc.report,
  );
  if (row.beneficiaries.length === 0)
    rc.report(at('beneficiaries'), 'nobody-listed', 'beneficiaries');
  return {
    type: 'obligation',
    ...compileBase(rc, id, row, owed, [madeIn], spot),
    obligor: rc.names.at('side', row.obligor, at('obligor')),
    beneficiaries,
    text: row.text,
    act: optionalName(rc.names, 'act', row.do, at('do')),
    madeIn,
    condition: row.condition ?? '',
    due: row.due === undefined ? null : timeAt(rc, row.due, `${id} is due`, at('due')).time,
    ...compileStages(rc, id, row, owed, spot),
    verification: row.verification ?? '',
    status: row.status ?? '',
  };
}

type Stages = Pick<ObligationEntry, 'performed' | 'verified' | 'breached' | 'released'>;

/** What became of an obligation: each stage after it was owed, verification after performance. */
function compileStages(
  rc: RecordContext,
  id: string,
  row: ObligationRow,
  owed: Slot,
  spot: Spot,
): Stages {
  const stage = (name: keyof Stages, before: Slot | null): Slot | null => {
    const written = row[name];
    if (written === undefined) return null;
    const slot = eventTimeAt(rc, written, `${id} is ${name}`, inside(spot, name));
    rc.timeline.order(before ?? owed, slot, 0);
    return slot;
  };
  const performed = stage('performed', null);
  return {
    performed: performed?.time ?? null,
    verified: stage('verified', performed)?.time ?? null,
    breached: stage('breached', null)?.time ?? null,
    released: stage('released', null)?.time ?? null,
  };
}

/**
 * A dispute can open before the obligation that it is about: parties argue over what they will owe.
 */
export function compileDispute(
  rc: RecordContext,
  id: string,
  row: DisputeRow,
  opened: Slot,
  spot: Spot,
): DisputeEntry {
  const obligation = entryAt(rc, row.obligation, ['obligation'], inside(spot, 'obligation'));
  const closed =
    row.closed === undefined
      ? null
      : eventTimeAt(rc, row.closed, `${id} is closed`, inside(spot, 'closed'));
  if (closed !== null) rc.timeline.order(opened, closed, 0);
  return {
    type: 'dispute',
    ...compileBase(rc, id, row, opened, [], spot),
    parties: namesAt(rc.names, 'side', row.parties, (i) => inside(spot, 'parties', i), rc.report),
    about: row.about,
    obligation,
    issue: row.issue,
    positions: row.positions ?? [],
    closed: closed?.time ?? null,
    outcome: row.outcome ?? '',
  };
}
