import type { Program } from '../../core/program.js';
import { ownColumns } from '../../core/knowledge/own-columns.js';
import type { Compilation } from '../../scenario/compile/compilation.js';
import { nameTable, type NameKind } from '../../scenario/compile/names.js';
import type { Report } from '../../scenario/reading/report.js';
import type { Spot } from '../../scenario/reading/source-file.js';
import { nearestName } from '../../scenario/text/nearest-name.js';

/** What the compiler of doctrines works with: the Program that they are for, and its names. */
export interface Setting extends Compilation {
  readonly program: Program;
  /** Columns of a seat's own row, in their order (R11). */
  readonly columns: readonly string[];
}

const NOTHING_BROKEN = { kinds: new Set<NameKind>(), names: new Set<string>() };

/** The setting of a Program whose resolves are those given. */
export function settingOf(program: Program, report: Report): Setting {
  const { channels, routes } = program;
  const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const declared = {
    side: named(program.sides),
    seat: named(program.seats),
    channel: named(channels),
    // After the declared routes comes that of each channel by itself.
    route: named(routes.slice(0, routes.length - channels.length)),
    act: named(program.acts),
    incident: named(program.incidents),
    routine: named(program.routines),
    letter: named(program.letters),
  };
  return {
    program,
    report,
    columns: ownColumns(program),
    names: nameTable(declared, NOTHING_BROKEN, report),
    scope: {
      tracks: new Map(program.tracks.map((track, index) => [track.name, { index, track }])),
      unknowns: new Map(program.unknowns.map(({ name }, index) => [name, index])),
      broken: new Set(),
    },
  };
}

/** The index of a name in a list that is no section of a scenario, or −1 after a report. */
export function indexIn(
  s: Setting,
  kind: string,
  name: string,
  known: readonly string[],
  spot: Spot,
): number {
  const index = known.indexOf(name);
  if (index < 0) s.report(spot, 'unknown-name', kind, name, nearestName(name, known), known);
  return index;
}
