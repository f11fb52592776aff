import { isIP } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure, wrongMethod, type Failure } from './failure.js';
import { isSimulationPath, simulationRefusal } from './simulation/simulation-guards.js';
import { UPLOAD_PATH, uploadRefusal } from './upload-guards.js';

const LONGEST_ADDRESS = 2048;
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Puts on an answer the headers that every answer has. */
export function setGuardHeaders(reply: FastifyReply): void {
  void reply.headers(HEADERS);
}

/** What forbids a request before it is looked at, or null. */
export function refusalOf(request: FastifyRequest, ownHost: string): Failure | null {
  if (!isOwnHost(request.headers.host, ownHost)) return failure(403, 'foreign-host');
  const path = pathOf(request);
  if (path === UPLOAD_PATH) return uploadRefusal(request);
  if (isSimulationPath(path)) return simulationRefusal(request, path);
  if (request.method !== 'GET' && request.method !== 'HEAD') return wrongMethod('GET, HEAD');
  if (request.raw.url !== undefined && request.raw.url.length > LONGEST_ADDRESS) {
    return failure(414, 'address-too-long', LONGEST_ADDRESS);
  }
  return null;
}

function pathOf({ raw }: FastifyRequest): string {
  return raw.url?.split('?', 1)[0] ?? '';
}

/**
 * Whether a Host header names this server. A web page can make its visitor's browser resolve the
 * page's own name to this machine (DNS rebinding); the header then holds that name. A server bound
 * to a loopback address answers to loopback names alone; any other also to addresses, which cannot
 * be rebound, and to the name that it was bound to.
 */
export function isOwnHost(header: string | undefined, ownHost: string): boolean {
  const name = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/i.exec(header ?? '')?.[1];
  if (name === undefined) return false;
  const host = name.replace(/^\[|\]$/g, '').toLowerCase();
  if (LOOPBACK_NAMES.includes(host) || host === ownHost.toLowerCase()) return true;
  return isIP(host) !== 0 && !LOOPBACK_NAMES.includes(ownHost);
}
