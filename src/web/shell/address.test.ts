import { describe, expect, test } from 'vitest';
import { hour } from '../sample/two-towns.js';
import { isSamePlace, readAddress, writeAddress, type Address } from './address.js';

const PLAIN: Address = {
  scenario: 'two-towns',
  at: null,
  as: 'truth',
  mechanism: null,
  simulated: null,
  shown: 'change',
  selection: null,
  window: null,
  ghosts: false,
};

describe('addresses', () => {
  test('a path alone is the truth, where the scenario opens', () => {
    expect(readAddress('/replay/two-towns', '')).toEqual({ address: PLAIN, faults: [] });
    expect(readAddress('/play/two-towns', '')).toBeNull();
    expect(readAddress('/replay', '')).toBeNull();
  });

  test('what is written is read back', () => {
    const address: Address = {
      scenario: 'two-towns',
      at: hour(9),
      as: 'mayor',
      mechanism: '05-second-letter',
      simulated: null,
      shown: 'change',
      selection: { type: 'letter', id: 'L1' },
      window: { from: hour(0), to: hour(24) },
      ghosts: true,
    };
    const text = writeAddress(address);
    expect(text).toBe(
      '/replay/two-towns?at=1900-05-01T09:00Z&as=mayor&mechanism=05-second-letter&letter=L1' +
        '&from=1900-05-01T00:00Z&to=1900-05-02T00:00Z&ghosts=1',
    );
    const [path = '', query = ''] = text.split('?');
    expect(readAddress(path, query)).toEqual({ address, faults: [] });
  });

  test('a history of a simulation is named by all that computes it again', () => {
    const simulated = {
      at: '1900-05-02T09:00Z',
      doctrines: [{ seat: 'mayor', doctrine: 'steady' }],
      changes: ['channel ferry delay 6h', 'dispatch D1 sent +3h'],
      seed: 'a b',
      run: 12,
    };
    const address: Address = { ...PLAIN, simulated, shown: 'baseline' };
    const text = writeAddress(address);
    expect(text).toBe(
      '/replay/two-towns?as=truth&run=12&branch=1900-05-02T09:00Z&doctrine=mayor=steady' +
        '&change=channel+ferry+delay+6h&change=dispatch+D1+sent+%2B3h&seed=a+b&shown=baseline',
    );
    const [path = '', query = ''] = text.split('?');
    expect(readAddress(path, query)).toEqual({ address, faults: [] });
  });

  test('another hour is the same place; another seat, history or letter is not', () => {
    const window = { from: hour(0), to: hour(24) };
    expect(isSamePlace(PLAIN, { ...PLAIN, at: hour(9), window })).toBe(true);
    expect(isSamePlace(PLAIN, { ...PLAIN, as: 'mayor' })).toBe(false);
    expect(isSamePlace(PLAIN, { ...PLAIN, mechanism: 'm' })).toBe(false);
    expect(isSamePlace(PLAIN, { ...PLAIN, selection: { type: 'letter', id: 'L1' } })).toBe(false);
  });

  test('a time that is none is told, and the rest kept', () => {
    const read = readAddress('/replay/two-towns', 'at=teatime&as=mayor');
    expect(read?.faults).toEqual([{ name: 'at', value: 'teatime' }]);
    expect(read?.address).toMatchObject({ at: null, as: 'mayor' });
  });
});
