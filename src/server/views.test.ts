import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReplayView, ScenarioListing } from '../protocol/replay.js';
import { failure } from './failure.js';
import { createHistories } from './histories.js';
import type { JsonBody } from './json-body.js';
import { scenariosAtHand } from './shelf.js';
import { createViews, type Views } from './views.js';

const CLOSE = { at: '1900-05-02T06:00Z', seat: 'mayor', type: 'act', act: 'close_bridge' };
const OFFER = { at: '1900-05-02T08:00Z', seat: 'reeve', type: 'send', letter: 'first' };
const UNSEEN = { at: '1900-05-02T09:00Z', seat: 'reeve', type: 'act', act: 'withdraw_cannon' };

const MECHANISMS: Readonly<Record<string, readonly object[]>> = {
  '01-a-bridge-closed': [CLOSE],
  '02-an-unseen-act': [CLOSE, UNSEEN],
  '03-an-offer': [CLOSE, OFFER],
  'not-orders': [{ seat: 'mayor' }],
};

const RECORD = { mechanism: null, simulated: null };
const AN_OFFER = { mechanism: '03-an-offer', simulated: null };

let cwd = '';
let views: Views;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-views-'));
  const folder = join(cwd, 'scenarios', 'towns');
  mkdirSync(join(folder, 'mechanisms'), { recursive: true });
  mkdirSync(join(cwd, 'scenarios', 'broken'));
  writeFileSync(join(cwd, 'scenarios', 'broken', 'scenario.yaml'), 'title: Broken\n');
  const yaml = readFileSync('scenarios/two-banks/scenario.yaml', 'utf8');
  writeFileSync(join(folder, 'scenario.yaml'), yaml);
  for (const [name, orders] of Object.entries(MECHANISMS)) {
    const lines = orders.map((order) => `${JSON.stringify(order)}\n`).join('');
    writeFileSync(join(folder, 'mechanisms', `${name}.ndjson`), lines);
  }
  views = createViews(createHistories(scenariosAtHand(cwd)), {
    history: async () => failure(404, 'no-such-job'),
  });
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function viewOf(mechanism: string, as: string): Promise<ReplayView> {
  const body = await views.replay('towns', { mechanism, simulated: null }, as);
  if ('type' in body) throw new Error(body.message);
  return parsed(body) as ReplayView;
}

function parsed(body: JsonBody): unknown {
  return JSON.parse(body.encoded('identity').toString());
}

async function codeOf(body: ReturnType<Views['replay']>): Promise<[number, string] | null> {
  const answer = await body;
  return 'type' in answer ? [answer.status, answer.code] : null;
}

describe('listings', () => {
  test('name every sound scenario with its mechanisms, titled without their numbers', async () => {
    const listings = parsed(await views.listings()) as ScenarioListing[];
    expect(listings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['two-banks', 'cuban-missile-crisis', 'towns']),
    );
    expect(listings.map(({ id }) => id)).not.toContain('broken');
    const towns = listings.find(({ id }) => id === 'towns');
    expect(towns?.mechanisms[0]).toEqual({
      name: '01-a-bridge-closed',
      title: 'A bridge closed',
    });
  });
});

describe('what cannot be shown', () => {
  test.each([
    ['nowhere', null, 'truth', [404, 'no-such-scenario']],
    ['../towns', null, 'truth', [404, 'no-such-scenario']],
    ['broken', null, 'truth', [500, 'broken-scenario']],
    ['towns', 'nothing', 'truth', [404, 'no-such-mechanism']],
    ['towns', '../scenario', 'truth', [404, 'no-such-mechanism']],
    ['towns', 'not-orders', 'truth', [500, 'broken-mechanism']],
    ['towns', '03-an-offer', 'nobody', [404, 'no-such-seat']],
    ['towns', '03-an-offer', '__proto__', [404, 'no-such-seat']],
  ] as const)('%s, %s, %s', async (id, mechanism, as, code) => {
    expect(await codeOf(views.replay(id, { mechanism, simulated: null }, as))).toEqual(code);
  });

  test('knew: a time without a zone', async () => {
    const at = '1900-05-02T06:00';
    expect(await codeOf(views.knew('towns', RECORD, 'mayor', at))).toEqual([400, 'bad-time']);
  });
});

describe('views', () => {
  test('are made once', async () => {
    const [a, b] = await Promise.all([
      views.replay('towns', AN_OFFER, 'truth'),
      views.replay('towns', AN_OFFER, 'truth'),
    ]);
    expect(await views.replay('towns', AN_OFFER, 'truth')).toBe(a);
    expect(b).toEqual(a);
  });

  test('R12: a seat sees the same bytes, whatever happened unseen by it', async () => {
    const seen = await viewOf('01-a-bridge-closed', 'mayor');
    const unseen = await viewOf('02-an-unseen-act', 'mayor');
    expect({ ...unseen, history: seen.history }).toEqual(seen);
    const truth = await viewOf('02-an-unseen-act', 'truth');
    expect(truth.marks.map(({ title }) => title)).toContain('Withdraw cannon');
    expect(JSON.stringify(unseen)).not.toContain('Withdraw cannon');
  });

  test("R12: a seat's view ends where the scenario does, not where its history did", async () => {
    const { scenario } = await viewOf('03-an-offer', 'mayor');
    expect(scenario.until).toBe(scenario.closes);
  });

  test('R14: a sender without a receipt sees its letter under way, the truth its arrival', async () => {
    const [own] = (await viewOf('03-an-offer', 'reeve')).letters;
    expect(own?.legs).toMatchObject([{ status: 'under way', arrived: null, arrivalKnown: null }]);
    const [real] = (await viewOf('03-an-offer', 'truth')).letters;
    expect(real?.legs).toMatchObject([{ status: 'arrived', reads: true }]);
    const [read] = (await viewOf('03-an-offer', 'mayor')).letters;
    expect(read?.known.placed).toBe(real?.legs[0]?.arrived?.placed);
  });

  test('every id of a view is one', async () => {
    for (const as of ['truth', 'mayor', 'reeve', 'sergeant']) {
      const { letters, marks, reports } = await viewOf('03-an-offer', as);
      for (const list of [letters, marks, reports]) {
        const ids = list.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });
});
