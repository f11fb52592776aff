import type { FastifyReply } from 'fastify';
import type { Failure } from './failure.js';

/** Answers with a failure as JSON. */
export function sendFailure(reply: FastifyReply, { status, code, message }: Failure): FastifyReply {
  if (status === 405) void reply.header('allow', 'GET, HEAD');
  return reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}
