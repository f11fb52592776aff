import type { Lineup } from '../core/parts/doctrine.js';
import type { Program } from '../core/program.js';
import { instantAt } from '../scenario/compile/compilation.js';
import {
  compileScenario,
  readPart,
  type CompileResult,
  type ScenarioFiles,
} from '../scenario/compile.js';
import { collectFaults, type Report } from '../scenario/reading/report.js';
import { keyOf, spotOf, type SourceFile } from '../scenario/reading/source-file.js';
import { readYaml, type Plain, type YamlFile } from '../scenario/reading/yaml-file.js';
import { fitShape } from '../scenario/schema/shape.js';
import { compileSeatDoctrines, type BrokenIn } from './compile/doctrines.js';
import { compileResolves } from './compile/resolves.js';
import { indexIn, settingOf, type Setting } from './compile/setting.js';
import { doctrinesSchema, type DoctrinesFile } from './doctrines-schema.js';

/**
 * Compiles a scenario with its doctrines: what `compileScenario` does, and what `doctrines.yaml`
 * says besides. `read` is as there.
 */
export function compileWithDoctrines(
  id: string,
  files: ScenarioFiles,
  read: typeof readYaml = readYaml,
): CompileResult {
  const result = compileScenario(id, files, read);
  return result.type === 'compiled' ? compileDoctrines(result.program, files, read) : result;
}

/**
 * A Program with the doctrines of the scenario's files (`doctrines.yaml`; without it the Program as
 * it is), or all faults of that file in the order of their places.
 */
export function compileDoctrines(
  program: Program,
  files: ScenarioFiles,
  read: typeof readYaml = readYaml,
): CompileResult {
  const faults = collectFaults();
  const file = readPart('doctrines.yaml', files.get('doctrines.yaml'), read, faults);
  const compiled = file === null ? program : compileFile(program, file, faults.report);
  const sorted = faults.sorted();
  if (sorted.length > 0) return { type: 'faulty', faults: sorted };
  return { type: 'compiled', program: compiled };
}

function compileFile(program: Program, file: YamlFile, report: Report): Program {
  const rows = fitShape(doctrinesSchema, file, {}, report);
  if (rows === null) return program;
  const broken = brokenIn(file.value, rows);
  const resolves = compileResolves(settingOf(program, report), rows, file.source);
  // What a seat can read of itself depends on which resolves there are.
  const s = settingOf({ ...program, resolves }, report);
  const doctrines = compileSeatDoctrines(s, rows, file.source, broken);
  const withDoctrines = { ...program, resolves, doctrines };
  const lineup = compileLineup({ ...s, program: withDoctrines }, rows, file.source, broken);
  return { ...withDoctrines, lineup };
}

/** What stands under a path of the file, but not among the rows that fit its schema. */
function brokenIn(written: Plain, rows: DoctrinesFile): BrokenIn {
  const keysAt = (value: unknown, path: readonly string[]): string[] => {
    let found: unknown = value;
    for (const step of path) {
      found = isMapping(found) && Object.hasOwn(found, step) ? found[step] : undefined;
    }
    return isMapping(found) ? Object.keys(found) : [];
  };
  return (...path) => {
    const sound = new Set(keysAt(rows, path));
    return new Set(keysAt(written, path).filter((key) => !sound.has(key)));
  };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Who plays what where a simulation does not say; a seat has at most one doctrine. */
function compileLineup(
  s: Setting,
  { lineup, doctrines: rows = {} }: DoctrinesFile,
  file: SourceFile,
  broken: BrokenIn,
): Lineup {
  if (lineup === undefined) return { branchAt: null, doctrines: [] };
  const { opens, closes, doctrines } = s.program;
  const from = spotOf(file, ['lineup', 'from']);
  const branchAt = lineup.from === undefined ? null : instantAt(s, lineup.from, from);
  if (branchAt !== null && (branchAt < opens || branchAt > closes)) {
    s.report(from, 'outside-time', 'the record is left');
  }
  const played = Object.entries(lineup.seats).flatMap(([seatName, name]) => {
    const spot = spotOf(file, ['lineup', 'seats', seatName]);
    const seat = s.names.at('seat', seatName, keyOf(spot));
    if (seat < 0 || broken('doctrines').has(seatName)) return [];
    if (broken('doctrines', seatName).has(name)) return [];
    indexIn(s, `doctrine of ${seatName}`, name, Object.keys(rows[seatName] ?? {}), spot);
    const found = doctrines.findIndex((one) => one.seat === seat && one.name === name);
    return found < 0 ? [] : [found];
  });
  return { branchAt, doctrines: played };
}
