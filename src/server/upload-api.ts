import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { failure } from './failure.js';
import type { ImportDesk } from './import-desk.js';
import { queryText } from './query-text.js';
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

async function takeFile(request: UploadRequest, desk: ImportDesk) {
  const name = queryText(request.query, 'name', LONGEST_NAME);
  if (typeof name === 'object' && name !== null) return name;
  if (name === null) return failure(400, 'missing-query', 'name');
  const upload = uploadOf(request.body as Readable | undefined);
  try {
    const answer = await desk.take(shownName(name), upload.bytes);
    return upload.isBrokenOff() ? failure(400, 'upload-broken-off') : answer;
  } catch (error) {
    if (upload.isBrokenOff()) return failure(400, 'upload-broken-off');
    throw error;
  }
}

/** The bytes of an upload as they come, and whether they stopped coming before the end. */
function uploadOf(body: Readable | undefined) {
  let brokenOff = false;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    if (body === undefined) return;
    try {
      // Who stops reading early still has an answer to send over the same connection.
      for await (const chunk of body.iterator({ destroyOnReturn: false })) {
        yield chunk as Uint8Array;
      }
    } catch (error) {
      brokenOff = true;
      throw error;
    }
  }
  return { bytes: bytes(), isBrokenOff: () => brokenOff };
}

/** The name of a file as a message may show it: no path, no control characters; never opened. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  return shown === '' ? 'file' : shown;
}
