import { describe, expect, test } from 'vitest';
import {
  disagreementsAddress,
  documentAddress,
  isSameStep,
  NO_FILTERS,
  readReadAddress,
  shelfAddress,
  writeReadAddress,
  type ReadAddress,
} from './read-address.js';

const SHELF =
  '/read/two-banks?q=toll%20house&kind=letter&person=Mayor&place=North&collection=TOWN&from=1900-05-01&to=1900-05-03&open=1929-07-01&unread=1&favourite=1&held=1&cited=1&grouped=1&sort=person';

function read(address: string) {
  const { pathname, search } = new URL(address, 'http://localhost');
  return readReadAddress(pathname, search);
}

describe('addresses of Read', () => {
  test.each([
    '/read/two-banks',
    SHELF,
    '/read/two-banks/documents/F06/d65',
    '/read/two-banks/documents/MAL28',
    '/read/two%20banks/documents/a%3Fb/%231',
    '/read/two-banks/disagreements',
    '/read/two-banks/disagreements?verdict=partly',
  ])('%s is read and written alike', (address) => {
    expect(writeReadAddress(read(address)!.address)).toBe(address);
  });

  test('every filter of the shelf is in its address', () => {
    const { address } = read(SHELF)!;
    const filters = address.type === 'shelf' ? address.filters : NO_FILTERS;
    for (const [name, value] of Object.entries(filters)) {
      expect(value, name).not.toBe(NO_FILTERS[name as keyof typeof NO_FILTERS]);
    }
  });

  test('anchors of paragraphs, disagreements and claims', () => {
    expect(documentAddress('two-banks', 'F06/d65', 'p12')).toBe(
      '/read/two-banks/documents/F06/d65#p12',
    );
    expect(documentAddress('two-banks', 'MAL28', null)).toBe('/read/two-banks/documents/MAL28');
    expect(disagreementsAddress('two-banks', { anchor: 'Q01' })).toBe(
      '/read/two-banks/disagreements#Q01',
    );
  });

  test.each(['1929-02-30', 'yesterday', '1929'])('open=%s is told, and left out', (day) => {
    const located = read(`/read/two-banks?open=${day}&kind=letter`);
    expect(located?.faults).toEqual([{ name: 'open', value: day }]);
    expect(located?.address).toMatchObject({ filters: { open: '', kind: 'letter' } });
  });

  test('what is no screen of Read is none', () => {
    for (const path of ['/read', '/read/x/documents', '/read/x/shelf', '/read/%E0', '/replay/x']) {
      expect(read(path), path).toBeNull();
    }
  });

  test('typing is no step for the way back, choosing is', () => {
    const shelf = (change: object): ReadAddress => read(shelfAddress('two-banks', change))!.address;
    expect(isSameStep(shelf({}), shelf({ q: 'toll', person: 'M', open: '1929-07-01' }))).toBe(true);
    expect(isSameStep(shelf({}), shelf({ kind: 'letter' }))).toBe(false);
    expect(isSameStep(shelf({}), shelf({ unread: true }))).toBe(false);
  });
});
