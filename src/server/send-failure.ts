import type { FastifyReply } from 'fastify';
import type { Failure } from './failure.js';

/** Answers with a failure as JSON. */
export function sendFailure(reply: FastifyReply, failure: Failure): FastifyReply {
  const { status, code, message, allow } = failure;
  if (allow !== undefined) void reply.header('allow', allow);
  return reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}
