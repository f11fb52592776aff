import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { failure, type Failure } from '../failure.js';
import { jsonBody } from '../json-body.js';
import { isFromOwnPage } from '../own-page.js';
import { sendAnswer } from '../send-answer.js';
import { sendFailure } from '../send-failure.js';
import { requestOf, requestOfBody, simulatedOf } from './request-text.js';
import type { HistoriesAsked, Simulations } from './simulations.js';

type Query = Readonly<Record<string, unknown>>;
type ScenarioRequest = FastifyRequest<{ Params: { id: string }; Querystring: Query }>;
type JobRequest = FastifyRequest<{ Params: { job: string }; Querystring: Query }>;

/** Room for as many changes as a batch may have, each as long as it may be. */
const LARGEST_BODY = 16_384;

/** Adds what Simulate asks for. Who may begin a batch, `simulation-guards.ts` says. */
export function addSimulations(app: FastifyInstance, simulations: Simulations): void {
  addChoices(app, simulations);
  addJobs(app, simulations);
}

function addChoices(app: FastifyInstance, simulations: Simulations): void {
  app.get('/api/scenarios/:id/laboratory', async (request: ScenarioRequest, reply) =>
    sendAnswer(request, reply, await simulations.laboratory(request.params.id)),
  );
  app.get('/api/scenarios/:id/plan', async (request: ScenarioRequest, reply) => {
    if (!isFromOwnPage(request)) return sendFailure(reply, failure(403, 'foreign-page'));
    const asked = requestOf(request.query);
    if ('status' in asked) return sendFailure(reply, asked);
    return sendAnswer(request, reply, await simulations.plan(request.params.id, asked));
  });
  app.get('/api/scenarios/:id/pair', async (request: ScenarioRequest, reply) => {
    if (!isFromOwnPage(request)) return sendFailure(reply, failure(403, 'foreign-page'));
    const asked = simulatedOf(request.query) ?? failure(400, 'missing-query', 'run');
    if ('status' in asked) return sendFailure(reply, asked);
    const pair = await simulations.pair(request.params.id, asked);
    return sendAnswer(request, reply, 'status' in pair ? pair : jsonBody(pair));
  });
}

function addJobs(app: FastifyInstance, simulations: Simulations): void {
  app.post(
    '/api/scenarios/:id/simulations',
    { bodyLimit: LARGEST_BODY },
    async (request: ScenarioRequest, reply) => {
      const asked = requestOfBody(request.body);
      if ('status' in asked) return sendFailure(reply, asked);
      return sendFresh(reply, await simulations.start(request.params.id, asked), 201);
    },
  );
  app.get('/api/simulations/:job', async ({ params }: JobRequest, reply) =>
    sendFresh(reply, simulations.view(params.job)),
  );
  app.delete('/api/simulations/:job', async ({ params }: JobRequest, reply) =>
    sendFresh(reply, simulations.cancel(params.job)),
  );
  app.get('/api/simulations/:job/summary', async (request: JobRequest, reply) =>
    sendAnswer(request, reply, simulations.summary(request.params.job)),
  );
  app.get('/api/simulations/:job/histories', async ({ params, query }: JobRequest, reply) => {
    const asked = barOf(query);
    if ('status' in asked) return sendFailure(reply, asked);
    return sendFresh(reply, simulations.histories(params.job, asked));
  });
}

/** What changes from one moment to the next is not to be kept by anybody. */
function sendFresh(reply: FastifyReply, answer: object | Failure, code = 200): FastifyReply {
  if ('status' in answer) return sendFailure(reply, answer);
  return reply.code(code).header('cache-control', 'no-store').send(answer);
}

function barOf(query: Query): HistoriesAsked | Failure {
  const number = (name: string): number | null => {
    const text = query[name] ?? '0';
    return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
  };
  const [variant, from] = [number('variant'), number('from')];
  const { ending } = query;
  if (variant === null) return failure(400, 'bad-query', 'variant');
  if (from === null) return failure(400, 'bad-query', 'from');
  if (typeof ending !== 'string') return failure(400, 'bad-query', 'ending');
  return { variant, ending, from };
}
