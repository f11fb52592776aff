import type { Program, Track, Unknown } from '../core/program.js';
import type { Scope } from './expressions/scope.js';
import { compileChannels, compileRoutes } from './compile/channels.js';
import type { Compilation } from './compile/compilation.js';
import { eventNames, reportNames } from './compile/declared-names.js';
import { compileEndings, compileTrust } from './compile/endings.js';
import { compileActs, compileIncidents, compileRoutines } from './compile/events.js';
import {
  compileFrame,
  compilePlaces,
  compileRelays,
  compileSeats,
  compileSides,
} from './compile/frame.js';
import { compileLetters } from './compile/letters.js';
import { nameTable, SECTIONS } from './compile/names.js';
import { compileTracks, compileUnknowns } from './compile/tracks.js';
import { faultAt, type Fault } from './faults.js';
import { collectFaults, type Faults } from './reading/report.js';
import { readYaml, type Plain, type YamlFile } from './reading/yaml-file.js';
import { scenarioSchema, type ScenarioFile } from './schema/scenario-schema.js';
import { fitShape } from './schema/shape.js';

/** The files of a scenario's folder by name, with their content. */
export type ScenarioFiles = ReadonlyMap<string, string | Uint8Array>;

export type CompileResult =
  | { readonly type: 'compiled'; readonly program: Program }
  | { readonly type: 'faulty'; readonly faults: readonly Fault[] };

/**
 * Compiles the files of a scenario to a Program, or tells all their faults. `id` is the folder's
 * name.
 */
export function compileScenario(id: string, files: ScenarioFiles): CompileResult {
  const faults = collectFaults();
  const program = compileFiles(id, files, faults);
  const sorted = faults.sorted();
  if (sorted.length > 0 || program === null) return { type: 'faulty', faults: sorted };
  return { type: 'compiled', program };
}

const FILE_NAMES = {
  scenario: 'scenario.yaml',
  record: 'record.yaml',
  sources: 'sources.yaml',
} as const;

function compileFiles(id: string, files: ScenarioFiles, faults: Faults): Program | null {
  const scenario = readPart(files, FILE_NAMES.scenario, faults);
  const record = readPart(files, FILE_NAMES.record, faults);
  const sources = readPart(files, FILE_NAMES.sources, faults);
  if (!files.has(FILE_NAMES.scenario)) {
    const start = { line: 1, column: 1 };
    faults.add([faultAt(FILE_NAMES.scenario, start, 'missing-file', FILE_NAMES.scenario)]);
  }
  if (scenario === null) return null;
  const rows = fitShape(scenarioSchema, scenario, SCENARIO_STAND_INS, faults.report);
  if (rows === null) return null;
  return compileRows(id, rows, { scenario, record, sources }, faults);
}

/** What stands in for a missing field of the file itself, so that the rest can be checked. */
const SCENARIO_STAND_INS = {
  title: '',
  opens: '0000-01-01T00:00Z',
  closes: '0900-01-01T00:00Z',
  places: {},
  sides: {},
  seats: {},
};

function readPart(files: ScenarioFiles, name: string, faults: Faults): YamlFile | null {
  const content = files.get(name);
  if (content === undefined) return null;
  const result = readYaml(name, content);
  if (result.type === 'read') return result.file;
  faults.add(result.faults);
  return null;
}

interface Parts {
  readonly scenario: YamlFile;
  readonly record: YamlFile | null;
  readonly sources: YamlFile | null;
}

function compileRows(id: string, rows: ScenarioFile, parts: Parts, faults: Faults): Program {
  const { report } = faults;
  const file = parts.scenario.source;
  const declared = declaredNames(rows);
  const broken = brokenNames(parts.scenario, declared);
  const names = nameTable(declared, broken, report);
  const tracks = compileTracks(rows, file, report);
  const unknowns = compileUnknowns(rows, file, report);
  const c: Compilation = { report, names, scope: scopeOf(tracks, unknowns, broken) };
  const frame = compileFrame(c, rows, file);
  const seats = compileSeats(c, rows, file);
  const channels = compileChannels(c, rows, seats, file);
  const routes = compileRoutes(c, rows, file);
  const setting = {
    opens: frame.opens,
    ends: frame.aftermath ?? frame.closes,
    tracks,
    seats,
    channels,
  };
  const acts = compileActs(c, rows, setting, file);
  reportNames(declared, file, report);
  return {
    format: 'backchannel-program/1',
    id,
    title: rows.title,
    ...frame,
    names: eventNames(declared, [], file, report),
    places: compilePlaces(c, rows, file),
    sides: compileSides(rows),
    seats,
    relays: compileRelays(c, rows, file),
    tracks,
    unknowns,
    channels,
    routes,
    acts,
    incidents: compileIncidents(c, rows, setting, file),
    routines: compileRoutines(c, rows, setting, file),
    letters: compileLetters(c, rows, { seats, acts, channels, routes }, file),
    endings: compileEndings(c, rows, file),
    trust: compileTrust(c, rows, seats, file),
    entries: [],
    sources: [],
  };
}

type Declared = Readonly<Record<keyof typeof SECTIONS, readonly string[]>>;

function declaredNames(rows: ScenarioFile): Declared {
  const entries = Object.entries(SECTIONS).map(([kind, section]) => [
    kind,
    Object.keys(rows[section] ?? {}),
  ]);
  return Object.fromEntries(entries) as Declared;
}

/** Names of rows that did not fit the schema. */
function brokenNames({ value }: YamlFile, declared: Declared): ReadonlySet<string> {
  const written = value as Readonly<Record<string, Plain>>;
  const broken = new Set<string>();
  for (const [kind, section] of Object.entries(SECTIONS) as [keyof Declared, string][]) {
    const rows = written[section];
    if (typeof rows !== 'object' || rows === null) continue;
    for (const name of Object.keys(rows)) if (!declared[kind].includes(name)) broken.add(name);
  }
  return broken;
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
