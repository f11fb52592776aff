import { serializeHistory } from '../core/history/chain.js';
import type { History } from '../core/history/event.js';
import type { Program } from '../core/program.js';
import { runHistory } from '../core/run.js';
import { without } from '../core/without.js';
import { planRun, type RunPlan } from '../simulate/run-plan.js';
import { callMessages } from './call-messages.js';
import type { Call, Command, Exit, Io } from './command.js';
import { printJson, refuse } from './command.js';
import { writeWholeFile } from './files.js';
import { historyLines } from './history-lines.js';
import { readRunWords, RUN_OPTIONS } from './run-call.js';
import { runMessages } from './run-messages.js';
import { openScenario } from './scenario-at-hand.js';
import { textOf } from './table.js';

/** `backchannel run SCENARIO --seed N` */
export const run: Command = {
  args: ['SCENARIO'],
  options: {
    ...RUN_OPTIONS,
    run: {
      value: 'K',
      help: 'which history of the seed, as simulate numbers them; 0 unless given',
    },
    out: { value: 'FILE', help: 'write the history there, whole or not at all' },
  },
  notes: [
    'Who acts: with a record and without --orders the seats follow the record. With --orders they do ' +
      'what the orders say and nothing else, unless the history is a branch (--branch-at) or --record ' +
      'on is given: then the orders come on top of the record. With --doctrine a machine plays those ' +
      'seats from the branch on, or from the opening, and the others go on as they would.',
    'With --json the history itself is printed, as --out writes it: a header, the texts, the events, ' +
      'the end, one JSON value a line. With both, a summary as one JSON value.',
  ],
  run: async (call, io) => {
    const opened = await openScenario(call.args[0]!, io);
    if (opened.type === 'refused') return opened.exit;
    const plan = planOf(call, opened.program, io);
    if (typeof plan === 'number') return plan;
    const result = runHistory(plan.program, plan.options);
    if (result.type === 'fault') return refuse(io, 1, runMessages.fault(result.message));
    const { history, texts } = result;
    return deliver(history, () => serializeHistory(history, texts), call, io);
  },
};

function deliver(history: History, file: () => string, call: Call, io: Io): Exit {
  const path = call.value('out');
  if (path !== null) {
    const reason = writeWholeFile(path, file(), io.cwd);
    if (reason !== null) return refuse(io, 1, runMessages.unwritable(path, reason));
  }
  if (!call.flag('json')) io.out(textOf(historyLines(history)));
  else if (path === null) io.out(file());
  else printJson(io, { out: path, ...without(history.end, 'type') });
  return 0;
}

function planOf(call: Call, program: Program, io: Io): RunPlan | Exit {
  const number = call.value('run') ?? '0';
  if (!/^\d{1,9}$/.test(number)) return refuse(io, 2, callMessages.notANumber('run', number));
  const words = readRunWords(call, program, io);
  if (typeof words === 'number') return words;
  const { seed, record, branchAt, doctrines, orders, keep } = words;
  if (keep.length > 0 && branchAt === null) {
    return refuse(io, 2, callMessages.needs('keep', 'branch-at'));
  }
  const changes = [...words.changes, ...keep.map((id) => `keep ${id}`)];
  const options = {
    seed,
    run: Number(number),
    record,
    inputs: orders,
    ...(doctrines.length > 0 ? { doctrines } : {}),
  };
  const plan = planRun(program, options, { at: branchAt, changes });
  if (plan.type === 'plan') return plan;
  return refuse(io, 1, runMessages.badPlan(plan));
}
