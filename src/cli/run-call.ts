import type { SeatDoctrine } from '../core/parts/doctrine.js';
import type { Program } from '../core/program.js';
import type { TimedInput } from '../core/state.js';
import { formatMinute } from '../core/time/instant.js';
import { parseOrders } from '../protocol/orders.js';
import type { Departures } from '../simulate/run-plan.js';
import { parseSeatDoctrine } from '../simulate/seat-doctrine.js';
import { callMessages } from './call-messages.js';
import { timeOption } from './call-times.js';
import type { Call, Exit, Io, OptionSpec } from './command.js';
import { refuse } from './command.js';
import { readTextFile } from './files.js';
import { runMessages } from './run-messages.js';

/** Options of every command that runs histories. */
export const RUN_OPTIONS = {
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
  doctrine: {
    value: 'SEAT=NAME',
    many: true,
    help: 'a doctrine that plays a seat, from the branch or the opening on',
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
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What the words of a call ask to be run, checked one by one. */
export interface RunWords {
  readonly seed: string;
  readonly record: boolean;
  /** In ms UTC, or null. */
  readonly branchAt: Departures['at'];
  readonly doctrines: readonly SeatDoctrine[];
  readonly orders: readonly TimedInput[];
  readonly changes: readonly string[];
  readonly keep: readonly string[];
}

/** Reads {@link RUN_OPTIONS}, or tells what is wrong with them and gives the exit code. */
export function readRunWords(call: Call, program: Program, io: Io): RunWords | Exit {
  const record = recordOption(call, program);
  if (record === null) {
    return refuse(io, 2, callMessages.notOnOrOff('record', call.value('record')!));
  }
  const branch = branchOption(call, program, io);
  if (typeof branch === 'number') return branch;
  const doctrines = doctrinesOf(call, io);
  if (typeof doctrines === 'number') return doctrines;
  const orders = ordersOf(call, io);
  if (typeof orders === 'number') return orders;
  return {
    seed: call.required('seed'),
    record,
    branchAt: branch.at,
    doctrines,
    orders,
    changes: call.values('change'),
    keep: call.values('keep'),
  };
}

/** Orders alone are all that happens, unless they come on top of a branch or of doctrines. */
function recordOption(call: Call, program: Program): boolean | null {
  const given = call.value('record');
  if (given !== null && given !== 'on' && given !== 'off') return null;
  if (given !== null) return given === 'on';
  const isBranch = call.value('branch-at') !== null || call.value('doctrine') !== null;
  const ordersAlone = call.value('orders') !== null && !isBranch;
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

function doctrinesOf(call: Call, io: Io): readonly SeatDoctrine[] | Exit {
  const doctrines: SeatDoctrine[] = [];
  for (const text of call.values('doctrine')) {
    const parsed = parseSeatDoctrine(text);
    if (parsed === null) return refuse(io, 2, callMessages.notASeatDoctrine(text));
    doctrines.push(parsed);
  }
  return doctrines;
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
