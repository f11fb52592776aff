import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../library/folder.js';
import { GAZETTE, LETTERS } from '../library/room/testing/two-towns-library.js';
import type { AccountsView, PageView, SearchView, ShelfView } from '../protocol/reading.js';
import { createHistories } from './histories.js';
import type { JsonBody } from './json-body.js';
import { createReadingViews, type ReadingViews } from './reading-views.js';
import { createRooms, type Rooms } from './rooms.js';
import { scenariosAtHand } from './shelf.js';

const SOURCES = `
LET: {title: Letters, where: 'https://letters.example/letters-1900', basis: xml, type: edition, collection: letters-1900}
TALE: {title: A tale, where: an attic, basis: page}
`;
const RECORD = `
dispatches:
  D1:
    title: The first offer
    from: reeve
    to: mayor
    sent: 1900-05-02T08:00Z
    legs: [{by: ferry, to: mayor, arrived: 1900-05-02T12:00Z}]
    cites: [LET d1]
    basis: recall
obligations:
  O1: {title: A bridge to open, obligor: north, beneficiaries: [south], text: open the bridge, made_in: D1, cites: [LET d2]}
`;
const ACCOUNTS = `
accounts: {TALE: {title: What the tale says, source: TALE}}
claims:
  A1: {account: TALE, says: A letter came., verdict: confirmed, record: It did., cites: [LET d1], entries: [D1, O1]}
`;

let cwd = '';
let n = 0;
let rooms: Rooms;
let views: ReadingViews;
let library: ReturnType<typeof openLibrary>;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-reading-'));
  plant('towns', ACCOUNTS);
  plantBare('bare');
  plant('mistold', ACCOUNTS.replace('source: TALE', 'source: TAIL'));
});

beforeEach(() => {
  const histories = createHistories(scenariosAtHand(cwd));
  library = openLibrary(join(cwd, `library-${(n += 1)}`));
  rooms = createRooms(histories, library);
  views = createReadingViews(rooms);
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

/** A scenario that says nothing of sources. */
function plantBare(name: string): string {
  const folder = join(cwd, 'scenarios', name);
  mkdirSync(folder, { recursive: true });
  const yaml = readFileSync('scenarios/two-banks/scenario.yaml', 'utf8');
  writeFileSync(join(folder, 'scenario.yaml'), yaml);
  return folder;
}

function plant(name: string, accounts: string): void {
  const folder = plantBare(name);
  writeFileSync(join(folder, 'sources.yaml'), SOURCES);
  writeFileSync(join(folder, 'record.yaml'), RECORD);
  writeFileSync(join(folder, 'accounts.yaml'), accounts);
}

async function viewOf<T>(answer: ReturnType<ReadingViews['shelf']>): Promise<T> {
  const body = await answer;
  if ('type' in body) throw new Error(body.message);
  return parsed(body) as T;
}

function parsed(body: JsonBody): unknown {
  return JSON.parse(body.encoded('identity').toString());
}

async function codeOf(answer: ReturnType<ReadingViews['citation'] | ReadingViews['shelf']>) {
  const body = await answer;
  return 'type' in body ? [body.status, body.code] : null;
}

describe('the chronicle of a room', () => {
  test('has letters with their legs in words, and bonds by their titles', async () => {
    const { letters, claims } = await viewOf<PageView>(views.page('towns', 'LET/d1'));
    expect(letters).toMatchObject([
      {
        id: 'D1',
        title: 'The first offer',
        legs: [
          {
            from: 'Reeve',
            to: 'Mayor',
            channel: 'Ferry',
            sent: { text: '2 May 1900, 08:00Z', flag: 'from memory' },
            arrived: { text: '2 May 1900, 12:00Z' },
          },
        ],
      },
    ]);
    expect(claims[0]?.moments.map(({ title, replay }) => [title, replay])).toEqual([
      ['The first offer', '/replay/towns?at=1900-05-02T08:00Z&as=truth&letter=D1'],
      ['A bridge to open', '/replay/towns?at=1900-05-02T08:00Z&as=truth&bond=O1'],
    ]);
  });
});

describe('views', () => {
  test('are made once for each state of the library, and anew after an import', async () => {
    const first = await views.shelf('towns');
    expect(await views.shelf('towns')).toBe(first);
    await library.add([LETTERS]);
    const { documents } = await viewOf<ShelfView>(views.shelf('towns'));
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['LET/d1', 'held'],
      ['LET/d2', 'held'],
      ['LET/d3', 'catalogue'],
      ['TALE', 'card'],
    ]);
    const page = await viewOf<PageView>(views.page('towns', 'LET/d1'));
    expect(page.blocks).toHaveLength(2);
    await library.add([GAZETTE]);
    const search = await viewOf<SearchView>(views.search('towns', 'reporter gazette'));
    expect(search.hits).toEqual([]);
    const found = await viewOf<SearchView>(views.search('towns', 'let out'));
    expect(found.hits.map(({ id }) => id)).toEqual(['gazette-1930-01-07-17']);
  });

  test('of another scenario show what was imported too, and no more', async () => {
    await library.add([LETTERS]);
    const { documents } = await viewOf<ShelfView>(views.shelf('bare'));
    expect(documents.map(({ id }) => id)).toEqual([
      'letters-1900/d1',
      'letters-1900/d2',
      'letters-1900/d3',
    ]);
  });

  test('accounts have all claims', async () => {
    const { claims } = await viewOf<AccountsView>(views.accounts('towns'));
    expect(claims.map(({ id }) => id)).toEqual(['A1']);
  });

  test('a citation of a text, and of a card', async () => {
    expect(await views.citation('towns', 'LET/d1', 'csl-json')).toMatchObject({
      fileName: 'LET-d1.json',
    });
    await library.add([LETTERS]);
    const cited = await views.citation('towns', 'LET/d1', 'text');
    expect('text' in cited && cited.text).toContain('Letter From the Reeve to the Mayor');
  });
});

describe('what cannot be shown', () => {
  test.each([
    ['nowhere', [404, 'no-such-scenario']],
    ['../towns', [404, 'no-such-scenario']],
    ['mistold', [500, 'broken-scenario']],
  ])('a shelf of %s', async (id, code) => {
    expect(await codeOf(views.shelf(id))).toEqual(code);
  });

  test.each(['LET/d9', '', 'let/d1', '__proto__', 'LET/../TALE', 'constructor'])(
    'a document %j',
    async (id) => {
      expect(await codeOf(views.page('towns', id))).toEqual([404, 'no-such-document']);
      expect(await codeOf(views.citation('towns', id, 'text'))).toEqual([404, 'no-such-document']);
      expect(await codeOf(views.speaking('towns', id))).toEqual([404, 'no-such-entry']);
    },
  );

  test('a form of citation', async () => {
    const answer = views.citation('towns', 'LET/d1', '__proto__');
    expect(await codeOf(answer)).toEqual([404, 'no-such-format']);
  });

  test('a library that is damaged says so, until it is mended', async () => {
    const { folder } = library;
    mkdirSync(folder);
    writeFileSync(join(folder, 'library.json'), '{');
    expect(await codeOf(views.shelf('towns'))).toEqual([500, 'damaged-index']);
    rmSync(join(folder, 'library.json'));
    expect(await codeOf(views.shelf('towns'))).toBeNull();
  });
});

test('warming makes sound rooms ready and passes over broken ones', async () => {
  await rooms.warm();
  await library.add([LETTERS]);
  await rooms.warm();
  const search = await viewOf<SearchView>(views.search('towns', 'cannon'));
  expect(search.total).toBe(2);
});
