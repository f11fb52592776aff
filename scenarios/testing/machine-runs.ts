import { fileURLToPath } from 'node:url';
import { createState, resetState } from '../../src/core/fresh-state.js';
import { outcomeReadings } from '../../src/core/history/outcome-columns.js';
import { writeOutcome } from '../../src/core/history/outcome.js';
import { stateHash } from '../../src/core/history/state-hash.js';
import type { Dispatch } from '../../src/core/letters/dispatch.js';
import { loop } from '../../src/core/loop.js';
import { open } from '../../src/core/opening.js';
import type { SeatDoctrine } from '../../src/core/parts/doctrine.js';
import { createPlan } from '../../src/core/plan.js';
import { prepareRun } from '../../src/core/preparation.js';
import type { Program } from '../../src/core/program.js';
import type { Compiler } from '../../src/core/world/compiler.js';
import { OFFER_COLUMNS, type Expression, type Values } from '../../src/core/world/expression.js';
import { generatedCode } from '../../src/doctrine/generated-options.js';
import { compileFolder } from '../../src/server/shelf.js';

/** A shipped scenario with its doctrines. */
export async function programOf(id: string): Promise<Program> {
  const path = fileURLToPath(new URL(`../${id}`, import.meta.url));
  const result = await compileFolder({ id, path, origin: 'shipped' });
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults));
  return result.program;
}

/** The doctrines of a program's line-up. */
function lineupOf({ doctrines, lineup, seats }: Program): SeatDoctrine[] {
  return lineup.doctrines.map((index) => {
    const { seat, name } = doctrines[index]!;
    return { seat: seats[seat]!.name, doctrine: name };
  });
}

/** What many histories by machines alone came to. */
export interface MachineRuns {
  /** Messages of runs that stopped: an order that was refused is one. */
  readonly faults: readonly string[];
  /** What each offer was worth to the seat that could accept it, each time that it could. */
  readonly acceptable: readonly number[];
  /** Answers to offers, and those among them that do not name an offer made to their writer. */
  readonly answers: number;
  readonly nameless: readonly string[];
  /** Values of a column, by history. */
  readonly column: (name: string) => number[];
}

/** Plays a program's own line-up so many times with the log off, and looks at what was said. */
export function playMachines(program: Program, runs: number): MachineRuns {
  const acceptable: number[] = [];
  const plan = createPlan(
    program,
    watching(program, (advantage) => acceptable.push(advantage)),
  );
  const { branchAt } = program.lineup;
  const prepared = prepareRun(plan, {
    record: true,
    doctrines: lineupOf(program),
    ...(branchAt === null ? {} : { branch: { at: branchAt, program } }),
  });
  const state = createState(plan);
  const readings = outcomeReadings(program);
  const rows: Float64Array[] = [];
  const faults: string[] = [];
  const nameless: string[] = [];
  let answers = 0;
  for (let run = 0; run < runs; run++) {
    resetState(state, plan, '1', run);
    state.horizon = program.closes;
    open(state, prepared, true);
    loop(state);
    if (state.fault !== null) faults.push(`run ${run}: ${state.fault}`);
    const row = new Float64Array(readings.length);
    writeOutcome(readings, state, stateHash(state), row, 0);
    rows.push(row);
    for (const d of state.dispatches.slice(0, state.dispatchTotal)) {
      if (d.entry >= 0 || d.answer === 'none') continue;
      answers++;
      if (!namesItsOffer(d, state.dispatches)) nameless.push(`run ${run}: ${d.id}`);
    }
  }
  const column = (name: string): number[] => {
    const at = readings.findIndex((reading) => reading.name === name);
    if (at < 0) throw new Error(`no column ${name}`);
    return rows.map((row) => row[at]!);
  };
  return { faults, acceptable, answers, nameless, column };
}

function namesItsOffer(answer: Dispatch, dispatches: readonly Dispatch[]): boolean {
  const offer = dispatches[answer.repliesTo];
  if (offer === undefined) return false;
  if (answer.answer === 'withdraw') return offer.from === answer.from;
  return offer.bargains.some(({ offeree }) => offeree === answer.from);
}

/** Generated code that tells, of each acceptance that is weighed, what its offer is worth. */
function watching(program: Program, see: (advantage: number) => void): Compiler {
  const accepts = new Set<Expression>(
    program.doctrines.flatMap(({ options }) =>
      options.flatMap(({ type, utility }) => (type === 'accept' ? [utility] : [])),
    ),
  );
  const column = OFFER_COLUMNS.indexOf('advantage');
  const expression: Compiler['expression'] = (e) => {
    const evaluate = generatedCode.expression(e);
    if (!accepts.has(e)) return evaluate;
    return (values: Values) => {
      see(values.offer[column]!);
      return evaluate(values);
    };
  };
  return { ...generatedCode, expression };
}
