import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { outcomeColumns } from '../core/history/outcome-columns.js';
import type { Program } from '../core/program.js';
import { isSystemError, reasonOf } from '../library/system-reason.js';
import { codeVersion } from '../scenario/code-version.js';
import { packageVersion } from '../server/package-root.js';
import type { Batch } from '../simulate/batch.js';
import { planBatch, type Cast } from '../simulate/batch-plan.js';
import type { Manifest, Stamp } from '../simulate/manifest.js';
import { openParts } from '../simulate/parts.js';
import { summaryOf } from '../simulate/result-files.js';
import { openResultsFolder } from '../simulate/results-folder.js';
import { runBatch, type BatchEnd, type ChunkSink } from '../simulate/runner.js';
import type { Summary } from '../simulate/summary.js';
import { plainTables } from '../simulate/summary/plain-tables.js';
import { createFileLine } from './batch-progress.js';
import { countOption, interruptible, workersOption } from './batch-call.js';
import { callMessages } from './call-messages.js';
import type { Call, Command, Exit, Io, OptionSpec } from './command.js';
import { printJson, refuse } from './command.js';
import { resultCommand } from './result-command.js';
import { readRunWords, RUN_OPTIONS } from './run-call.js';
import { runMessages } from './run-messages.js';
import { openScenario } from './scenario-at-hand.js';
import { tableLines, textOf } from './table.js';

const OPTIONS = {
  runs: { value: 'N', required: true, help: 'how many histories of each world' },
  ...RUN_OPTIONS,
  against: {
    value: 'CHANGE|baseline',
    many: true,
    help: 'the world to compare with, run by run: unchanged, or with these changes',
  },
  sweep: {
    value: 'NAME=A..B[:STEPS]',
    many: true,
    help: 'one world for each value, such as "kappa=0.01..0.3" or "channel ferry delay=2h..6h:5"',
  },
  events: { help: 'write every event of every history too' },
  workers: { value: 'N', help: 'threads; as many as there are cores, unless given' },
  out: { value: 'DIR', help: 'write tables, codebook, manifest, summary and report there' },
  resume: { help: 'go on with a batch that was begun in --out and stopped' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What results do not depend on. */
const NO_RESULT = ['workers', 'out', 'resume'];

/** `backchannel simulate SCENARIO --runs N --seed N` */
export const simulate: Command = {
  args: ['SCENARIO'],
  options: OPTIONS,
  notes: [
    "Who acts: the scenario's own line-up of doctrines, the other seats on the record; or, with " +
      '--branch-at, --doctrine, --orders or --record, what these say, as with run.',
    'A history of one world and the history with its number in another share every chance draw that ' +
      'both use, so that what differs between them comes of the change. Without --out a summary is ' +
      'printed and nothing kept. The same call gives the same bytes, on any machine and any number of ' +
      'threads, stopped and resumed or not.',
  ],
  run: async (call, io) => {
    const [runs, workers] = [countOption(call, 'runs', io), workersOption(call, io)];
    if (runs === null || workers === null) return 2;
    if (call.flag('resume') && call.value('out') === null) {
      return refuse(io, 2, callMessages.needs('resume', 'out'));
    }
    const opened = await openScenario(call.args[0]!, io);
    if (opened.type === 'refused') return opened.exit;
    const { program } = opened;
    const batch = batchOf(call, program, runs, io);
    if (typeof batch === 'number') return batch;
    const work: Work = {
      call,
      io,
      program,
      batch,
      run: (sink) =>
        interruptible((options) => runBatch(program, batch, { ...options, workers, sink })),
    };
    try {
      const folder = call.value('out');
      return await (folder === null ? runForSummary(work) : runForResults(work, folder));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return refuse(io, 1, runMessages.unwritableResults(call.value('out'), reasonOf(error)));
    }
  },
};

function batchOf(call: Call, program: Program, runs: number, io: Io): Batch | Exit {
  const words = readRunWords(call, program, io);
  if (typeof words === 'number') return words;
  const { seed, changes, keep, ...cast } = words;
  const named = ['branch-at', 'doctrine', 'orders', 'record'];
  const isNamed = named.some((name) => call.value(name) !== null);
  const against = call.values('against');
  const planned = planBatch(program, {
    runs,
    seed,
    cast: isNamed ? (cast satisfies Cast) : null,
    changes,
    keep,
    against: against.length === 0 ? null : against.join() === 'baseline' ? [] : against,
    sweeps: call.values('sweep'),
    events: call.flag('events'),
  });
  if (planned.type === 'batch') return planned.batch;
  return refuse(io, 1, runMessages.badPlan(planned));
}

/** A batch that is ready to run. */
interface Work {
  readonly call: Call;
  readonly io: Io;
  readonly program: Program;
  readonly batch: Batch;
  readonly run: (sink: ChunkSink) => Promise<BatchEnd>;
}

async function runForSummary({ call, io, program, batch, run }: Work): Promise<Exit> {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-batch-'));
  try {
    const parts = openParts(folder, batch);
    const end = await run(parts.sink);
    if (end.type === 'fault') return refuse(io, 1, end.message);
    if (end.type === 'stopped') {
      return refuse(io, 1, runMessages.stoppedUnkept(end.done, end.total));
    }
    const columns = outcomeColumns(program);
    tell({ call, io, summary: summaryOf({ program, batch, columns, parts }) });
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runForResults(work: Work, out: string): Promise<Exit> {
  const { call, io, program, batch, run } = work;
  const stamp: Stamp = {
    version: packageVersion(),
    code: codeVersion(),
    command: resultCommand('simulate', call, OPTIONS, NO_RESULT),
  };
  const folder = openResultsFolder(resolve(io.cwd, out), batch, stamp, call.flag('resume'));
  if (folder.type === 'refused') return refuse(io, 1, folder.message);
  if (folder.type === 'finished') {
    io.err(`backchannel: ${runMessages.finishedBatch(out)}\n`);
    tell({ call, io, out, summary: folder.summary, manifest: folder.manifest });
    return 0;
  }
  const end = await run(folder.parts.sink);
  if (end.type === 'fault') return refuse(io, 1, end.message);
  if (end.type === 'stopped') {
    return refuse(io, 1, runMessages.stoppedBatch(out, end.done, end.total));
  }
  const line = createFileLine(io);
  const columns = outcomeColumns(program);
  const { summary, manifest } = folder.finish({ program, batch, columns }, line.show);
  line.end();
  tell({ call, io, out, summary, manifest });
  return 0;
}

interface Told {
  readonly call: Call;
  readonly io: Io;
  readonly summary: Summary;
  readonly out?: string;
  readonly manifest?: Manifest;
}

function tell({ call, io, summary, out, manifest }: Told): void {
  if (call.flag('json')) {
    const kept =
      manifest === undefined ? {} : { out, results: manifest.results, files: manifest.files };
    printJson(io, { ...kept, summary });
    return;
  }
  const kept =
    manifest === undefined
      ? []
      : [
          '',
          ...runMessages.keptResults(
            out!,
            manifest.files.map(({ name }) => name),
            manifest.results,
          ),
        ];
  const tables = plainTables(summary).flatMap(({ title, rows }, i) => [
    ...(i === 0 ? [] : ['']),
    title,
    ...tableLines(rows, '  '),
  ]);
  io.out(textOf([...tables, ...kept]));
}
