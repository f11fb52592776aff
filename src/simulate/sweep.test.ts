import { describe, expect, test } from 'vitest';
import { twoBanks } from './testing/two-banks.js';
import { parseSweep } from './sweep.js';

const program = await twoBanks();

function changes(text: string): string[] {
  const sweep = parseSweep(program, text);
  if (sweep.type === 'refused') throw new Error(sweep.reason);
  return sweep.values.map(({ change }) => change);
}

describe('a sweep', () => {
  test('of an unknown or a track goes by its name, five values unless it says how many', () => {
    expect(changes('kappa=0.1..0.3')).toEqual(
      [0.1, 0.15, 0.2, 0.25, 0.3].map((value) => `unknown kappa ${value}`),
    );
    expect(changes('cannon=0..4:3')).toEqual(
      [0, 2, 4].map((value) => `track cannon starts ${value}`),
    );
  });

  test('has ends as they were written, and between them three figures of a step', () => {
    const values = (text: string) =>
      changes(text).map((change) => Number(change.split(' ').at(-1)));
    expect(values('kappa=0.01..0.3:7')).toEqual([0.01, 0.0583, 0.1067, 0.155, 0.2033, 0.2517, 0.3]);
    expect(values('kappa=0.012345..0.2:3')).toEqual([0.012345, 0.1062, 0.2]);
    expect(values('cannon=0..1000:4')).toEqual([0, 333, 667, 1000]);
  });

  test('of anything else is a change without its value, with the unit of its ends', () => {
    expect(changes('channel ferry loss=0%..10%:3')).toEqual(
      ['0%', '5%', '10%'].map((value) => `channel ferry loss ${value}`),
    );
    expect(changes('act close_bridge takes=90min..30min:2')).toEqual([
      'act close_bridge takes 90min',
      'act close_bridge takes 30min',
    ]);
  });

  test.each([
    ['kappa', 'write it as kappa=0.01..0.3'],
    ['kappa=0.1', 'write it as kappa=0.01..0.3'],
    ['kapa=0.1..0.2', 'neither an unknown nor a track'],
    ['kappa=low..high', 'not two numbers'],
    ['channel ferry delay=2h..300min', 'same unit'],
    ['kappa=0.1..0.1', 'ends are the same'],
    ['kappa=0.1..0.2:1', 'from 2 to 100'],
    ['kappa=0.1..0.2:101', 'from 2 to 100'],
  ])('%s is refused in words', (text, words) => {
    const sweep = parseSweep(program, text);
    expect(sweep.type === 'refused' && sweep.reason).toContain(words);
  });
});
