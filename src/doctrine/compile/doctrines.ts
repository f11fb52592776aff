import type { Doctrine, Option } from '../../core/parts/doctrine.js';
import { nameHash } from '../../core/chance/name-hash.js';
import { routesAt } from '../../scenario/compile/channels.js';
import { durationAt, expressionAt, listOf, titleOf } from '../../scenario/compile/compilation.js';
import { NUMBER } from '../../scenario/expressions/scope.js';
import { keyOf, spotOf, type SourceFile, type Spot } from '../../scenario/reading/source-file.js';
import { isName } from '../../scenario/text/name-form.js';
import type { DoctrinesFile } from '../doctrines-schema.js';
import { compileBargaining } from './bargaining.js';
import { fieldOf, lineageOf, optionRows, type Lineage } from './lineage.js';
import { compileCalls, compileMeets } from './meetings.js';
import { compileOption, type OptionSetting } from './options.js';
import { compileParameters } from './parameters.js';
import { readableColumns } from './readable-columns.js';
import type { Setting } from './setting.js';

/** Bounds on one file, so that the cost of a meeting and of a check is bounded too (R10). */
const MOST_DOCTRINES = 200;
const MOST_OPTIONS = 100;

/** Names in the file whose rows did not fit its schema: of these nothing more is said. */
export type BrokenIn = (...path: string[]) => ReadonlySet<string>;

/** The doctrines of all seats, in the order of the file. */
export function compileSeatDoctrines(
  s: Setting,
  rows: DoctrinesFile,
  file: SourceFile,
  broken: BrokenIn,
): Doctrine[] {
  const doctrines: Doctrine[] = [];
  for (const [seatName, own] of Object.entries(rows.doctrines ?? {})) {
    const spot = spotOf(file, ['doctrines', seatName]);
    const seat = s.names.at('seat', seatName, keyOf(spot));
    if (s.program.seats[seat]?.observer) s.report(keyOf(spot), 'observer-acts', seatName);
    if (seat < 0) continue;
    const siblings = { seat: seatName, rows: own, broken: broken('doctrines', seatName) };
    for (const name of Object.keys(own)) {
      if (doctrines.length === MOST_DOCTRINES) {
        s.report(spot, 'too-many-rows', 'doctrines', MOST_DOCTRINES);
        return doctrines;
      }
      const at = spotOf(file, ['doctrines', seatName, name]);
      if (!isName(name)) s.report(keyOf(at), 'bad-name', name);
      const lineage = lineageOf(siblings, name, file, s.report);
      if (lineage === null) continue;
      const bad = new Set(
        lineage.flatMap(({ name: of }) => [...broken('doctrines', seatName, of, 'parameters')]),
      );
      doctrines.push(compileDoctrine(withScope(s, seat, bad), name, seat, lineage, at));
    }
  }
  return doctrines;
}

/** The setting with the names that expressions of one seat may use. */
function withScope(s: Setting, seat: number, broken: ReadonlySet<string>): Setting {
  const own = readableColumns(s.program, s.columns, seat);
  return { ...s, scope: { ...s.scope, own, broken } };
}

function compileDoctrine(
  s: Setting,
  name: string,
  seat: number,
  lineage: Lineage,
  spot: Spot,
): Doctrine {
  const parameters = compileParameters(s, lineage);
  const scope = {
    ...s.scope,
    parameters: new Map(parameters.map((one, index) => [one.name, index])),
  };
  const inScope: OptionSetting = { ...s, scope, seat, repliesBy: repliesBy(s, lineage) };
  const options = compileOptions(inScope, lineage, spot);
  return {
    name,
    title: fieldOf([lineage.at(-1)!], 'title')?.value ?? titleOf(name),
    seat,
    source: sourceOf(s, lineage, spot),
    ...compileMeets(s, lineage, spot),
    calls: compileCalls(s, seat, lineage),
    period: periodOf(s, lineage, spot),
    precision: precisionOf(inScope, lineage, spot),
    parameters,
    bargaining: compileBargaining(inScope, lineage, options, spot),
    options,
  };
}

function repliesBy(s: Setting, lineage: Lineage): readonly number[] | null {
  const written = fieldOf(lineage, 'replies_by');
  if (written === null) return null;
  const ways = listOf(written.value);
  if (ways.length === 0) s.report(written.spot, 'no-reply-way');
  return routesAt(s, ways, written.spot);
}

function compileOptions(s: OptionSetting, lineage: Lineage, spot: Spot): Option[] {
  const rows = optionRows(lineage, s.report);
  if (!rows.has('nothing')) s.report(keyOf(spot), 'no-nothing');
  if (rows.size > MOST_OPTIONS) s.report(spot, 'too-many-rows', 'options', MOST_OPTIONS);
  const hashes = new Map<number, string>();
  return [...rows].slice(0, MOST_OPTIONS).flatMap(([key, written]) => {
    const hash = nameHash(`option ${key}`);
    const twin = hashes.get(hash);
    if (twin !== undefined) s.report(keyOf(written.spot), 'name-collision', twin, key);
    hashes.set(hash, key);
    const option = compileOption(s, key, written);
    return option === null ? [] : [option];
  });
}

/** Where a doctrine's form and figures come from: its own word, or that of what it is like. */
function sourceOf(s: Setting, lineage: Lineage, spot: Spot): string {
  const written = fieldOf(lineage, 'source');
  if (written === null) {
    s.report(keyOf(spot), 'missing-field', 'source', 'where its form and figures come from');
  } else if (written.value.trim() === '') s.report(written.spot, 'empty-text', 'source');
  return written?.value ?? '';
}

function periodOf(s: Setting, lineage: Lineage, spot: Spot): number {
  const written = fieldOf(lineage, 'draws_last');
  if (written === null) {
    s.report(keyOf(spot), 'missing-field', 'draws_last', 'how long a draw lasts, as in 24h');
    return 1;
  }
  const period = durationAt(s, written.value, written.spot);
  if (period <= 0) s.report(written.spot, 'no-time', 'draws_last');
  return Math.max(1, period);
}

function precisionOf(s: OptionSetting, lineage: Lineage, spot: Spot): Doctrine['precision'] {
  const written = fieldOf(lineage, 'precision');
  if (written === null) {
    s.report(keyOf(spot), 'missing-field', 'precision', 'how much utility counts against chance');
    return { type: 'number', value: 1 };
  }
  const e = expressionAt(s, written.value, written.spot, NUMBER, 'doctrine');
  if (e.type === 'number' && e.value < 0) {
    s.report(written.spot, 'bad-amount', String(written.value), 0);
  }
  return e;
}
