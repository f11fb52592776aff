import type { FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressBelow } from '../../tools/compress.mjs';
import { createApp } from './app.js';
import { failure } from './failure.js';
import { jsonBody } from './json-body.js';
import type { ReadingViews } from './reading-views.js';
import type { Simulations } from './simulation/simulations.js';
import { askAt, errorOf, sendRaw, type Answer } from './testing/asking.js';
import type { Views } from './views.js';

const LONG = { letters: 'x'.repeat(5000) };

const VIEWS: Views = {
  listings: async () => jsonBody([{ id: 'two-banks' }]),
  replay: async (id, { mechanism }, as) => {
    if (id === 'broken') throw new Error('the secret stack');
    if (id !== 'two-banks') return failure(404, 'no-such-scenario', id);
    if (mechanism !== null) return failure(404, 'no-such-mechanism', mechanism);
    return as === 'truth' ? jsonBody(LONG) : failure(404, 'no-such-seat', as);
  },
  knew: async (_id, _mechanism, seat, at) => jsonBody({ seat, at }),
};

const GONE = failure(404, 'no-such-job');

const SIMULATIONS: Simulations = {
  laboratory: async (id) => readingOf(id, { laboratory: id }),
  plan: async (id, request) => readingOf(id, request),
  start: async () => failure(429, 'too-many-jobs', 4),
  view: () => GONE,
  cancel: () => GONE,
  summary: () => GONE,
  histories: () => GONE,
  history: async () => GONE,
  pair: async () => GONE,
  close: async () => undefined,
};

const READING: ReadingViews = {
  shelf: async (id) => readingOf(id, { shelf: id }),
  page: async (id, document) => readingOf(id, { document }),
  accounts: async (id) => readingOf(id, { accounts: id }),
  search: async (id, query) => readingOf(id, { query }),
  speaking: async (id, entry) => readingOf(id, { entry }),
  citation: async (id, document, format) => {
    if (format !== 'bibtex') return failure(404, 'no-such-format', format, ['bibtex']);
    if (id !== 'two-banks') return failure(404, 'no-such-scenario', id);
    const fileName = `${document.replace('/', '-')}.bib`;
    return { text: '@letter{}', mediaType: 'application/x-bibtex; charset=utf-8', fileName };
  },
};

function readingOf(id: string, view: object) {
  return id === 'two-banks' ? jsonBody(view) : failure(404, 'no-such-scenario', id);
}

let folder = '';
let app: FastifyInstance;
let port = 0;
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-app-'));
  const web = join(folder, 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Backchannel</title>');
  writeFileSync(join(web, 'assets', 'app-1a2b3c.js'), 'export {};');
  compressBelow(join(web, 'assets'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  app = createApp({
    views: VIEWS,
    simulations: SIMULATIONS,
    reading: READING,
    desk: { take: async () => failure(415, 'not-a-file') },
    webFolder: web,
    host: '127.0.0.1',
    version: '1.2.3',
    onFault: ({ message }) => faults.push(message),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body?: string,
): Promise<Answer> {
  return askAt(port, path, headers, method, body);
}

describe('the API', () => {
  test('answers with JSON', async () => {
    expect(JSON.parse((await ask('/api/health')).body.toString())).toEqual({
      status: 'ok',
      version: '1.2.3',
    });
    expect((await ask('/api/scenarios')).headers['content-type']).toMatch(/^application\/json/);
    const knew = await ask('/api/scenarios/x/knew?seat=mayor&at=1900-05-01T06:00%2B02:00');
    expect(JSON.parse(knew.body.toString())).toEqual({
      seat: 'mayor',
      at: '1900-05-01T06:00+02:00',
    });
  });

  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['deflate', undefined, (bytes: Buffer) => bytes],
  ])('to Accept-Encoding %s in %s', async (accepted, encoding, decompress) => {
    const { headers, body } = await ask('/api/scenarios/two-banks/replay', {
      'accept-encoding': accepted,
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toContain('accept-encoding');
    expect(JSON.parse(decompress(body).toString())).toEqual(LONG);
  });

  test('answers 304 to who has it already', async () => {
    const { headers } = await ask('/api/scenarios/two-banks/replay');
    const known = { 'if-none-match': String(headers['etag']) };
    const again = await ask('/api/scenarios/two-banks/replay', known);
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const other = await ask('/api/scenarios', known);
    expect(other.status).toBe(200);
  });

  test.each([
    ['/api/scenarios/nowhere/replay', 404, 'no-such-scenario'],
    ['/api/scenarios/two-banks/replay?mechanism=../../secret', 404, 'no-such-mechanism'],
    ['/api/scenarios/two-banks/replay?as=nobody', 404, 'no-such-seat'],
    ['/api/scenarios/two-banks/replay?as=a&as=b', 400, 'bad-query'],
    [`/api/scenarios/two-banks/replay?as=${'a'.repeat(101)}`, 400, 'query-too-long'],
    ['/api/scenarios/two-banks/knew?at=1900-05-01T06:00Z', 400, 'missing-query'],
    ['/api/scenarios/two-banks/knew?seat=mayor', 400, 'missing-query'],
    ['/api/nothing', 404, 'no-such-page'],
    ['/api', 404, 'no-such-page'],
  ])('%s: %i %s', async (path, status, code) => {
    expect(await errorOf(ask(path))).toEqual([status, code]);
  });

  test('a fault of the server is told on its terminal, not to the caller', async () => {
    const answer = await ask('/api/scenarios/broken/replay');
    expect(answer.body.toString()).not.toContain('secret');
    expect(await errorOf(Promise.resolve(answer))).toEqual([500, 'internal-error']);
    expect(faults).toEqual(['the secret stack']);
  });
});

describe('the API of Read', () => {
  const at = '/api/scenarios/two-banks';

  test.each([
    ['/shelf', { shelf: 'two-banks' }],
    ['/accounts', { accounts: 'two-banks' }],
    ['/documents/F06/d65', { document: 'F06/d65' }],
    ['/documents/F06%2Fd65', { document: 'F06/d65' }],
    ['/documents/SEED-A', { document: 'SEED-A' }],
    ['/speaking/D015', { entry: 'D015' }],
    ['/search?q=private%20letter', { query: 'private letter' }],
    ['/search?q=', { query: '' }],
  ])('%s', async (path, view) => {
    const { status, headers, body } = await ask(`${at}${path}`);
    expect([status, JSON.parse(body.toString())]).toEqual([200, view]);
    expect(headers['content-type']).toMatch(/^application\/json/);
    const again = await ask(`${at}${path}`, { 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
    expect((await ask(`${at}${path}`, {}, 'HEAD')).status).toBe(200);
  });

  test('a citation is a file of its own kind, shown in the browser', async () => {
    const { status, headers, body } = await ask(`${at}/citations/F06/d65?format=bibtex`);
    expect([status, body.toString()]).toEqual([200, '@letter{}']);
    expect(headers).toMatchObject({
      'content-type': 'application/x-bibtex; charset=utf-8',
      'content-disposition': 'inline; filename="F06-d65.bib"',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['/api/scenarios/nowhere/shelf', 404, 'no-such-scenario'],
    ['/api/scenarios/nowhere/documents/F06/d65', 404, 'no-such-scenario'],
    ['/api/scenarios/..%2f..%2fetc/documents/passwd', 404, 'no-such-scenario'],
    [`${at}/search`, 400, 'missing-query'],
    [`${at}/search?q=a&q=b`, 400, 'bad-query'],
    [`${at}/search?q=${'a'.repeat(201)}`, 400, 'query-too-long'],
    [`${at}/citations/F06/d65`, 400, 'missing-query'],
    [`${at}/citations/F06/d65?format=exe`, 404, 'no-such-format'],
    [`${at}/documents/${'a'.repeat(121)}`, 400, 'bad-request'],
    [`${at}/documents/F06/d65/p3`, 404, 'no-such-page'],
    [`${at}/documents/%ff`, 400, 'bad-request'],
  ])('%s: %i %s', async (path, status, code) => {
    expect(await errorOf(ask(path))).toEqual([status, code]);
  });

  test('no address but the one of files takes a POST', async () => {
    const type = { 'content-type': 'application/octet-stream' };
    for (const path of [`${at}/shelf`, '/api/library', '/api/library/files/x', '/']) {
      const answer = ask(path, type, 'POST', 'x');
      expect(await errorOf(answer)).toEqual([405, 'method-not-allowed']);
      expect((await answer).headers['allow']).toBe('GET, HEAD');
    }
  });
});

describe('the app', () => {
  test('every address of a screen gives the page, uncached', async () => {
    for (const path of ['/', '/replay/two-banks?as=mayor', '/simulate']) {
      const { status, headers, body } = await ask(path, { accept: 'text/html,*/*' });
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(body.toString()).toContain('<title>Backchannel</title>');
    }
  });

  test('assets are kept for good, because their names carry their hash', async () => {
    const { status, headers } = await ask('/assets/app-1a2b3c.js');
    expect([status, headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(headers['content-type']).toMatch(/javascript/);
    const again = await ask('/assets/app-1a2b3c.js', { 'if-none-match': String(headers['etag']) });
    expect(again.status).toBe(304);
  });

  test.each(['br', 'gzip'])('assets go out in %s, as the build left them', async (encoding) => {
    const { headers, body } = await ask('/assets/app-1a2b3c.js', { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toContain('accept-encoding');
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['cache-control']).toContain('immutable');
    const decompress = encoding === 'br' ? brotliDecompressSync : gunzipSync;
    expect(decompress(body).toString()).toBe('export {};');
  });

  test('a file that is not there is not a screen', async () => {
    const page = { accept: 'text/html' };
    expect(await errorOf(ask('/assets/app-ffffff.js', page))).toEqual([404, 'no-such-page']);
    expect(await errorOf(ask('/favicon.ico', page))).toEqual([404, 'no-such-page']);
  });
});

describe('every answer', () => {
  test.each([
    ['a screen', '/', {}, 200],
    ['the API', '/api/health', {}, 200],
    ['an error', '/api/nothing', {}, 404],
    ['a broken address', '/%ff', {}, 400],
    ['a foreign host', '/', { host: 'evil.example' }, 403],
  ])('carries the guard headers: %s', async (_name, path, more, status) => {
    const answer = await ask(path, { accept: 'text/html', ...more });
    expect(answer.status).toBe(status);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'; script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });
});

describe('hostile requests', () => {
  test.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '10.0.0.1', '', '['])(
    'a request for the host "%s" is refused (DNS rebinding)',
    async (host) => {
      const headers: Record<string, string> = host === '' ? {} : { host };
      const answer = host === '' ? rawHost() : errorOf(ask('/api/scenarios', headers));
      expect(await answer).toEqual([403, 'foreign-host']);
    },
  );

  test.each(['localhost', 'LOCALHOST:1', '127.0.0.1:1962', '[::1]:1962'])(
    'a request for the host %s is answered',
    async (host) => {
      expect((await ask('/api/health', { host })).status).toBe(200);
    },
  );

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '//etc/passwd',
    '/assets/app-1a2b3c.js%00.html',
    '/....//secret.txt',
  ])('%s does not leave the folder of the app', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 403, 404]).toContain(status);
    expect(body.toString()).not.toContain('root:');
    expect(body.toString()).not.toBe('secret');
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
    const answer = ask('/api/scenarios', {}, method);
    expect(await errorOf(answer)).toEqual([405, 'method-not-allowed']);
    expect((await answer).headers['allow']).toBe('GET, HEAD');
  });

  test('a body is refused, however large', async () => {
    const answer = ask('/api/scenarios', {}, 'POST', 'x'.repeat(100_000));
    expect(await errorOf(answer)).toEqual([405, 'method-not-allowed']);
  });

  test('a very long address is refused', async () => {
    expect(await errorOf(ask(`/api/scenarios?x=${'x'.repeat(3000)}`))).toEqual([
      414,
      'address-too-long',
    ]);
  });

  test('what is not HTTP is answered and hung up on', async () => {
    expect(await sendRaw(port, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect((await ask('/api/health')).status).toBe(200);
  });
});

/** HTTP 1.0 knows no Host header. */
async function rawHost(): Promise<[number, string]> {
  const answer = await sendRaw(port, 'GET /api/scenarios HTTP/1.0\r\n\r\n');
  const [, status = ''] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
  return [Number(status), /"code":"([^"]+)"/.exec(answer)?.[1] ?? ''];
}
