import type { FastifyInstance, FastifyRequest } from 'fastify';
import { failure, type Failure } from './failure.js';
import { jsonBody, sendJson, type JsonBody } from './json-body.js';
import { isFailure, queryText } from './query-text.js';
import { sendAnswer } from './send-answer.js';
import { isFromOwnPage } from './own-page.js';
import { simulatedOf } from './simulation/request-text.js';
import type { HistoryAsked, Views } from './views.js';

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

async function replayOf(request: ScenarioRequest, views: Views): Promise<JsonBody | Failure> {
  const { params, query } = request;
  const asked = historyOf(request);
  if ('status' in asked) return asked;
  const as = textOf(query, 'as');
  if (isFailure(as)) return as;
  return await views.replay(params.id, asked, as ?? 'truth');
}

async function knewOf(request: ScenarioRequest, views: Views): Promise<JsonBody | Failure> {
  const { params, query } = request;
  const asked = historyOf(request);
  if ('status' in asked) return asked;
  const seat = textOf(query, 'seat') ?? failure(400, 'missing-query', 'seat');
  const at = textOf(query, 'at') ?? failure(400, 'missing-query', 'at');
  if (isFailure(seat)) return seat;
  if (isFailure(at)) return at;
  return await views.knew(params.id, asked, seat, at);
}

/** A simulated history is computed when it is asked for, so that no other server's page may ask. */
function historyOf(request: ScenarioRequest): HistoryAsked | Failure {
  const mechanism = textOf(request.query, 'mechanism');
  if (isFailure(mechanism)) return mechanism;
  const simulated = simulatedOf(request.query);
  if (simulated === null) return { mechanism, simulated };
  if ('status' in simulated) return simulated;
  return isFromOwnPage(request) ? { mechanism: null, simulated } : failure(403, 'foreign-page');
}

function textOf(query: Query, name: string): string | Failure | null {
  return queryText(query, name, LONGEST_VALUE);
}
