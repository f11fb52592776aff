import type { FastifyRequest } from 'fastify';
import { failure, wrongMethod, type Failure } from './failure.js';
import { isLoopback } from './loopback.js';
import { isFromOwnPage } from './own-page.js';

/** The one address that takes a file. */
export const UPLOAD_PATH = '/api/library/files';

/**
 * What forbids an import before any of the file is read, or null. A page of another server can make
 * its visitor's browser send requests here, so a file is taken from this machine alone, from a page
 * of this server or from no page at all, and only as a type that a form cannot send.
 */
export function uploadRefusal(request: FastifyRequest): Failure | null {
  if (request.method !== 'POST') return wrongMethod('POST');
  if (!isLoopback(request.socket.remoteAddress)) return failure(403, 'foreign-machine');
  if (!isFromOwnPage(request)) return failure(403, 'foreign-page');
  return isBareFile(request.headers['content-type']) ? null : failure(415, 'not-a-file');
}

function isBareFile(type: string | undefined): boolean {
  return type?.split(';', 1)[0]?.trim().toLowerCase() === 'application/octet-stream';
}
