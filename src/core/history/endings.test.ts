import { describe, expect, test } from 'vitest';
import { changes, heard, hour, order, play, told } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';

const SMALL = {
  tracks: { anger: { count: [0, 9], starts: 0 } },
  channels: { wire: {} },
  acts: { withdraw: { by: 'reeve' } },
  letters: {
    note: { from: 'reeve', to: ['mayor'], by: ['wire'] },
    pledge: { from: 'reeve', to: ['mayor'], by: ['wire'], give: [{ do: 'withdraw' }] },
  },
} as const satisfies Small;

const ended = (small: Small, inputs: Parameters<typeof play>[1] = [], run = 0) =>
  changes(play(smallProgram({ ...SMALL, ...small }), inputs, { run }), 'ended').map(
    ({ hour, ending, how }) => [hour, ending, ...(how === undefined ? [] : [how])],
  );
const anger = (hours: number, value: number) =>
  order(hours, { seat: 'control', type: 'inject', name: `n${hours}`, set: { anger: value } });
const note = (hours: number) => order(hours, { seat: 'reeve', type: 'send', letter: 'note' });
const silence = (hours: number) =>
  ({ when: ['gt', 'silence', hours * HOUR], silences: [hours] }) as const;

describe('R22: endings', () => {
  test('R22: checked after each event, and the run stops', () => {
    const history = play(smallProgram({ ...SMALL, endings: { fury: ['gt', 'anger', 5] } }), [
      anger(3, 6),
      anger(4, 7),
    ]);
    expect(changes(history, 'ended')).toMatchObject([{ hour: 3, ending: 'fury' }]);
    expect(history.end).toMatchObject({ at: hour(3), ending: 'fury' });
    expect(changes(history, 'track')).toHaveLength(1);
  });

  test('R22: it is told to every seat', () => {
    const history = play(smallProgram({ ...SMALL, endings: { fury: ['gt', 'anger', 5] } }), [
      anger(3, 6),
    ]);
    for (const seat of ['mayor', 'reeve']) {
      expect(heard(history, seat, 'ended')).toMatchObject([{ hour: 3, ending: 'fury' }]);
    }
  });

  test('R22: ties by declaration order', () => {
    const [one, two] = [
      ['gt', 'anger', 5],
      ['gt', 'anger', 4],
    ] as const;
    expect(ended({ endings: { one, two } }, [anger(3, 6)])).toEqual([[3, 'one']]);
    expect(ended({ endings: { two, one } }, [anger(3, 6)])).toEqual([[3, 'two']]);
  });

  test('R22: one that holds at the opening ends there', () => {
    expect(ended({ endings: { calm: ['lt', 'anger', 1] } })).toEqual([[0, 'calm']]);
  });

  test('R22: out of time where none came', () => {
    expect(ended({ endings: { fury: ['gt', 'anger', 5] }, closes: 40 })).toEqual([
      [40, 'out of time'],
    ]);
  });

  test('R22: settled: at least one obligation, none open', () => {
    const endings = { settled: ['eq', 'obligations_open', 0] } as const;
    const pledge = order(2, { seat: 'reeve', type: 'send', letter: 'pledge' });
    const act = order(9, { seat: 'reeve', type: 'act', act: 'withdraw' });
    expect(ended({ endings }, [note(1)])).toEqual([[168, 'out of time']]);
    expect(ended({ endings }, [pledge])).toEqual([[168, 'out of time']]);
    expect(ended({ endings }, [pledge, act])).toEqual([[9, 'settled']]);
  });

  test('R22: war, and how', () => {
    const shot = { rate: 0, runsAway: 1, kind: 'inadvertent' } as const;
    const fire = order(5, { seat: 'control', type: 'inject', name: 'x', incident: 'shot' });
    expect(ended({ incidents: { shot }, endings: { war: 'ran_away' } }, [fire])).toEqual([
      [5, 'war', 'inadvertent'],
    ]);
  });
});

describe('R22: silence counts from the first dispatch', () => {
  const endings = { frozen: silence(72) };

  test('R22: before it there is none', () => {
    expect(ended({ endings })).toEqual([[168, 'out of time']]);
  });

  test('R22: a millisecond past the threshold', () => {
    expect(ended({ endings }, [note(10)])).toEqual([[82 + 1 / HOUR, 'frozen']]);
  });

  test('R22: every dispatch begins it anew', () => {
    expect(ended({ endings }, [note(10), note(50)])).toEqual([[122 + 1 / HOUR, 'frozen']]);
    expect(ended({ endings }, [note(10), note(50), note(122)])).toEqual([[168, 'out of time']]);
    expect(ended({ endings }, [note(10), note(82)])).toEqual([[154 + 1 / HOUR, 'frozen']]);
  });

  test('R22: with another condition it comes when both hold', () => {
    const both = {
      frozen: { when: ['and', ['gt', 'silence', 10 * HOUR], ['lt', 'anger', 5]], silences: [10] },
    } as const;
    expect(ended({ endings: both }, [anger(1, 9), note(2), anger(40, 0)])).toEqual([
      [40, 'frozen'],
    ]);
    expect(ended({ endings: both }, [anger(1, 9), note(2), anger(14, 0), note(14)])).toEqual([
      [24 + 1 / HOUR, 'frozen'],
    ]);
  });
});

describe('R22: an aftermath', () => {
  test('R22: a settled crisis may reopen', () => {
    const small = {
      endings: { calm: ['gt', 'anger', 2], fury: ['gt', 'anger', 5] },
      closes: 40,
      aftermath: 100,
    } as const;
    expect(ended(small, [anger(3, 3), anger(60, 9)])).toEqual([
      [3, 'calm'],
      [60, 'fury'],
    ]);
    expect(ended(small, [anger(60, 9)])).toEqual([
      [40, 'out of time'],
      [60, 'calm'],
    ]);
    const history = play(smallProgram({ ...SMALL, ...small }), [anger(3, 3)]);
    expect(history.end).toMatchObject({ at: hour(100), ending: 'calm' });
  });
});

describe('R22: each seat judges by its picture, beside the truth', () => {
  test('R22: both sides may be sure that they won, and the public believes a third thing', () => {
    const program = smallProgram({
      ...SMALL,
      seats: {
        mayor: { side: 'north', value: ['sub', 0, 'anger'] },
        reeve: { side: 'south', value: 'anger' },
        press: { side: 'world', observer: true, value: 'anger' },
      },
      endings: { fury: ['gt', 'anger', 5] },
    });
    const tell = order(3, {
      seat: 'control',
      type: 'inject',
      name: 'x',
      set: { anger: 4 },
      tell: ['reeve'],
    });
    const history = play(program, [tell, anger(5, 8)]);
    expect(changes(history, 'judgement')).toMatchObject([
      { seat: 'mayor', picture: 0, truth: -8, observer: false },
      { seat: 'reeve', picture: 4, truth: 8, observer: false },
      { seat: 'press', picture: 0, truth: 8, observer: true },
    ]);
    expect(JSON.stringify(told(history, 'mayor'))).not.toContain('-8');
  });
});
