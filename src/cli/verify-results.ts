import { resolve } from 'node:path';
import { isSystemError, reasonOf } from '../library/system-reason.js';
import { codeVersion } from '../scenario/code-version.js';
import { packageVersion } from '../server/package-root.js';
import { readManifest } from '../simulate/results-folder.js';
import { incomparable, verifyFolder, type FolderCheck } from '../simulate/verify.js';
import { interruptible, workersOption } from './batch-call.js';
import type { Call, Exit, Io } from './command.js';
import { printJson, refuse } from './command.js';
import { runMessages } from './run-messages.js';
import { openScenario } from './scenario-at-hand.js';
import { textOf } from './table.js';

/** Makes the results of a folder again and tells whether they are the same. */
export async function verifyResults(call: Call, io: Io): Promise<Exit> {
  try {
    return await verifyFiles(call, io);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return refuse(io, 1, runMessages.cannotRebuild(call.args[0]!, reasonOf(error)));
  }
}

async function verifyFiles(call: Call, io: Io): Promise<Exit> {
  const path = call.args[0]!;
  const workers = workersOption(call, io);
  if (workers === null) return 2;
  const folder = resolve(io.cwd, path);
  const manifest = readManifest(folder);
  if (manifest === null) return refuse(io, 1, runMessages.notResults(path));
  const opened = await openScenario(call.value('scenario') ?? manifest.batch.scenario, io);
  if (opened.type === 'refused') return opened.exit;
  const program = { ...opened.program, id: manifest.batch.scenario };
  const reason = incomparable(manifest, program, {
    version: packageVersion(),
    code: codeVersion(),
  });
  const check: FolderCheck =
    reason === null
      ? await interruptible((runner) =>
          verifyFolder(folder, manifest, program, { ...runner, workers }),
        )
      : { type: 'not comparable', message: reason };
  if (call.flag('json')) printJson(io, check);
  return tell(check, path, call.flag('json') ? { ...io, out: () => {} } : io);
}

function tell(check: FolderCheck, path: string, io: Io): Exit {
  switch (check.type) {
    case 'same': {
      const { files, results, others } = check;
      const rest = others.length === 0 ? [] : [runMessages.rebuiltOthers(others)];
      io.out(textOf([...runMessages.rebuiltSame(files, results), ...rest]));
      return 0;
    }
    case 'different':
      io.out(
        textOf([runMessages.rebuiltDifferent(check.differences.length), ...check.differences]),
      );
      return 1;
    case 'not comparable':
      return refuse(io, 1, runMessages.cannotRebuild(path, check.message));
    case 'stopped':
      return refuse(io, 1, runMessages.stoppedVerify);
  }
}
