import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Environment } from '@marcbachmann/cel-js';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { exactExp } from '../../core/chance/exact-exp.js';
import { exactLog } from '../../core/chance/exact-log.js';
import type { Program } from '../../core/program.js';
import {
  BUILTINS,
  clamp,
  compileExpression,
  greater,
  lesser,
  valuesOf,
  type Values,
} from '../../core/world/expression.js';
import { compileScenario, type ScenarioFiles } from '../compile.js';
import { faultMessage } from '../faults.js';
import { readScenarioFolder } from '../folder.js';
import { generator } from '../fuzz/mutants.js';
import { generateExpression } from '../generated-expression.js';
import { boundsOf } from './bounds.js';
import { compileText } from './compile-expression.js';
import { rewriteLiterals } from './literals.js';
import { NUMBER, TRUTH, typeOfTrack, type Place, type Scope, type ValueType } from './scope.js';
import type { ReportAt } from './translate.js';

const SCENARIOS = fileURLToPath(new URL('../../../scenarios', import.meta.url));
const ROWS = 200;
const SEED = 19_621_027;

interface Written {
  readonly text: string;
  readonly place: Place;
  readonly wanted: ValueType;
}

interface Case {
  readonly name: string;
  readonly program: Program;
  readonly written: readonly Written[];
}

const FIELDS: Readonly<Record<string, readonly [Place, ValueType]>> = {
  when: ['guard', TRUTH],
  done_when: ['guard', TRUTH],
  may: ['may', TRUTH],
  rate: ['rate', NUMBER],
  runs_away: ['rate', NUMBER],
};

/** Constructs that no shipped scenario may happen to use, over the tracks of two-banks. */
const CONSTRUCTS: readonly Written[] = [
  ...[
    'log(contact + 0.001) / exp(-anger) - -cannon',
    'min(contact, anger, 0.5) + max(1, cannon, 2, 3) * clamp(anger - contact, -0.25, 1/3)',
    'cannon / (cannon - 2) * 0 + 1h30min / 1d + 2.5e-3',
    'kappa / day * 7d + 3/w',
  ].map((text) => ({ text, place: 'effect' as const, wanted: NUMBER })),
  ...[
    'bridge == "open" || !(cannon <= 2) && "closed" != bridge',
    '(bridge == "watched") == (cannon >= 3)',
    '(anger > contact ? true : cannon < 1) && 1 < 2',
  ].map((text) => ({ text, place: 'guard' as const, wanted: TRUTH })),
  {
    text: 'cannon > 2 ? bridge : anger > 0.5 ? "closed" : "watched"',
    place: 'effect',
    wanted: { type: 'level', levels: ['open', 'watched', 'closed'] },
  },
];

const cases: Case[] = [];
for (const name of readdirSync(SCENARIOS)) {
  if (!existsSync(`${SCENARIOS}/${name}/scenario.yaml`)) continue;
  const folder = await readScenarioFolder(`${SCENARIOS}/${name}`);
  if (folder.type === 'files') cases.push(caseOf(name, folder.files));
}

test.each(cases)(
  'R10: closures, generated code and cel-js agree to the bit on every expression of $name, within bounds',
  ({ program, written }) => {
    const scope = scopeOf(program);
    const environment = oracle(program);
    const random = generator(SEED);
    const rows = Array.from({ length: ROWS }, () => randomRow(program, random));
    expect(written.length).toBeGreaterThan(9);
    for (const { text, place, wanted } of written) {
      const tree = compileText(text, wanted, place, scope, refuse);
      const closure = compileExpression(tree!);
      const generated = generateExpression(tree!);
      const rewritten = rewriteLiterals(text);
      if (rewritten.type !== 'rewritten') throw new Error(text);
      const parsed = environment.parse(rewritten.rewritten.text);
      expect(parsed.check().valid, text).toBe(true);
      const { low, high } = boundsOf(tree!, {
        tracks: program.tracks,
        unknowns: program.unknowns.map(() => ({ prior: { type: 'uniform', low: 0, high: 1 } })),
      });
      for (const row of rows) {
        // Adding 0 makes of −0 the 0 that R8 wants.
        const expected = asNumber(parsed(contextOf(program, row)), wanted) + 0;
        expect(closure(row) + 0, text).toBe(expected);
        expect(generated(row) + 0, text).toBe(expected);
        expect(expected < low || expected > high, `${text} gives ${expected}`).toBe(false);
      }
    }
  },
  60_000,
);

const refuse: ReportAt = (at, code, ...details) => {
  throw new Error(`${at}: ${faultMessage(code, ...details)}`);
};

function caseOf(name: string, files: ScenarioFiles): Case {
  const result = compileScenario(name, files);
  if (result.type === 'faulty') throw new Error(`${name} has faults`);
  const parts = [...files].map(([file, content]) => {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return [file, parseDocument(text).toJS()] as const;
  });
  const written = parts.flatMap(([file, value]) =>
    file === 'sources.yaml' || file === 'doctrines.yaml'
      ? []
      : expressionsIn(value, result.program),
  );
  if (name === 'two-banks') written.push(...CONSTRUCTS);
  return { name, program: result.program, written };
}

type Scalar = string | number | boolean;
type Row = Readonly<Record<string, Scalar>> & { readonly set?: Readonly<Record<string, Scalar>> };

/** Every expression of a file, found by the names of the fields that hold one. */
function expressionsIn(
  file: Readonly<Record<string, Readonly<Record<string, Row | Scalar>>>>,
  program: Program,
): Written[] {
  return Object.entries(file).flatMap(([section, rows]) =>
    typeof rows === 'object'
      ? Object.values(rows).flatMap((row) => expressionsOfRow(section, row, program))
      : [],
  );
}

function expressionsOfRow(section: string, row: Row | Scalar, program: Program): Written[] {
  const bare = typeof row === 'object' ? null : String(row);
  if (section === 'values') return [{ text: bare ?? '', place: 'value', wanted: NUMBER }];
  if (section === 'endings' || section === 'milestones') {
    const text = typeof row === 'object' ? String(row['when']) : String(row);
    return [{ text, place: section === 'endings' ? 'ending' : 'milestone', wanted: TRUTH }];
  }
  return typeof row === 'object' ? expressionsOfFields(row, program) : [];
}

function expressionsOfFields(row: Row, program: Program): Written[] {
  const plain = Object.entries(FIELDS).flatMap(([field, [place, wanted]]) => {
    const value = row[field];
    return value === undefined ? [] : [{ text: String(value), place, wanted }];
  });
  const effects = Object.entries(row.set ?? {}).flatMap(([name, value]) => {
    const track = program.tracks.find((one) => one.name === name)!;
    if (track.levels.includes(String(value))) return [];
    return [{ text: String(value), place: 'effect' as const, wanted: typeOfTrack(track) }];
  });
  return [...plain, ...effects];
}

function scopeOf({ tracks, unknowns }: Program): Scope {
  return {
    tracks: new Map(tracks.map((track, index) => [track.name, { index, track }])),
    unknowns: new Map(unknowns.map(({ name }, index) => [name, index])),
    broken: new Set(),
  };
}

/** The library's own evaluator, with our functions for those that it lacks. */
function oracle({ tracks, unknowns }: Program): Environment {
  const environment = new Environment();
  for (const track of tracks) {
    const type = typeOfTrack(track).type;
    const names = { truth: 'bool', number: 'double', level: 'string' } as const;
    environment.registerVariable(track.name, names[type]);
  }
  for (const { name } of unknowns) environment.registerVariable(name, 'double');
  for (const name of BUILTINS) {
    environment.registerVariable(name, name === 'ran_away' ? 'bool' : 'double');
  }
  for (let count = 2; count <= 8; count++) {
    const parameters = Array.from({ length: count }, () => 'double').join(', ');
    environment.registerFunction(`min(${parameters}): double`, (...x: number[]) =>
      x.reduce(lesser),
    );
    environment.registerFunction(`max(${parameters}): double`, (...x: number[]) =>
      x.reduce(greater),
    );
  }
  environment.registerFunction('clamp(double, double, double): double', clamp);
  environment.registerFunction('log(double): double', exactLog);
  environment.registerFunction('exp(double): double', exactExp);
  return environment;
}

function contextOf({ tracks, unknowns }: Program, row: Values): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const [i, track] of tracks.entries()) {
    const value = row.tracks[row.offset + i]!;
    const type = typeOfTrack(track).type;
    context[track.name] =
      type === 'level' ? track.levels[value] : type === 'truth' ? value === 1 : value;
  }
  for (const [i, { name }] of unknowns.entries()) context[name] = row.unknowns[i]!;
  for (const [i, name] of BUILTINS.entries()) {
    context[name] = name === 'ran_away' ? row.builtins[i] === 1 : row.builtins[i]!;
  }
  return context;
}

function asNumber(value: unknown, wanted: ValueType): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (wanted.type === 'level') return wanted.levels.indexOf(String(value));
  return value as number;
}

/** A row away from column 0, so that an evaluator that forgets the offset is found out. */
function randomRow({ tracks, unknowns }: Program, random: () => number): Values {
  const offset = 3;
  const row = new Float64Array(offset + tracks.length).fill(Number.NaN);
  for (const [i, track] of tracks.entries()) {
    const value = track.low + random() * (track.high - track.low);
    // One row in four stands at a bound, where guards change.
    const bound = random() < 0.25 ? (random() < 0.5 ? track.low : track.high) : value;
    row[offset + i] = track.kind === 'share' ? bound : Math.round(bound);
  }
  const builtins = [Math.floor(random() * 3), random() * 1e9, random() < 0.5 ? 0 : 1, random()];
  return valuesOf({
    tracks: row,
    offset,
    unknowns: Float64Array.from(unknowns, () => random()),
    builtins: Float64Array.from(builtins),
  });
}
