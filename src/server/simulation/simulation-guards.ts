import type { FastifyRequest } from 'fastify';
import { failure, wrongMethod, type Failure } from '../failure.js';
import { isLoopback } from '../loopback.js';
import { isFromOwnPage } from '../own-page.js';

const START = /^\/api\/scenarios\/[^/]+\/simulations$/;
const JOB = /^\/api\/simulations\/[^/]+$/;

/** Whether an address is one of those that begin or end a batch. */
export function isSimulationPath(path: string): boolean {
  return START.test(path) || JOB.test(path);
}

/**
 * What forbids beginning, following or cancelling a batch, or null. A batch keeps this machine
 * busy, so it is begun and cancelled from this machine alone, and by no page of another server.
 */
export function simulationRefusal(request: FastifyRequest, path: string): Failure | null {
  const { method, headers, socket } = request;
  const isStart = START.test(path);
  if (!isStart && (method === 'GET' || method === 'HEAD')) return null;
  if (isStart && method !== 'POST') return wrongMethod('POST');
  if (!isStart && method !== 'DELETE') return wrongMethod('GET, HEAD, DELETE');
  if (!isLoopback(socket.remoteAddress)) return failure(403, 'elsewhere-simulated');
  if (!isFromOwnPage(request)) return failure(403, 'foreign-page');
  return isStart && !isJson(headers['content-type']) ? failure(415, 'not-json') : null;
}

function isJson(type: string | undefined): boolean {
  return type?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}
