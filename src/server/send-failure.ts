import type { FastifyReply } from 'fastify';
import type { Failure } from './failure.js';
import { isLoopback } from './loopback.js';

/** Answers with a failure as JSON. */
export function sendFailure(reply: FastifyReply, failure: Failure): FastifyReply {
  const { status, code, allow } = failure;
  if (allow !== undefined) void reply.header('allow', allow);
  // The request lets go of its connection where its body was not read to the end.
  const message = messageTo(reply.raw.socket?.remoteAddress, failure);
  return reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}

/** What is said to who asks from an address: what it tells of this machine is for this machine. */
export function messageTo(
  address: string | undefined,
  { message, elsewhere = message }: Failure,
): string {
  return isLoopback(address) ? message : elsewhere;
}
