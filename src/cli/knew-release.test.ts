import { expect, test } from 'vitest';
import { callCommand } from './call-command.js';

/** The letters of 30 October to 19 December 1962, opened together on 6 January 1992. */
const FIFTEEN = Array.from({ length: 15 }, (_, i) => `D0${30 + i}`);

interface Letter {
  readonly id: string;
  readonly title: string;
  readonly known: 'yes' | 'possibly';
}

/** What `knew … --seat public` prints, whole and as the fifteen of which it tells. */
async function knownToThePublic(at: string) {
  let out = '';
  const io = { out: (text: string) => (out += text), err: () => undefined, cwd: '.' };
  const words = ['knew', 'cuban-missile-crisis', '--seat', 'public', '--at', at, '--json'];
  expect(await callCommand(words, io)).toBe(0);
  const known = JSON.parse(out) as Record<string, readonly Letter[]>;
  const all = Object.values(known).filter(Array.isArray).flat() as Letter[];
  return { out, fifteen: all.filter(({ id }) => FIFTEEN.includes(id)) };
}

test('R13: before the release the public knows none of the fifteen letters', async () => {
  const { fifteen: released } = await knownToThePublic('1992-01-08T00:00Z');
  const { out } = await knownToThePublic('1992-01-05T00:00Z');
  const named = [...FIFTEEN, ...released.map(({ title }) => title)];
  expect(named.length).toBeGreaterThanOrEqual(30);
  expect(named.filter((name) => out.includes(name))).toEqual([]);
});

test('R13: two days after it knows all fifteen', async () => {
  const { fifteen } = await knownToThePublic('1992-01-08T00:00Z');
  const sure = fifteen.filter(({ known }) => known === 'yes').map(({ id }) => id);
  expect([...new Set(sure)].toSorted()).toEqual(FIFTEEN);
});

test('R2: on the day itself it possibly does', async () => {
  const { fifteen } = await knownToThePublic('1992-01-06T12:00Z');
  expect([...new Set(fifteen.map(({ known }) => known))]).toEqual(['possibly']);
  expect(new Set(fifteen.map(({ id }) => id)).size).toBe(15);
});
