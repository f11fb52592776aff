import type { Entry } from '../../../core/parts/record.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../../reading/source-file.js';
import type { EntryRow, RecordFile } from '../../schema/record-schema.js';
import { isId } from '../../text/name-form.js';
import type { Compilation } from '../compilation.js';
import { addressees } from '../letters.js';
import { compileDispute, compileObligation, owedTime } from './bargains.js';
import {
  compileDecision,
  compileDispatch,
  compileIncidentEntry,
  compilePosture,
} from './entries.js';
import { compileJourney } from './legs.js';
import {
  ENTRY_SECTIONS,
  eventTimeAt,
  type EntryKind,
  type RecordContext,
  type RecordSetting,
} from './record-context.js';
import { timeline, type Slot } from './timeline.js';

/**
 * Compiles the record to entries in the order of their ids, with every time placed (R2). Times come
 * first, because entries refer to each other's.
 */
export function compileRecord(
  c: Compilation,
  rows: RecordFile,
  setting: RecordSetting,
  brokenIds: ReadonlySet<string>,
  file: SourceFile,
): Entry[] {
  const rc = recordContext(c, rows, setting, brokenIds);
  reportIds(rc, rows, file);
  const recipients = compileJourneys(rc, rows, file);
  compileTimes(rc, rows, file);
  const entries = compileEntries(rc, rows, recipients, file);
  rc.timeline.settle(c.report);
  return entries;
}

/** Ids of the record: entries in their order, then those of what was learned. */
export function recordIds(rows: RecordFile): {
  readonly entries: string[];
  readonly learns: string[];
} {
  const sections = Object.values(rows).filter((section) => section !== undefined);
  const all: EntryRow[] = sections.flatMap((section) => Object.values<EntryRow>(section));
  return {
    entries: sections.flatMap((section) => Object.keys(section)).toSorted(),
    learns: all.flatMap((row) => (row.learn ?? []).flatMap(({ id }) => id ?? [])),
  };
}

function recordContext(
  c: Compilation,
  rows: RecordFile,
  setting: RecordSetting,
  brokenIds: ReadonlySet<string>,
): RecordContext {
  const kinds = new Map<string, EntryKind>();
  for (const [section, kind] of Object.entries(ENTRY_SECTIONS)) {
    for (const id of Object.keys(rows[section as keyof RecordFile] ?? {})) kinds.set(id, kind);
  }
  const order = [...kinds.keys()].toSorted();
  const ends = setting.aftermath ?? setting.closes;
  return {
    ...c,
    ...setting,
    ends,
    timeline: timeline(setting.opens, ends),
    zones: new Map(setting.places.map(({ name, zone }) => [name, zone])),
    ids: new Map(order.map((id, index) => [id, { index, kind: kinds.get(id)! }])),
    brokenIds,
    journeys: new Map(),
    times: new Map(),
  };
}

/** Ids are unlike names, and each stands once in the whole record. */
function reportIds(rc: RecordContext, rows: RecordFile, file: SourceFile): void {
  const seen = new Set<string>();
  for (const [section, entries] of Object.entries(rows)) {
    for (const [id, row] of Object.entries(entries ?? {})) {
      const spot = spotOf(file, [section, id]);
      if (!isId(id)) rc.report(keyOf(spot), 'bad-id', id);
      if (seen.has(id)) rc.report(keyOf(spot), 'duplicate-id', id);
      seen.add(id);
      for (const [i, learn] of (row.learn ?? []).entries()) {
        if (learn.id === undefined) continue;
        const at = inside(spot, 'learn', i, 'id');
        if (!isId(learn.id)) rc.report(at, 'bad-id', learn.id);
        if (seen.has(learn.id)) rc.report(at, 'duplicate-id', learn.id);
        seen.add(learn.id);
      }
    }
  }
}

/** Fills in the journeys of all dispatches; the result is whom each goes to. */
function compileJourneys(rc: RecordContext, rows: RecordFile, file: SourceFile) {
  const recipients = new Map<string, number[]>();
  for (const [id, row] of Object.entries(rows.dispatches ?? {})) {
    const index = rc.ids.get(id)!.index;
    const spot = spotOf(file, ['dispatches', id]);
    const from = rc.names.at('seat', row.from, inside(spot, 'from'));
    const to = addressees(rc, row.to, from, row.from, inside(spot, 'to'));
    const journey = compileJourney(rc, id, row, from, to, file);
    recipients.set(id, to);
    rc.journeys.set(index, journey);
    rc.times.set(index, journey.sent);
  }
  return recipients;
}

/** Fills in the times of all other entries. */
function compileTimes(rc: RecordContext, rows: RecordFile, file: SourceFile): void {
  const put = (id: string, slot: Slot) => rc.times.set(rc.ids.get(id)!.index, slot);
  for (const section of ['incidents', 'decisions', 'postures'] as const) {
    for (const [id, { at }] of Object.entries(rows[section] ?? {})) {
      put(id, eventTimeAt(rc, at, `${id} happens`, spotOf(file, [section, id, 'at'])));
    }
  }
  for (const [id, row] of Object.entries(rows.obligations ?? {})) {
    put(id, owedTime(rc, id, row, spotOf(file, ['obligations', id])));
  }
  for (const [id, { opened }] of Object.entries(rows.disputes ?? {})) {
    put(id, eventTimeAt(rc, opened, `${id} is opened`, spotOf(file, ['disputes', id, 'opened'])));
  }
}

type Section = keyof RecordFile;
type RowOf<S extends Section> = NonNullable<RecordFile[S]>[string];

function compileEntries(
  rc: RecordContext,
  rows: RecordFile,
  recipients: ReadonlyMap<string, number[]>,
  file: SourceFile,
): Entry[] {
  const entries: Entry[] = [];
  const each = <S extends Section>(
    section: S,
    compile: (id: string, row: RowOf<S>, slot: Slot, spot: Spot) => Entry,
  ) => {
    for (const [id, row] of Object.entries(rows[section] ?? {}) as [string, RowOf<S>][]) {
      const { index } = rc.ids.get(id)!;
      entries[index] = compile(id, row, rc.times.get(index)!, spotOf(file, [section, id]));
    }
  };
  each('dispatches', (id, row, slot, spot) =>
    compileDispatch(rc, id, row, recipients.get(id)!, slot, spot),
  );
  each('incidents', (...of) => compileIncidentEntry(rc, ...of));
  each('decisions', (...of) => compileDecision(rc, ...of));
  each('postures', (...of) => compilePosture(rc, ...of));
  each('obligations', (...of) => compileObligation(rc, ...of));
  each('disputes', (...of) => compileDispute(rc, ...of));
  return entries;
}
