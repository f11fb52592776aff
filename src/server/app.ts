import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addApi } from './api.js';
import { failure } from './failure.js';
import type { ImportDesk } from './import-desk.js';
import { refusalOf, setGuardHeaders } from './guards.js';
import { addReading } from './reading-api.js';
import type { ReadingViews } from './reading-views.js';
import { sendFailure } from './send-failure.js';
import { addSimulations } from './simulation/simulation-api.js';
import type { Simulations } from './simulation/simulations.js';
import { addUpload } from './upload-api.js';
import type { Views } from './views.js';

/** What a server is made of. */
export interface AppOptions {
  readonly views: Views;
  readonly reading: ReadingViews;
  readonly desk: ImportDesk;
  readonly simulations: Simulations;
  /** The folder of the built app. */
  readonly webFolder: string;
  /** The host that it listens on: requests for other hosts are refused. */
  readonly host: string;
  readonly version: string;
  /** Told of faults of the server itself. */
  readonly onFault: (error: Error) => void;
}

/** An id of a collection has at most 120 characters. */
const LONGEST_PARAMETER = 120;

/** The app and the API as a server that does not listen yet. */
export function createApp(options: AppOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: 1024,
    forceCloseConnections: true,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error, _request, reply) => {
      setGuardHeaders(reply);
      void sendFailure(reply, failure(400, 'bad-request', error.message));
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    setGuardHeaders(reply);
    const refusal = refusalOf(request, options.host);
    if (refusal !== null) await sendFailure(reply, refusal);
  });
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode < 500) {
      return sendFailure(reply, failure(statusCode, 'bad-request', error.message));
    }
    options.onFault(error);
    return sendFailure(reply, failure(500, 'internal-error'));
  });
  addApi(app, options.views, options.version);
  addReading(app, options.reading);
  addUpload(app, options.desk);
  addSimulations(app, options.simulations);
  addPages(app, options.webFolder);
  app.addHook('onClose', async () => await options.simulations.close());
  return app;
}

/** Serves the built app; every address that is none of its files is one of its screens. */
function addPages(app: FastifyInstance, webFolder: string): void {
  const built = existsSync(join(webFolder, 'index.html'));
  if (built) {
    void app.register(fastifyStatic, {
      root: webFolder,
      // Only files that stand there now are served, whatever the address says.
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        void response.setHeader('cache-control', cacheRule(path));
        void response.setHeader('vary', 'accept-encoding');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isScreen(request)) return sendFailure(reply, failure(404, 'no-such-page'));
    if (!built) return sendFailure(reply, failure(503, 'app-not-built'));
    return reply.sendFile('index.html');
  });
}

/** Vite puts the hash of their content into the names of assets. */
function cacheRule(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** A screen is what a browser goes to: no part of the API, no file. */
function isScreen({ url, headers }: FastifyRequest): boolean {
  const path = url.split(/[?#]/, 1)[0]!;
  if (path === '/api' || path.startsWith('/api/')) return false;
  const wantsPage = headers.accept?.includes('text/html') ?? path === '/';
  return wantsPage && !/\.[^/]*$/.test(path);
}
