import type { FastifyInstance } from 'fastify';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../library/folder.js';
import { importFile } from '../library/import.js';
import type { ImportedView, PageView, SearchView, ShelfView } from '../protocol/reading.js';
import { createApp } from './app.js';
import { createHistories } from './histories.js';
import { createImportDesk } from './import-desk.js';
import { isLoopback } from './loopback.js';
import { createReadingViews } from './reading-views.js';
import { createRooms } from './rooms.js';
import { scenariosAtHand } from './shelf.js';
import { askAt, errorOf, type Answer } from './testing/asking.js';
import { createSimulations } from './simulation/simulations.js';
import { createViews } from './views.js';

const FILES = '/api/library/files?name=note.md';
const BINARY = { 'content-type': 'application/octet-stream' };
const NOTE = '# A note on the ferry\n\nThe ferry was late, says the sergeant.\n';
const SHELF = '/api/scenarios/bare/shelf';

let folder = '';
let app: FastifyInstance;
let port = 0;
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-upload-'));
  // A scenario that says nothing of sources, so that its shelf has what is imported alone.
  const bare = join(folder, 'scenarios', 'bare');
  mkdirSync(bare, { recursive: true });
  cpSync('scenarios/two-banks/scenario.yaml', join(bare, 'scenario.yaml'));
  const histories = createHistories(scenariosAtHand(folder));
  const simulations = createSimulations(histories, async () => ({ type: 'cancelled' }));
  const library = openLibrary(join(folder, 'library'));
  const rooms = createRooms(histories, library);
  const onFault = ({ message }: Error) => faults.push(message);
  app = createApp({
    views: createViews(histories, simulations),
    simulations,
    reading: createReadingViews(rooms),
    desk: createImportDesk(library, importFile, () => void rooms.warm()),
    webFolder: join(folder, 'web'),
    host: '127.0.0.1',
    version: '1.2.3',
    onFault,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function post(
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = BINARY,
  path = FILES,
): Promise<Answer> {
  return askAt(port, path, headers, 'POST', body);
}

async function shelf(): Promise<ShelfView> {
  return JSON.parse((await askAt(port, SHELF)).body.toString()) as ShelfView;
}

describe('before anything is imported', () => {
  test('the library is empty, and a refused file leaves no trace of one', async () => {
    expect((await shelf()).documents).toEqual([]);
    expect((await errorOf(post('')))[0]).toBe(422);
    expect(existsSync(join(folder, 'library'))).toBe(false);
  });
});

describe('who may send a file', () => {
  test.each([
    ['a page of another server', { origin: 'http://evil.example' }, 403, 'foreign-page'],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403, 'foreign-page'],
    ['a page of another scheme', { origin: 'https://127.0.0.1' }, 403, 'foreign-page'],
    ['a page of nowhere', { origin: 'null' }, 403, 'foreign-page'],
    ['a browser that says so', { 'sec-fetch-site': 'cross-site' }, 403, 'foreign-page'],
    ['a browser on the same site', { 'sec-fetch-site': 'same-site' }, 403, 'foreign-page'],
    ['a page under a name of its own', { host: 'evil.example' }, 403, 'foreign-host'],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'not-a-file'],
    ['a form of text', { 'content-type': 'text/plain' }, 415, 'not-a-file'],
    ['a link', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not-a-file'],
  ])('not %s', async (_who, headers, status, code) => {
    expect(await errorOf(post(NOTE, { ...BINARY, ...headers }))).toEqual([status, code]);
    expect((await shelf()).documents).toEqual([]);
  });

  test('not without a type', async () => {
    expect(await errorOf(post(NOTE, {}))).toEqual([415, 'not-a-file']);
  });

  test.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:192.168.1.7', false],
    ['192.168.1.7', false],
    ['127.0.0.1.evil', false],
    ['fe80::1', false],
    [undefined, false],
  ])('from %s: %s', (address, own) => {
    expect(isLoopback(address)).toBe(own);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('not by %s', async (method) => {
    const answer = await askAt(port, FILES, BINARY, method);
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST']);
  });
});

describe('what may be sent', () => {
  test.each([
    ['no name', '/api/library/files', 400, 'missing-query'],
    ['two names', `${FILES}&name=x`, 400, 'bad-query'],
    ['a very long name', `/api/library/files?name=${'x'.repeat(256)}`, 400, 'query-too-long'],
  ])('not %s', async (_what, path, status, code) => {
    expect(await errorOf(post(NOTE, BINARY, path))).toEqual([status, code]);
  });

  test.each([
    ['an empty file', '', 422, 'empty-file'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'binary-file'],
    ['a web page', '<!doctype html><html><body>hello</body></html>', 415, 'html-file'],
    ['other XML', '<?xml version="1.0"?><rss/>', 415, 'other-xml'],
    ['not UTF-8', Buffer.from([0x61, 0xff, 0xfe, 0x0a, 0x62]), 422, 'bad-utf8'],
  ])('not %s', async (_what, body, status, code) => {
    expect(await errorOf(post(body))).toEqual([status, code]);
  });

  test('what is refused after its first bytes is answered, and the rest of it read over', async () => {
    const picture = Buffer.alloc(9 * 1024 * 1024);
    picture.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    expect(await errorOf(post(picture))).toEqual([415, 'binary-file']);
  });

  test('not a file of 65 MB: it is refused by its size, or when it has grown too large', async () => {
    const large = Buffer.alloc(65 * 1024 * 1024, 'a ');
    expect(await errorOf(post(large))).toEqual([413, 'file-too-large']);
    const chunked = { ...BINARY, 'transfer-encoding': 'chunked' };
    expect(await errorOf(post(large, chunked))).toEqual([413, 'text-too-large']);
    expect((await shelf()).documents).toEqual([]);
  });

  test('an upload that breaks off changes nothing, and the next one is taken', async () => {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        const head = `POST ${FILES} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000\r\n`;
        socket.write(`${head}Content-Type: application/octet-stream\r\n\r\n# A note`, () => {
          setImmediate(() => socket.destroy());
        });
      });
      socket.on('close', () => resolve());
      socket.on('error', reject);
    });
    expect(await errorOf(post(''))).toEqual([422, 'empty-file']);
    expect((await shelf()).documents).toEqual([]);
  });
});

describe('a file that is taken', () => {
  test('is told of, and stands on the shelf of every scenario at once', async () => {
    const before = (await askAt(port, SHELF)).headers['etag'];
    const { status, headers, body } = await post(NOTE);
    expect([status, headers['cache-control']]).toEqual([201, 'no-store']);
    expect(String(headers['content-security-policy'])).toContain("default-src 'self'");
    const { collection } = JSON.parse(body.toString()) as { collection: { id: string } };
    expect(collection).toMatchObject({ title: 'A note on the ferry', documents: 1 });
    const answer = await askAt(port, SHELF, { 'if-none-match': String(before) });
    expect(answer.status).toBe(200);
    const { documents } = JSON.parse(answer.body.toString()) as ShelfView;
    expect(documents.map(({ id, text }) => [id, text])).toEqual([[collection.id, 'held']]);
    const found = await askAt(port, '/api/scenarios/bare/search?q=sergeant');
    const { hits } = JSON.parse(found.body.toString()) as SearchView;
    expect(hits.map(({ id }) => id)).toEqual([collection.id]);
  });

  test('own page or no page: a browser on this server, and a tool', async () => {
    const origin = `http://127.0.0.1:${port}`;
    const browser = { ...BINARY, origin, 'sec-fetch-site': 'same-origin' };
    expect((await post(NOTE, browser)).status).toBe(201);
    expect((await post(NOTE, { ...BINARY, 'sec-fetch-site': 'none' })).status).toBe(201);
    expect((await post(NOTE, { 'content-type': 'Application/Octet-Stream' })).status).toBe(201);
  });

  test('a file that takes the place of another is told of, the same file again is not', async () => {
    const replacedBy = async (text: string): Promise<unknown> =>
      (JSON.parse((await post(text)).body.toString()) as ImportedView).replaced;
    expect(await replacedBy('# The toll\n\nOld.\n')).toBeNull();
    expect(await replacedBy('# The toll\n\nOld.\n')).toBeNull();
    expect(await replacedBy('# The Toll!\n\nNew.\n')).toEqual({
      title: 'The toll',
      file: 'note.md',
    });
  });

  test('several at once are taken', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async (n) => await post(`# Paper ${n}\n\nText ${n}.\n`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const titles = (await shelf()).documents.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Paper 1', 'Paper 2', 'Paper 3', 'Paper 4']));
  });

  test('its name is for messages only, and leads nowhere', async () => {
    const name = encodeURIComponent('../../..\\evil\u202E\n<b>.md');
    const answer = await post('# Evil\n\nText.\n', BINARY, `/api/library/files?name=${name}`);
    expect(answer.status).toBe(201);
    const { collections } = await shelf();
    expect(collections.find(({ title }) => title === 'Evil')?.file).toBe('evil<b>.md');
    expect(existsSync(join(folder, 'evil'))).toBe(false);
  });

  test('markup and script in a text are text in JSON, and nothing is served as a page', async () => {
    const evil = '# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> & </script>\n';
    const { body } = await post(evil);
    const { collection } = JSON.parse(body.toString()) as { collection: { id: string } };
    const path = `/api/scenarios/bare/documents/${collection.id}`;
    const answer = await askAt(port, path, { accept: 'text/html' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    const page = JSON.parse(answer.body.toString()) as PageView;
    expect(JSON.stringify(page.blocks)).toContain('onerror');
  });
});

test('none of this was a fault of the server', () => {
  expect(faults).toEqual([]);
});
