import type { History } from '../core/history/event.js';
import type { Span } from '../core/history/span.js';
import { seatDeliveries } from '../core/knowledge/deliveries.js';
import type { Program } from '../core/program.js';
import { runHistory } from '../core/run.js';
import { formatInstant } from '../core/time/instant.js';
import { momentsOf, recordItems, type RecordItem } from '../protocol/record-items.js';
import { seatView } from '../protocol/seat-view.js';
import { truthView } from '../protocol/truth-view.js';
import { REPLAY_SEED } from '../server/histories.js';
import { callMessages } from './call-messages.js';
import { timeOption } from './call-times.js';
import type { Command } from './command.js';
import { printJson, refuse } from './command.js';
import { recordLines } from './record-lines.js';
import { runMessages } from './run-messages.js';
import { openScenario, seatOf } from './scenario-at-hand.js';
import { textOf } from './table.js';
import { minuteText, SIGNS_OF_TIMES } from './times.js';

/** `backchannel replay SCENARIO` */
export const replay: Command = {
  args: ['SCENARIO'],
  options: {
    from: { value: 'TIME', help: 'leave out what was over before' },
    to: { value: 'TIME', help: 'leave out what began after' },
    seat: { value: 'SEAT', help: 'only what this seat came to know, as it came to know it' },
  },
  notes: [
    'Each thing of the record is one item: a dispatch with its legs, an incident, a decision, a ' +
      'posture, an obligation or a dispute with its stages. A thing is inside the window if its own ' +
      'time, a leg or a stage is; with --seat, if the seat learned of it then. Where that depends on ' +
      'where in its interval a time falls, the item says "within": "possibly".',
    'With --json, one item a line: "at" is the interval with the placed instant, "learnedAt" tells ' +
      'for each seat when, how and from which report it first knew, "learnedLater" further news.',
    SIGNS_OF_TIMES,
  ],
  run: async (call, io) => {
    const opened = await openScenario(call.args[0]!, io);
    if (opened.type === 'refused') return opened.exit;
    const { program } = opened;
    const from = timeOption(call, 'from', io);
    const to = timeOption(call, 'to', io);
    if (from === undefined || to === undefined) return 2;
    if (from !== null && to !== null && from > to) {
      return refuse(io, 2, callMessages.backwards(call.required('from'), call.required('to')));
    }
    const wanted = call.value('seat');
    const seat = wanted === null ? null : seatOf(program, wanted, io);
    if (wanted !== null && seat === null) return 2;

    const result = runHistory(program, { seed: REPLAY_SEED, record: true });
    if (result.type === 'fault') return refuse(io, 1, runMessages.fault(result.message));
    if (program.entries.length === 0) io.err(`${runMessages.noRecord(program.id)}\n`);
    const unreached = seat === null ? unreachedOf(program, result.history) : [];
    if (unreached.length > 0) {
      const { ending, at } = result.history.end;
      io.err(`${runMessages.unreached(unreached, ending ?? 'the close', minuteText(at))}\n`);
    }
    for (const item of windowed(itemsOf(program, result.history, seat), seat, from, to)) {
      if (call.flag('json')) printJson(io, item);
      else io.out(textOf(recordLines(item)));
    }
    return 0;
  },
};

/** Entries of the record that come after the history has ended. */
function unreachedOf({ entries }: Program, { events }: History): string[] {
  const reached = new Set(events.map(({ id }) => id));
  return entries.map(({ id }) => id).filter((id) => !reached.has(id));
}

const LABEL = { name: 'record', title: 'The record' };

function itemsOf(program: Program, history: History, seat: string | null): RecordItem[] {
  if (seat !== null) {
    const told = seatDeliveries(history, seat);
    return recordItems(seatView(program, told, LABEL), told.deliveries);
  }
  const deliveries = history.events.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.type === 'delivered' ? [change.delivery] : [])),
  );
  return recordItems(truthView(program, history, LABEL), deliveries);
}

type Windowed = RecordItem & { readonly within: 'yes' | 'possibly' };

function windowed(
  items: readonly RecordItem[],
  seat: string | null,
  from: number | null,
  to: number | null,
): Windowed[] {
  const first = from === null ? '' : formatInstant(from);
  const last = to === null ? '~' : formatInstant(to);
  return items.flatMap((item): Windowed[] => {
    const moments = seat === null ? momentsOf(item) : learnedMoments(item, seat);
    if (moments.some(({ earliest, latest }) => earliest >= first && latest <= last)) {
      return [{ ...item, within: 'yes' }];
    }
    const touches = moments.some(({ earliest, latest }) => latest >= first && earliest <= last);
    return touches ? [{ ...item, within: 'possibly' }] : [];
  });
}

function learnedMoments({ learnedAt, learnedLater, at }: RecordItem, seat: string): Span[] {
  const first = learnedAt[seat]?.learned;
  const moments = [...(first === undefined ? [] : [first]), ...learnedLater.map((l) => l.learned)];
  return moments.length === 0 ? [at] : moments;
}
