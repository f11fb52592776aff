import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHistory, programHash, verifyChain, type ChainCheck } from '../core/history/chain.js';
import type { History } from '../core/history/event.js';
import type { TimedInput } from '../core/state.js';
import { parseInstant } from '../core/time/instant.js';
import { compileFolder } from '../server/shelf.js';
import { planRun, type RunPlan } from '../simulate/run-plan.js';
import type { Call, Command, Exit, Io } from './command.js';
import { printJson, refuse } from './command.js';
import { readTextFile } from './files.js';
import { recompute, type Recomputed } from './recompute.js';
import { runMessages } from './run-messages.js';
import { findScenario } from './scenario-at-hand.js';
import { verdictLines } from './verdict-lines.js';
import { verifyResults } from './verify-results.js';
import { textOf } from './table.js';

/** `backchannel verify HISTORY` and `backchannel verify DIR` */
export const verify: Command = {
  args: ['HISTORY|DIR'],
  options: {
    scenario: { value: 'SCENARIO', help: 'the scenario that it was run on, if it is not at hand' },
    workers: { value: 'N', help: 'of a folder: threads; as many as there are cores, unless given' },
  },
  notes: [
    'First the chain: every event carries a hash that follows from itself and the one before. Texts ' +
      'can be erased without breaking it; they are counted. Then the history is run again with its ' +
      'own seed, orders and changes, and compared event by event. Where its scenario is not at hand, ' +
      'or has changed since, that is said, and the chain alone is checked.',
    'A folder that simulate wrote is made again from its manifest, in a temporary folder, and every ' +
      'file compared to the byte. That takes as long as simulate took.',
  ],
  run: async (call, io) => {
    const path = call.args[0]!;
    if (isFolder(resolve(io.cwd, path))) return await verifyResults(call, io);
    const file = readTextFile(path, io.cwd);
    if (file.type === 'unreadable') return refuse(io, 1, runMessages.unreadable(path, file.reason));
    const chain = verifyChain(file.text);
    if (chain.type === 'bad') return tell(chain, { type: 'not tried' }, call, io);
    const parsed = parseHistory(file.text);
    if (parsed === null) return refuse(io, 1, runMessages.notAHistory(path, 'it has no end'));
    const scenario = call.value('scenario');
    const { history } = parsed;
    const found = await runOf(history, scenario ?? history.header.scenario, io);
    if (found.type === 'unknown' && scenario !== null) return refuse(io, 2, found.message);
    const recomputed =
      found.type === 'plan' ? recompute(found, history, file.text, chain.type === 'erased') : found;
    return tell(chain, recomputed, call, io);
  },
};

type FoundRun =
  RunPlan | Extract<Recomputed, { readonly type: 'unknown' | 'differs from its scenario' }>;

/** How a history was run, if the scenario at hand still compiles to its program. */
async function runOf(history: History, word: string, io: Io): Promise<FoundRun> {
  const { header } = history;
  const found = findScenario(word, io.cwd);
  if (found.type === 'unknown') return found;
  const result = await compileFolder({ ...found.folder, id: header.scenario });
  const differs = { type: 'differs from its scenario', scenario: word } as const;
  if (result.type === 'faulty') return differs;
  const { seed, run, record, branchAt, changes, doctrines, until } = header;
  const options = {
    seed,
    run,
    record: record === 'on',
    inputs: inputsOf(history),
    ...(doctrines === undefined ? {} : { doctrines }),
    ...(until === undefined ? {} : { until: parseInstant(until)! }),
  };
  const at = branchAt === undefined ? null : parseInstant(branchAt);
  const plan = planRun(result.program, options, { at, changes });
  if (plan.type === 'refused' || programHash(plan.program) !== header.program) return differs;
  return plan;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function inputsOf({ events }: History): TimedInput[] {
  return events.flatMap(({ at, input }) => (input === undefined ? [] : [{ ...input, at }]));
}

function tell(chain: ChainCheck, recomputed: Recomputed, call: Call, io: Io): Exit {
  if (call.flag('json')) printJson(io, { chain, recomputed });
  else io.out(textOf(verdictLines(chain, recomputed)));
  return chain.type === 'bad' || recomputed.type === 'different' ? 1 : 0;
}
