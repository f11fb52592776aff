import type { Resolve } from '../../core/parts/doctrine.js';
import { amountAt, chanceAt } from '../../scenario/compile/compilation.js';
import {
  inside,
  keyOf,
  spotOf,
  type SourceFile,
  type Spot,
} from '../../scenario/reading/source-file.js';
import type { DoctrinesFile, ResolveRow } from '../doctrines-schema.js';
import { indexIn, type Setting } from './setting.js';

/** What seats keep to themselves, in the order of the file. */
export function compileResolves(s: Setting, rows: DoctrinesFile, file: SourceFile): Resolve[] {
  return Object.entries(rows.resolves ?? {}).flatMap(([name, row]) => {
    const spot = spotOf(file, ['resolves', name]);
    const seat = s.names.at('seat', name, keyOf(spot));
    if (s.program.seats[seat]?.observer) s.report(keyOf(spot), 'observer-acts', name);
    return seat < 0 ? [] : [compileResolve(s, seat, row, spot)];
  });
}

function compileResolve(s: Setting, seat: number, row: ResolveRow, spot: Spot): Resolve {
  const at = (field: string) => inside(spot, field);
  return {
    seat,
    title: row.title ?? `Resolve of ${s.program.seats[seat]!.title}`,
    positions: compilePositions(s, row, at('positions')),
    precision: amountAt(s, row.precision, at('precision'), 0, 1),
    signs: compileSigns(s, seat, row, at('signs')),
    relayed: chanceAt(s, row.relayed, at('relayed'), 1),
  };
}

function compilePositions(s: Setting, row: ResolveRow, spot: Spot): Resolve['positions'] {
  const positions = Object.entries(row.positions).map(([name, { share, value }]) => ({
    name,
    share: chanceAt(s, share, inside(spot, name, 'share')),
    value: value + 0,
  }));
  const sum = positions.reduce((sofar, { share }) => sofar + share, 0);
  if (Math.abs(sum - 1) > 1e-9) s.report(spot, 'shares-not-one', Math.round(sum * 1e6) / 1e6);
  if (positions.length < 2) s.report(spot, 'one-position');
  return positions;
}

function compileSigns(s: Setting, seat: number, row: ResolveRow, spot: Spot): Resolve['signs'] {
  const { acts, letters, seats } = s.program;
  const lean = (type: 'acts' | 'letters', name: string, leans: Readonly<Record<string, number>>) =>
    leanOf(s, Object.keys(row.positions), leans, inside(spot, type, name));
  const ofActs = Object.entries(row.signs?.acts ?? {}).map(([name, leans]) => {
    const at = keyOf(inside(spot, 'acts', name));
    const index = s.names.at('act', name, at);
    const by = acts[index]?.by ?? [seat];
    if (!by.includes(seat)) {
      const others = by.map((one) => seats[one]!.name);
      s.report(at, 'not-its-act', seats[seat]!.name, name, others);
    }
    return { type: 'act' as const, index, lean: lean('acts', name, leans) };
  });
  const ofLetters = Object.entries(row.signs?.letters ?? {}).map(([name, leans]) => {
    const at = keyOf(inside(spot, 'letters', name));
    const index = s.names.at('letter', name, at);
    const from = letters[index]?.from ?? seat;
    if (from !== seat) s.report(at, 'not-its-letter', seats[seat]!.name, name, seats[from]!.name);
    return { type: 'letter' as const, index, lean: lean('letters', name, leans) };
  });
  return [...ofActs, ...ofLetters];
}

/** How each position leans to a sign, in the order of the positions. */
function leanOf(
  s: Setting,
  positions: readonly string[],
  leans: Readonly<Record<string, number>>,
  spot: Spot,
): number[] {
  for (const name of Object.keys(leans)) {
    indexIn(s, 'position', name, positions, keyOf(inside(spot, name)));
  }
  return positions.map((name) => {
    if (!Object.hasOwn(leans, name)) s.report(spot, 'lean-missing', name);
    return (leans[name] ?? 0) + 0;
  });
}
