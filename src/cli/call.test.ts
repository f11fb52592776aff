import { describe, expect, test } from 'vitest';
import { parseCall } from './call.js';
import type { Command } from './command.js';

const COMMAND: Command = {
  args: ['SCENARIO'],
  options: {
    seat: { value: 'SEAT', help: 'whose knowledge' },
    change: { value: 'EXPR', many: true, help: 'a change' },
    control: { help: 'also what was unknown' },
    at: { value: 'TIME', required: true, help: 'when' },
  },
  notes: [],
  run: async () => 0,
};

function faultOf(...words: string[]): string | null {
  const parsed = parseCall(COMMAND, words);
  return parsed.type === 'off' ? parsed.message : null;
}

describe('the words of a call', () => {
  test('may stand in any order, values with a space or an equals sign', () => {
    const parsed = parseCall(COMMAND, [
      '--seat=mayor',
      'two-banks',
      '--control',
      '--change',
      'a=b',
      '--at=T',
    ]);
    if (parsed.type !== 'call') throw new Error('the call was not understood');
    const { call } = parsed;
    expect([call.args, call.value('seat'), call.values('change')]).toEqual([
      ['two-banks'],
      'mayor',
      ['a=b'],
    ]);
    expect([call.flag('control'), call.flag('json'), call.value('nothing')]).toEqual([
      true,
      false,
      null,
    ]);
  });

  test('an option for many values takes as many as are given', () => {
    const parsed = parseCall(COMMAND, ['x', '--change', 'a', '--change', '--b', '--change=--c']);
    expect(parsed).toMatchObject({ type: 'off', message: '--change needs a value: --change EXPR' });
    const again = parseCall(COMMAND, ['x', '--change', 'a', '--change=--c', '--at=T']);
    expect(again.type === 'call' && again.call.values('change')).toEqual(['a', '--c']);
  });

  test.each([
    [['x', '--seet', 'mayor'], "there is no option '--seet' (did you mean '--seat'?)"],
    [['x', '--zzzzzzz'], "there is no option '--zzzzzzz'"],
    [['x', '-s'], "there is no option '-s'"],
    [['x', '--seat'], '--seat needs a value: --seat SEAT'],
    [['x', '--seat', '--json'], '--seat needs a value: --seat SEAT'],
    [['x', '--seat=a', '--seat=b'], '--seat is given twice'],
    [['x', '--control=yes'], '--control takes no value'],
    [['--control'], 'SCENARIO is missing'],
    [['x'], '--at TIME is missing'],
    [['x', 'y'], "'y' is one word too many"],
    [['x', '--__proto__'], "there is no option '--__proto__'"],
    [['x', '--toString'], "there is no option '--toString'"],
  ])('%j: %s', (words, message) => {
    expect(faultOf(...words)).toBe(message);
  });

  test('--help wins over whatever else is wrong', () => {
    expect(parseCall(COMMAND, ['--nonsense', '--help']).type).toBe('help');
  });

  test('what stands after -- is an argument', () => {
    const parsed = parseCall(COMMAND, ['--at', 'T', '--', '--odd']);
    expect(parsed.type === 'call' && parsed.call.args).toEqual(['--odd']);
  });
});
