import { serializeHistory } from '../core/history/chain.js';
import type { History } from '../core/history/event.js';
import type { Program } from '../core/program.js';
import { runHistory } from '../core/run.js';
import type { TimedInput } from '../core/state.js';
import { without } from '../core/without.js';
import { formatMinute } from '../core/time/instant.js';
import { parseOrders } from '../protocol/orders.js';
import { callMessages } from './call-messages.js';
import { timeOption } from './call-times.js';
import { planRun, type RunPlan } from './run-plan.js';
import type { Call, Command, Exit, Io } from './command.js';
import { printJson, refuse } from './command.js';
import { readTextFile, writeWholeFile } from './files.js';
import { historyLines } from './history-lines.js';
import { runMessages } from './run-messages.js';
import { openScenario } from './scenario-at-hand.js';
import { textOf } from './table.js';

/** `backchannel run SCENARIO --seed N` */
export const run: Command = {
  args: ['SCENARIO'],
  options: {
    seed: {
      value: 'N',
      required: true,
      help: 'the seed, a number or a word: the same seed, the same history',
    },
    orders: {
      value: 'FILE',
      help: 'timed orders of the seats: NDJSON, one order with its "at" a line',
    },
    record: { value: 'on|off', help: 'whether the seats follow the record' },
    'branch-at': {
      value: 'TIME',
      help: 'let the changes hold from here on; what came before stays as it was',
    },
    change: {
      value: 'EXPR',
      many: true,
      help: 'a change of the scenario, such as "channel ferry loss 5%"',
    },
    keep: {
      value: 'ID',
      many: true,
      help: 'a recorded incident that happens after the branch too',
    },
    out: { value: 'FILE', help: 'write the history there, whole or not at all' },
  },
  notes: [
    'Who acts: with a record and without --orders the seats follow the record. With --orders they do ' +
      'what the orders say and nothing else, unless the history is a branch (--branch-at) or --record ' +
      'on is given: then the orders come on top of the record.',
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
  const seed = call.required('seed');
  const record = recordOption(call, program);
  if (record === null) {
    return refuse(io, 2, callMessages.notOnOrOff('record', call.value('record')!));
  }
  const branch = branchOption(call, program, io);
  if (typeof branch === 'number') return branch;
  const keep = call.values('keep');
  if (keep.length > 0 && branch.at === null) {
    return refuse(io, 2, callMessages.needs('keep', 'branch-at'));
  }
  const inputs = ordersOf(call, io);
  if (typeof inputs === 'number') return inputs;
  const changes = [...call.values('change'), ...keep.map((id) => `keep ${id}`)];
  const plan = planRun(program, { seed, record, inputs }, { at: branch.at, changes });
  if (plan.type === 'plan') return plan;
  return refuse(io, 1, runMessages.badChange(plan.change, plan.reason));
}

function recordOption(call: Call, program: Program): boolean | null {
  const given = call.value('record');
  if (given !== null && given !== 'on' && given !== 'off') return null;
  if (given !== null) return given === 'on';
  const ordersAlone = call.value('orders') !== null && call.value('branch-at') === null;
  return program.entries.length > 0 && !ordersAlone;
}

function branchOption(
  call: Call,
  { opens, closes }: Program,
  io: Io,
): { readonly at: number | null } | Exit {
  const at = timeOption(call, 'branch-at', io);
  if (at === undefined) return 2;
  if (at === null || (at >= opens && at <= closes)) return { at };
  return refuse(io, 1, runMessages.branchOutside(formatMinute(opens), formatMinute(closes)));
}

function ordersOf(call: Call, io: Io): readonly TimedInput[] | Exit {
  const path = call.value('orders');
  if (path === null) return [];
  const file = readTextFile(path, io.cwd);
  if (file.type === 'unreadable') return refuse(io, 1, runMessages.unreadable(path, file.reason));
  const parsed = parseOrders(file.text);
  if (parsed.type === 'orders') return parsed.orders;
  for (const { line, message } of parsed.faults) io.err(`${path}:${line}: ${message}\n`);
  return 1;
}
