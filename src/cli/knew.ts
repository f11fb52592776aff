import type { History } from '../core/history/event.js';
import { parseHistory, verifyChain } from '../core/history/chain.js';
import { seatDeliveries } from '../core/knowledge/deliveries.js';
import { knew as knewAt } from '../core/knowledge/knew.js';
import { unknownTo } from '../core/knowledge/unknown.js';
import type { Program } from '../core/program.js';
import { runHistory } from '../core/run.js';
import { REPLAY_SEED } from '../server/histories.js';
import { timeOption } from './call-times.js';
import type { Call, Command, Exit, Io } from './command.js';
import { printJson, refuse } from './command.js';
import { readTextFile } from './files.js';
import { knewLines, unknownLines } from './knew-lines.js';
import { runMessages } from './run-messages.js';
import { openScenario, seatOf } from './scenario-at-hand.js';
import { textOf } from './table.js';
import { SIGNS_OF_TIMES } from './times.js';

/** `backchannel knew SCENARIO --seat S --at T` */
export const knew: Command = {
  args: ['SCENARIO'],
  options: {
    seat: { value: 'SEAT', required: true, help: 'whose knowledge' },
    at: { value: 'TIME', required: true, help: 'when' },
    history: { value: 'FILE', help: 'a history written by run, instead of the record' },
    control: { help: 'also what was true by then and unknown to the seat' },
  },
  notes: [
    'Each item is known (yes) or possibly known, where the instant falls inside the interval in ' +
      'which the seat learned of it, and names the report behind it. What is not listed was not known.',
    SIGNS_OF_TIMES,
  ],
  run: async (call, io) => {
    const opened = await openScenario(call.args[0]!, io);
    if (opened.type === 'refused') return opened.exit;
    const { program } = opened;
    const seat = seatOf(program, call.required('seat'), io);
    const at = timeOption(call, 'at', io);
    if (seat === null || typeof at !== 'number') return 2;
    const history = historyOf(call, program, io);
    if (typeof history === 'number') return history;
    print(history, seat, at, call, io);
    return 0;
  },
};

function print(history: History, seat: string, at: number, call: Call, io: Io): void {
  const deliveries = seatDeliveries(history, seat);
  const known = knewAt(deliveries, at);
  const unknown = call.flag('control') ? unknownTo(history, deliveries, at) : null;
  if (call.flag('json')) {
    printJson(io, unknown === null ? known : { ...known, unknown });
    return;
  }
  io.out(textOf(knewLines(known)));
  if (unknown !== null) io.out(textOf(unknownLines(unknown)));
}

function historyOf(call: Call, program: Program, io: Io): History | Exit {
  const path = call.value('history');
  if (path !== null) return givenHistory(path, program, io);
  const result = runHistory(program, { seed: REPLAY_SEED, record: true });
  if (result.type === 'fault') return refuse(io, 1, runMessages.fault(result.message));
  return result.history;
}

function givenHistory(path: string, program: Program, io: Io): History | Exit {
  const file = readTextFile(path, io.cwd);
  if (file.type === 'unreadable') return refuse(io, 1, runMessages.unreadable(path, file.reason));
  const chain = verifyChain(file.text);
  if (chain.type === 'bad') return refuse(io, 1, runMessages.notAHistory(path, chain.message));
  const parsed = parseHistory(file.text);
  if (parsed === null) return refuse(io, 1, runMessages.notAHistory(path, 'it has no end'));
  const { scenario } = parsed.history.header;
  if (scenario !== program.id) {
    return refuse(io, 1, runMessages.otherScenario(path, scenario, program.id));
  }
  return parsed.history;
}
