import { resolve } from 'node:path';
import { defaultLibraryFolder } from '../library/default-folder.js';
import { startServer } from '../server/serve.js';
import { callMessages } from './call-messages.js';
import type { Command, Exit } from './command.js';
import { printJson, refuse } from './command.js';

const PORT = '1962';
const HOST = '127.0.0.1';

/** `backchannel serve` */
export const serve: Command = {
  args: [],
  options: {
    port: { value: 'PORT', help: `the port to listen on (${PORT}); 0 for any free one` },
    library: { value: 'DIR', help: 'the folder of your imported documents (one of your own)' },
    host: { value: 'HOST', help: `the address to listen on (${HOST}: this machine alone)` },
  },
  notes: [
    "Ctrl-C ends it. On another address than this machine's own the app answers to addresses, and " +
      'to the name given as HOST, but to no other name.',
  ],
  run: async (call, io) => {
    const text = call.value('port') ?? PORT;
    const port = Number(text);
    if (!/^\d{1,5}$/.test(text) || port > 65_535) return refuse(io, 2, callMessages.notAPort(text));
    const served = await startServer({
      port,
      host: call.value('host') ?? HOST,
      cwd: io.cwd,
      library: resolve(io.cwd, call.value('library') ?? defaultLibraryFolder()),
      onFault: (error) => io.err(`backchannel: ${error.stack ?? error.message}\n`),
    });
    if (served.type === 'refused') return refuse(io, 1, served.message);
    if (call.flag('json')) printJson(io, { url: served.url, port: served.port });
    else io.out(`Backchannel is at ${served.url}\n`);
    return await untilEnded(served.close);
  },
};

/** Waits for the signal to end; a second one ends at once, as signals do. */
async function untilEnded(close: () => Promise<void>): Promise<Exit> {
  await new Promise<void>((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      resolve();
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
  await close();
  return 0;
}
