import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failure, type Failure } from './failure.js';
import { jsonBody, sendJson, type JsonBody } from './json-body.js';
import { isFailure, queryText } from './query-text.js';
import { sendAnswer } from './send-answer.js';
import type { Views } from './views.js';

type Query = Readonly<Record<string, unknown>>;
type ScenarioRequest = FastifyRequest<{ Params: { id: string }; Querystring: Query }>;

const LONGEST_VALUE = 100;

/** Adds the API: everything that the app asks for. */
export function addApi(app: FastifyInstance, views: Views, version: string): void {
  const health = jsonBody({ status: 'ok', version });
  app.get('/api/health', (request, reply) => sendJson(request, reply, health));
  app.get('/api/scenarios', async (request, reply) =>
    sendJson(request, reply, await views.listings()),
  );
  app.get('/api/scenarios/:id/replay', async (request: ScenarioRequest, reply) =>
    sendAnswer(request, reply, await replayOf(request, views)),
  );
  app.get('/api/scenarios/:id/knew', async (request: ScenarioRequest, reply) =>
    sendAnswer(request, reply, await knewOf(request, views)),
  );
}

async function replayOf(
  { params, query }: ScenarioRequest,
  views: Views,
): Promise<JsonBody | Failure> {
  const mechanism = textOf(query, 'mechanism');
  const as = textOf(query, 'as');
  if (isFailure(mechanism)) return mechanism;
  if (isFailure(as)) return as;
  return await views.replay(params.id, mechanism, as ?? 'truth');
}

async function knewOf(
  { params, query }: ScenarioRequest,
  views: Views,
): Promise<JsonBody | Failure> {
  const mechanism = textOf(query, 'mechanism');
  const seat = textOf(query, 'seat') ?? failure(400, 'missing-query', 'seat');
  const at = textOf(query, 'at') ?? failure(400, 'missing-query', 'at');
  if (isFailure(mechanism)) return mechanism;
  if (isFailure(seat)) return seat;
  if (isFailure(at)) return at;
  return await views.knew(params.id, mechanism, seat, at);
}

function textOf(query: Query, name: string): string | Failure | null {
  return queryText(query, name, LONGEST_VALUE);
}
