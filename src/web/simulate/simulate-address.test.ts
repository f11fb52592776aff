import { describe, expect, test } from 'vitest';
import {
  readSimulateAddress,
  replayAddress,
  writeSimulateAddress,
  type SimulateAddress,
} from './simulate-address.js';

const REQUEST = {
  at: '1900-05-02T09:00Z',
  doctrines: [{ seat: 'mayor', doctrine: 'steady' }],
  changes: ['channel ferry delay 6h'],
  runs: 500,
  seed: '1',
};

describe('addresses of Simulate', () => {
  test('a path alone is what the scenario itself would have simulated', () => {
    expect(readSimulateAddress('/simulate/two-towns', '')).toEqual({
      scenario: 'two-towns',
      request: null,
      job: null,
      bar: null,
    });
    expect(readSimulateAddress('/replay/two-towns', '')).toBeNull();
  });

  test('what is written is read back', () => {
    const address: SimulateAddress = {
      scenario: 'two-towns',
      request: REQUEST,
      job: '0123',
      bar: { variant: 1, ending: 'out of time', from: 25 },
    };
    const text = writeSimulateAddress(address);
    expect(text).toBe(
      '/simulate/two-towns?branch=1900-05-02T09:00Z&doctrine=mayor=steady' +
        '&change=channel+ferry+delay+6h&seed=1&runs=500&job=0123&bar=1.out+of+time&from=25',
    );
    const [path = '', query = ''] = text.split('?');
    expect(readSimulateAddress(path, query)).toEqual(address);
  });

  test('a count that is none is left out', () => {
    const request = { ...REQUEST, doctrines: [], changes: [], runs: Number.NaN };
    expect(writeSimulateAddress({ scenario: 'two-towns', request, job: null, bar: null })).toBe(
      '/simulate/two-towns?branch=1900-05-02T09:00Z&seed=1',
    );
  });

  test('a history opens in Replay with all that computes it again', () => {
    const { runs: _, ...asked } = REQUEST;
    expect(replayAddress('two-towns', { ...asked, run: 7 }, '1900-05-03T01:00Z', 'baseline')).toBe(
      '/replay/two-towns?at=1900-05-03T01:00Z&as=truth&run=7&branch=1900-05-02T09:00Z' +
        '&doctrine=mayor=steady&change=channel+ferry+delay+6h&seed=1&shown=baseline',
    );
  });
});
