import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip' | 'identity';

/** A JSON answer, kept with its tag and in every encoding asked for so far. */
export interface JsonBody {
  readonly etag: string;
  readonly encoded: (encoding: Encoding) => Buffer;
}

/** Below this a packet is a packet, compressed or not. */
const WORTH_COMPRESSING = 1400;

/** Serialises a value once; each encoding is made when first asked for and kept. */
export function jsonBody(value: unknown): JsonBody {
  const identity = Buffer.from(JSON.stringify(value));
  const digest = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  const made = new Map<Encoding, Buffer>([['identity', identity]]);
  return {
    // Weak, because the same tag serves every encoding.
    etag: `W/"${digest}"`,
    encoded: (encoding) => {
      const known = made.get(encoding);
      if (known !== undefined) return known;
      const bytes = compressed(identity, encoding);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}

function compressed(bytes: Buffer, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'br':
      return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    case 'gzip':
      return gzipSync(bytes);
    case 'identity':
      return bytes;
  }
}

/**
 * Answers with a JSON body: not at all if the client has it, else in the best encoding it takes.
 */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  body: JsonBody,
): FastifyReply {
  void reply.headers({
    'cache-control': 'no-cache',
    etag: body.etag,
    vary: 'accept-encoding',
  });
  const known = request.headers['if-none-match'];
  if (known?.split(',').some((tag) => tag.trim() === body.etag) === true) {
    return reply.code(304).send();
  }
  const small = body.encoded('identity').length < WORTH_COMPRESSING;
  const encoding = small ? 'identity' : bestEncoding(request.headers['accept-encoding'] ?? '');
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.type('application/json; charset=utf-8').send(body.encoded(encoding));
}

function bestEncoding(accepted: string): Encoding {
  const offers = accepted
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim().split(/\s*;\s*/))
    .filter(([, weight]) => weight === undefined || !/^q=0(\.0*)?$/.test(weight))
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => offers.includes(encoding)) ?? 'identity';
}
