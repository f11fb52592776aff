import type { Track, Unknown } from '../../core/parts/world.js';
import type { Program } from '../../core/program.js';
import type { Entry } from '../../core/parts/record.js';
import type { Scope } from '../expressions/scope.js';
import type { Report } from '../reading/report.js';
import type { Plain, YamlFile } from '../reading/yaml-file.js';
import { recordSchema } from '../schema/record-schema.js';
import { scenarioSchema, type ScenarioFile } from '../schema/scenario-schema.js';
import { fitShape } from '../schema/shape.js';
import { compileChannels, compileRoutes } from './channels.js';
import type { Compilation } from './compilation.js';
import { eventNames, reportCollisions, reportNames } from './declared-names.js';
import { compileEndings, compileMilestones, compileTrust } from './endings.js';
import { compileActs, compileIncidents, compileRoutines } from './events.js';
import { compileFrame, compilePlaces, compileRelays, compileSeats, compileSides } from './frame.js';
import { compileLetters } from './letters.js';
import { nameTable, SECTIONS, type Broken } from './names.js';
import { compileRecord, recordIds } from './record/compile-record.js';
import type { RecordSetting } from './record/record-context.js';
import { compileSources } from './sources.js';
import { compileTracks, compileUnknowns } from './tracks.js';

/** The files of a scenario as YAML values. */
export interface Parts {
  readonly scenario: YamlFile;
  readonly record: YamlFile | null;
  readonly sources: YamlFile | null;
}

/** What stands in for a missing field of the file itself, so that the rest can be checked. */
const STAND_INS = {
  title: '',
  opens: '0001-01-01T00:00Z',
  closes: '9999-12-31T00:00Z',
  places: {},
  sides: {},
  seats: {},
};

/**
 * Compiles the values of a scenario's files; what is at fault is reported and replaced by a
 * stand-in. Null where there is no more to check.
 */
export function compileProgram(id: string, parts: Parts, report: Report): Program | null {
  const rows = fitShape(scenarioSchema, parts.scenario, STAND_INS, report);
  if (rows === null) return null;
  const file = parts.scenario.source;
  const declared = declaredNames(rows);
  const broken = brokenNames(parts.scenario, declared);
  const sources = compileSources(parts.sources, report);
  const source = sources.map((one) => one.id);
  const names = nameTable({ ...declared, source }, broken, report);
  const tracks = compileTracks(rows, file, report);
  const unknowns = compileUnknowns(rows, file, report);
  const c: Compilation = { report, names, scope: scopeOf(tracks, unknowns, broken.names) };
  const frame = compileFrame(c, rows, file);
  const places = compilePlaces(c, rows, file);
  const seats = compileSeats(c, rows, file);
  const relays = compileRelays(c, rows, file);
  const channels = compileChannels(c, rows, seats, file);
  const routes = compileRoutes(c, rows, file);
  const ends = frame.aftermath ?? frame.closes;
  const setting = { opens: frame.opens, ends, tracks, unknowns, seats, channels };
  const acts = compileActs(c, rows, setting, file);
  const record = compileEntries(
    c,
    { ...frame, places, seats, relays, channels, acts, sources },
    parts.record,
  );
  reportNames(declared, file, report);
  const program: Program = {
    format: 'backchannel-program/1',
    id,
    title: rows.title,
    ...frame,
    names: eventNames(declared, record.ids),
    places,
    sides: compileSides(rows),
    seats,
    relays,
    tracks,
    unknowns,
    channels,
    routes,
    acts,
    incidents: compileIncidents(c, rows, setting, file),
    routines: compileRoutines(c, rows, setting, file),
    letters: compileLetters(c, rows, { seats, acts, channels, routes }, file),
    endings: compileEndings(c, rows, file),
    milestones: compileMilestones(c, rows, file),
    trust: compileTrust(c, rows, seats, file),
    entries: record.entries,
    sources,
    resolves: [],
    doctrines: [],
    lineup: { branchAt: null, doctrines: [] },
  };
  reportCollisions(program, file, report);
  return program;
}

type Declared = Readonly<Record<keyof typeof SECTIONS, readonly string[]>>;

function declaredNames(rows: ScenarioFile): Declared {
  const sections = Object.entries(SECTIONS) as [keyof Declared, keyof ScenarioFile][];
  const names = sections.map(([kind, section]) => [kind, Object.keys(rows[section] ?? {})]);
  return Object.fromEntries(names) as Declared;
}

/** Sections and rows that did not fit the schema. */
function brokenNames({ value }: YamlFile, declared: Declared): Broken {
  const sections = Object.entries(SECTIONS) as [keyof Declared, string][];
  const written = value as Readonly<Record<string, Plain>>;
  const kinds = sections.flatMap(([kind, section]) => {
    const sound = isMapping(written[section]) || (!(section in written) && !(section in STAND_INS));
    return sound ? [] : [kind];
  });
  const names = sections.flatMap(([kind, section]) =>
    keysIn(value, section).filter((name) => !declared[kind].includes(name)),
  );
  return { kinds: new Set(kinds), names: new Set(names) };
}

function isMapping(value: Plain | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysIn(value: Plain, section: string): string[] {
  const rows = (value as Readonly<Record<string, Plain>>)[section];
  return isMapping(rows) ? Object.keys(rows as object) : [];
}

function scopeOf(
  tracks: readonly Track[],
  unknowns: readonly Unknown[],
  broken: ReadonlySet<string>,
): Scope {
  return {
    tracks: new Map(tracks.map((track, index) => [track.name, { index, track }])),
    unknowns: new Map(unknowns.map(({ name }, index) => [name, index])),
    broken,
  };
}

/** The entries of the record, and the ids that its events go by. */
function compileEntries(
  c: Compilation,
  setting: RecordSetting,
  record: YamlFile | null,
): { readonly entries: readonly Entry[]; readonly ids: readonly string[] } {
  const rows = record === null ? null : fitShape(recordSchema, record, {}, c.report);
  if (record === null || rows === null) return { entries: [], ids: [] };
  const { entries: ids, learns } = recordIds(rows);
  const written = Object.keys(recordSchema.shape).flatMap((section) =>
    keysIn(record.value, section),
  );
  const broken = new Set(written.filter((id) => !ids.includes(id)));
  const entries = compileRecord(c, rows, setting, broken, record.source);
  return { entries, ids: [...ids, ...learns] };
}
