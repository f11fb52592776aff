import type { Clause, Terms } from '../../core/parts/letters.js';
import type { Act, Seat } from '../../core/parts/world.js';
import { inside, type Spot } from '../reading/source-file.js';
import type { ClauseRow } from '../schema/scenario-schema.js';
import { durationAt, instantAt, type Compilation } from './compilation.js';
import { optionalName } from './names.js';

interface TermsRow {
  readonly give?: readonly ClauseRow[] | undefined;
  readonly ask?: readonly ClauseRow[] | undefined;
  readonly linkage?: readonly string[] | undefined;
  readonly refuses?: readonly string[] | undefined;
  readonly lapses?: string | number | undefined;
}

/** Who puts terms to whom, and the acts that they may name. */
export interface TermsSetting {
  readonly from: number;
  readonly to: readonly number[];
  readonly seats: readonly Seat[];
  readonly acts: readonly Act[];
}

/** What a letter puts on the table; the giver gives for its side, the first addressee is asked. */
export function compileTerms(
  c: Compilation,
  row: TermsRow,
  setting: TermsSetting,
  spot: Spot,
): Terms {
  const { seats, from, to, acts } = setting;
  const clauses = (field: 'give' | 'ask', side: number) =>
    (row[field] ?? []).map((clause, i) =>
      compileClause(c, clause, side, acts, inside(spot, field, i)),
    );
  return {
    give: clauses('give', seats[from]?.side ?? -1),
    ask: clauses('ask', seats[to[0] ?? -1]?.side ?? -1),
    linkage: row.linkage ?? [],
    refuses: row.refuses ?? [],
    lapses: row.lapses === undefined ? -1 : durationAt(c, row.lapses, inside(spot, 'lapses')),
  };
}

function compileClause(
  c: Compilation,
  row: ClauseRow,
  side: number,
  acts: readonly Act[],
  spot: Spot,
): Clause {
  const at = (field: string) => inside(spot, field);
  const act = optionalName(c.names, 'act', row.do, at('do'));
  const described = acts[act];
  if (row.do === undefined && row.says === undefined) c.report(spot, 'empty-clause');
  return {
    who: row.who === undefined ? side : c.names.at('side', row.who, at('who')),
    act,
    says: row.says ?? described?.title ?? '',
    within: row.within === undefined ? -1 : durationAt(c, row.within, at('within')),
    by: row.by === undefined ? null : instantAt(c, row.by, at('by')),
    verified: inspectionAt(c, row, act, acts, at('verified')),
    condition: row.condition ?? null,
    covers: row.covers ?? described?.covers ?? [],
    arguably: row.arguably ?? described?.arguably ?? [],
    strength: row.strength ?? '',
  };
}

/** The inspecting act of a clause: one that verifies the clause's own act. */
function inspectionAt(
  c: Compilation,
  row: ClauseRow,
  act: number,
  acts: readonly Act[],
  spot: Spot,
): number {
  const inspection = optionalName(c.names, 'act', row.verified, spot);
  if (inspection < 0) return -1;
  if (row.do === undefined) c.report(spot, 'verified-words');
  else if (act >= 0 && acts[inspection]?.verifies !== act) {
    c.report(spot, 'not-an-inspection', row.verified ?? '', row.do);
  }
  return inspection;
}
