import { expect, test } from 'vitest';
import { accountsView } from './accounts.js';
import { openRoom } from './room.js';
import { speakingView } from './speaking.js';
import { twoTowns } from './testing/two-towns.js';

const room = openRoom(twoTowns());

test('accounts: every claim with its verdict and citations, every disagreement', () => {
  const view = accountsView(room);
  expect(view.accounts).toEqual([{ id: 'TALE_A', title: 'The tale', document: 'TALE' }]);
  expect(view.claims.map(({ id, verdict, block }) => [id, verdict, block])).toEqual([
    ['A1', 'contradicted', 'p2'],
    ['A2', 'confirmed', null],
  ]);
  expect(view.disagreements).toMatchObject([
    { id: 'Q1', kind: 'memory and paper', claims: ['A1'], resolution: 'The paper is closer.' },
  ]);
});

test('who speaks of an entry: each document once, by the closest way', () => {
  const ways = (entry: string) =>
    speakingView(entry, room)?.documents.map(({ id, as }) => [id, as]) ?? null;
  expect(ways('D1')).toEqual([
    ['LET/d1', 'text'],
    ['TALE', 'claim'],
  ]);
  expect(ways('I1')).toEqual([
    ['MEM', 'cited'],
    ['TALE', 'claim'],
    ['LET/d2', 'disagreement'],
  ]);
  expect(ways('X1')).toEqual([['LET/d1', 'cited']]);
});

test('who speaks of an entry: nobody of one that no source tells, null of none', () => {
  expect(speakingView('N1', room)).toEqual({ entry: 'N1', documents: [] });
  expect(speakingView('Z9', room)).toBeNull();
  expect(speakingView('__proto__', room)).toBeNull();
});
