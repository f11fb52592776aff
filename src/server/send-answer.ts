import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from './failure.js';
import { sendJson, type JsonBody } from './json-body.js';
import { sendFailure } from './send-failure.js';

/** Answers with a JSON body, or with the failure that came in its stead. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: JsonBody | Failure,
): FastifyReply {
  return 'type' in answer ? sendFailure(reply, answer) : sendJson(request, reply, answer);
}
