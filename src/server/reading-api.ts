import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { failure, type Failure } from './failure.js';
import type { JsonBody } from './json-body.js';
import { isFailure, queryText } from './query-text.js';
import type { ReadingViews } from './reading-views.js';
import { sendAnswer } from './send-answer.js';
import { sendFailure } from './send-failure.js';

interface Params {
  readonly id: string;
  readonly collection: string;
  readonly key?: string;
  readonly entry: string;
}
type ReadingRequest = FastifyRequest<{
  Params: Params;
  Querystring: Readonly<Record<string, unknown>>;
}>;

const LONGEST_SEARCH = 200;
const LONGEST_FORMAT = 20;

/** Adds what the screens of Read ask for. */
export function addReading(app: FastifyInstance, views: ReadingViews): void {
  const at = (
    path: string,
    answer: (request: ReadingRequest) => Promise<JsonBody | Failure>,
  ): void => {
    app.get(`/api/scenarios/:id${path}`, async (request: ReadingRequest, reply) =>
      sendAnswer(request, reply, await answer(request)),
    );
  };
  at('/shelf', async ({ params }) => await views.shelf(params.id));
  at('/accounts', async ({ params }) => await views.accounts(params.id));
  at('/speaking/:entry', async ({ params }) => await views.speaking(params.id, params.entry));
  at('/search', async (request) => await searchOf(request, views));
  for (const path of ['/:collection', '/:collection/:key']) {
    at(`/documents${path}`, async ({ params }) => await views.page(params.id, documentOf(params)));
    app.get(`/api/scenarios/:id/citations${path}`, async (request: ReadingRequest, reply) =>
      sendCitation(reply, await citationOf(request, views)),
    );
  }
}

function documentOf({ collection, key }: Params): string {
  return key === undefined ? collection : `${collection}/${key}`;
}

async function searchOf(
  { params, query }: ReadingRequest,
  views: ReadingViews,
): Promise<JsonBody | Failure> {
  const words = queryText(query, 'q', LONGEST_SEARCH) ?? failure(400, 'missing-query', 'q');
  return isFailure(words) ? words : await views.search(params.id, words);
}

async function citationOf({ params, query }: ReadingRequest, views: ReadingViews) {
  const format =
    queryText(query, 'format', LONGEST_FORMAT) ?? failure(400, 'missing-query', 'format');
  if (isFailure(format)) return format;
  return await views.citation(params.id, documentOf(params), format);
}

/** A citation is shown in the browser, and saved under a name of its own. */
function sendCitation(
  reply: FastifyReply,
  citation: Awaited<ReturnType<ReadingViews['citation']>>,
): FastifyReply {
  if ('type' in citation) return sendFailure(reply, citation);
  return reply
    .header('cache-control', 'no-cache')
    .header('content-disposition', `inline; filename="${citation.fileName}"`)
    .type(citation.mediaType)
    .send(citation.text);
}
