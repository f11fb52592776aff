import type { AddressInfo } from 'node:net';
import { openLibrary } from '../library/folder.js';
import { importFile } from '../library/import.js';
import { createApp } from './app.js';
import { createHistories } from './histories.js';
import { createImportDesk } from './import-desk.js';
import { startMessages } from './messages.js';
import { packageVersion, shippedPath } from './package-root.js';
import { createReadingViews } from './reading-views.js';
import { createRooms } from './rooms.js';
import { scenariosAtHand } from './shelf.js';
import { runInThread } from './simulation/batch-thread.js';
import { createSimulations } from './simulation/simulations.js';
import { createViews } from './views.js';

/** Where a server listens and what it serves. */
export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  /** The working directory, for local scenarios. */
  readonly cwd: string;
  /** The folder of the reader's library, which need not be there yet. */
  readonly library: string;
  readonly onFault: (error: Error) => void;
}

/** A server that listens, or why it cannot. */
export type Served =
  | {
      readonly type: 'listening';
      readonly port: number;
      readonly url: string;
      readonly close: () => Promise<void>;
    }
  | { readonly type: 'refused'; readonly message: string };

/** Starts the server; scenarios are compiled when they are first asked for. */
export async function startServer(options: ServeOptions): Promise<Served> {
  const { port, host, onFault } = options;
  const { warm, ...made } = partsOf(options);
  const webFolder = shippedPath('dist/web');
  const app = createApp({ ...made, webFolder, host, version: packageVersion(), onFault });
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    const message = refusalMessage(error, options);
    if (message === null) throw error;
    return { type: 'refused', message };
  }
  warm();
  const address = app.server.address() as AddressInfo;
  const close = async (): Promise<void> => await app.close();
  return { type: 'listening', port: address.port, url: urlOf(address), close };
}

/** What the server answers with, and what makes it ready to answer quickly. */
function partsOf({ cwd, library: folder, onFault }: ServeOptions) {
  const histories = createHistories(scenariosAtHand(cwd));
  const library = openLibrary(folder);
  const rooms = createRooms(histories, library);
  const warm = (): void => {
    rooms.warm().catch(onFault);
  };
  const simulations = createSimulations(histories, runInThread);
  return {
    views: createViews(histories, simulations),
    simulations,
    reading: createReadingViews(rooms),
    desk: createImportDesk(library, importFile, warm),
    warm,
  };
}

function refusalMessage(error: unknown, { port, host }: ServeOptions): string | null {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return startMessages.EADDRINUSE(port);
    case 'EACCES':
      return startMessages.EACCES(port);
    case 'EADDRNOTAVAIL':
      return startMessages.EADDRNOTAVAIL(host);
    case 'ENOTFOUND':
      return startMessages.ENOTFOUND(host);
    default:
      return null;
  }
}

/** The address to open: a server that listens everywhere is reached on this machine by its name. */
function urlOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}/`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`;
}
