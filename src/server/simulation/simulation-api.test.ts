import type { FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JobView, LaboratoryView, PlanView } from '../../protocol/simulation.js';
import { openLibrary } from '../../library/folder.js';
import { createApp } from '../app.js';
import { createHistories } from '../histories.js';
import { createReadingViews } from '../reading-views.js';
import { createRooms } from '../rooms.js';
import { failure } from '../failure.js';
import { scenariosAtHand } from '../shelf.js';
import { askAt, errorOf } from '../testing/asking.js';
import { createViews } from '../views.js';
import { createSimulations } from './simulations.js';

const START = '/api/scenarios/two-banks/simulations';
const BODY = {
  at: null,
  doctrines: [
    { seat: 'mayor', doctrine: 'steady' },
    { seat: 'reeve', doctrine: 'steady' },
  ],
  changes: ['channel ferry delay 6h'],
  runs: 10,
  seed: '1',
};
const QUERY = 'doctrine=mayor=steady&doctrine=reeve=steady&change=channel+ferry+delay+6h&seed=1';
const JSON_TYPE = { 'content-type': 'application/json' };
const FOREIGN = { origin: 'http://elsewhere.example', 'sec-fetch-site': 'cross-site' };

let folder = '';
let app: FastifyInstance;
let port = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-simulations-'));
  const histories = createHistories(scenariosAtHand(folder));
  // A batch that never comes to its end by itself.
  const simulations = createSimulations(
    histories,
    (_program, _batch, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve({ type: 'cancelled' }));
      }),
  );
  app = createApp({
    views: createViews(histories, simulations),
    simulations,
    reading: createReadingViews(createRooms(histories, openLibrary(join(folder, 'library')))),
    desk: { take: async () => failure(415, 'not-a-file') },
    webFolder: join(folder, 'web'),
    host: '127.0.0.1',
    version: '1.2.3',
    onFault: (error) => {
      throw error;
    },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function post(body: unknown, headers: Readonly<Record<string, string>> = JSON_TYPE) {
  return askAt(port, START, headers, 'POST', JSON.stringify(body));
}

async function jsonAt<T>(path: string): Promise<T> {
  const { status, body } = await askAt(port, path);
  expect(status).toBe(200);
  return JSON.parse(body.toString()) as T;
}

describe('batches over HTTP', () => {
  test('one is begun, followed, and cancelled', async () => {
    const { status, body } = await post(BODY);
    expect(status).toBe(201);
    const { job } = JSON.parse(body.toString()) as JobView;
    const path = `/api/simulations/${job}`;
    expect(await jsonAt<JobView>(path)).toMatchObject({ state: 'running', total: 20 });
    expect(await errorOf(askAt(port, `${path}/summary`))).toEqual([409, 'no-results-yet']);
    const cancelled = await askAt(port, path, {}, 'DELETE');
    expect(JSON.parse(cancelled.body.toString())).toMatchObject({ state: 'cancelled' });
    expect(await jsonAt<JobView>(path)).toMatchObject({ state: 'cancelled' });
  });

  test('no page of another server begins, cancels or asks for computed histories', async () => {
    expect(await errorOf(post(BODY, { ...JSON_TYPE, ...FOREIGN }))).toEqual([403, 'foreign-page']);
    const job = '/api/simulations/0123456789abcdef';
    expect(await errorOf(askAt(port, job, FOREIGN, 'DELETE'))).toEqual([403, 'foreign-page']);
    for (const path of [`plan?${QUERY}`, `pair?run=0&${QUERY}`, `replay?run=0&${QUERY}`]) {
      const asked = askAt(port, `/api/scenarios/two-banks/${path}`, FOREIGN);
      expect(await errorOf(asked)).toEqual([403, 'foreign-page']);
    }
  });

  test.each([
    ['another type than JSON', { 'content-type': 'text/plain' }, BODY, [415, 'not-json']],
    ['a body that is no batch', JSON_TYPE, { runs: 'many' }, [400, 'bad-request']],
    ['a body too large', JSON_TYPE, { ...BODY, seed: 'x'.repeat(20_000) }, [413, 'bad-request']],
    ['a batch that cannot be', JSON_TYPE, { ...BODY, runs: 0 }, [422, 'bad-simulation']],
    [
      'a change that cannot be made',
      JSON_TYPE,
      { ...BODY, changes: ['x'] },
      [422, 'bad-simulation'],
    ],
  ])('%s is refused', async (_, headers, body, error) => {
    expect(await errorOf(post(body, headers))).toEqual(error);
  });

  test('each address takes its own methods', async () => {
    const started = await askAt(port, START);
    expect([started.status, started.headers['allow']]).toEqual([405, 'POST']);
    const put = await askAt(port, '/api/simulations/0123', {}, 'PUT');
    expect([put.status, put.headers['allow']]).toEqual([405, 'GET, HEAD, DELETE']);
    expect(await errorOf(askAt(port, '/api/simulations/0123'))).toEqual([404, 'no-such-job']);
    expect(await errorOf(post(BODY).then(() => askAt(port, `${START}/more`)))).toEqual([
      404,
      'no-such-page',
    ]);
  });
});

describe('what can be asked for besides', () => {
  test('the laboratory, a plan, a pair, and a history from a seat', async () => {
    const scenario = '/api/scenarios/two-banks';
    const view = await jsonAt<LaboratoryView>(`${scenario}/laboratory`);
    expect(view.recorded).toBe(false);
    const plan = await jsonAt<PlanView>(`${scenario}/plan?${QUERY}&runs=10`);
    expect(plan.command).toContain("--change 'channel ferry delay 6h' --against baseline");
    expect(await jsonAt(`${scenario}/pair?run=3&${QUERY}`)).toMatchObject({
      changes: ['Ferry takes 6h instead of triangular 2h 4h 9h'],
    });
    expect(await jsonAt(`${scenario}/replay?as=reeve&run=3&${QUERY}`)).toMatchObject({
      as: 'reeve',
      history: { name: 'simulated', title: 'History 3 of seed 1, with the changes' },
    });
    const knew = `${scenario}/knew?seat=reeve&at=1900-05-02T08:00Z&run=3&${QUERY}`;
    expect(await jsonAt(knew)).toMatchObject({ seat: 'reeve' });
  });

  test.each([
    ['pair?seed=1', [400, 'missing-query']],
    [`replay?run=first&${QUERY}`, [400, 'no-such-run']],
    ['replay?run=0&doctrine=mayor=meek', [422, 'bad-simulation']],
    ['plan?seed=1&seed=2', [400, 'bad-query']],
  ])('%s is refused', async (path, error) => {
    expect(await errorOf(askAt(port, `/api/scenarios/two-banks/${path}`))).toEqual(error);
  });
});
