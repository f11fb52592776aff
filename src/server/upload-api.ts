import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { ImportedView } from '../library/room/views.js';
import { failure, type Failure } from './failure.js';
import type { ImportDesk } from './import-desk.js';
import { isFailure, queryText } from './query-text.js';
import { sendFailure } from './send-failure.js';
import { UPLOAD_PATH } from './upload-guards.js';

type UploadRequest = FastifyRequest<{ Querystring: Readonly<Record<string, unknown>> }>;

const LONGEST_NAME = 255;

/**
 * Adds the one route that changes something: it takes a file for the library, as a stream that is
 * never held whole. What may come here at all `upload-guards.ts` says.
 */
export function addUpload(app: FastifyInstance, desk: ImportDesk): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', (_request, stream, done) => {
      done(null, stream);
    });
    scope.post(UPLOAD_PATH, async (request: UploadRequest, reply) => {
      const answer = await takeFile(request, desk);
      if ('type' in answer) return sendFailure(reply, answer);
      return reply.code(201).header('cache-control', 'no-store').send(answer);
    });
  });
}

/** An upload that breaks off is a file that cannot be read to its end, and so changes nothing. */
async function takeFile(
  { query, headers, body }: UploadRequest,
  desk: ImportDesk,
): Promise<ImportedView | Failure> {
  const name = queryText(query, 'name', LONGEST_NAME) ?? failure(400, 'missing-query', 'name');
  if (isFailure(name)) return name;
  const bytes = (body ?? Readable.from([])) as Readable;
  return await desk.take(name, bytes, Number(headers['content-length'] ?? 0));
}
