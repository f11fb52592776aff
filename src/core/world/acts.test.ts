import { describe, expect, test } from 'vitest';
import { changes, heard, hour, order, play, refusals, told } from '../testing/given.js';
import type { Formula } from '../testing/formula.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';
import { runHistory } from '../run.js';

const BRIDGE = {
  tracks: {
    bridge: { levels: ['open', 'watched', 'closed'], starts: 0 },
    toll: { count: [0, 9], starts: 3 },
    anger: { share: [0, 1], starts: 0.25 },
  },
  channels: { lookout: { delay: 2 }, lossy: { loss: 1 } },
} as const satisfies Small;

const act = (hours: number, name: string, seat = 'mayor') =>
  order(hours, { seat, type: 'act', act: name });

describe('R9: acts', () => {
  test('R9: an act takes its time, and its effects come at completion', () => {
    const program = smallProgram({
      ...BRIDGE,
      acts: { close: { by: 'mayor', takes: 5, set: { bridge: 2 }, learn: { reeve: 'lookout' } } },
    });
    const history = play(program, [act(1, 'close')]);
    expect(changes(history, 'track')).toMatchObject([
      { hour: 6, track: 'bridge', from: 'open', to: 'closed' },
    ]);
    expect(changes(history, 'act').map(({ hour, status }) => [hour, status])).toEqual([
      [1, 'ordered'],
      [1, 'under way'],
      [6, 'completed'],
    ]);
    expect(heard(history, 'reeve', 'report')).toMatchObject([
      { hour: 8, tracks: [{ track: 'bridge', value: 'closed' }] },
    ]);
  });

  test("R9: the world's guard is read at the start, not at completion", () => {
    const acts = {
      close: { by: 'mayor', takes: 5, when: ['eq', 'toll', 3], set: { bridge: 2 } },
      raise: { by: 'mayor', set: { toll: 5 } },
    } as const;
    const program = smallProgram({ ...BRIDGE, acts });
    const during = play(program, [act(1, 'close'), act(2, 'raise')]);
    expect(changes(during, 'track').map(({ track }) => track)).toEqual(['toll', 'bridge']);
    const before = play(program, [act(1, 'raise'), act(2, 'close')]);
    expect(changes(before, 'act').at(-1)).toMatchObject({ act: 'close', status: 'failed' });
  });

  test('R9: failure returns to the orderer over a declared channel, and can be lost on it', () => {
    const failure = (channel: object) => {
      const acts = { close: { by: 'mayor', when: 0, ...channel } } as const;
      return heard(play(smallProgram({ ...BRIDGE, acts }), [act(1, 'close')]), 'mayor', 'act');
    };
    expect(failure({}).map(({ hour, status }) => [hour, status])).toEqual([
      [1, 'ordered'],
      [1, 'failed'],
    ]);
    expect(failure({ failure: 'lookout' })[1]).toMatchObject({ hour: 3, status: 'failed' });
    expect(failure({ failure: 'lossy' })).toHaveLength(1);
  });

  test("R12: a refusal looks at the orderer's picture alone: the world's guard is silent", () => {
    const acts = {
      close: { by: 'mayor', may: ['eq', 'toll', 3], when: ['eq', 'toll', 3] },
      raise: { by: 'reeve', set: { toll: 5 }, learn: { mayor: 'lookout' } },
    } as const;
    const program = smallProgram({ ...BRIDGE, acts });
    const history = play(program, [act(1, 'raise', 'reeve'), act(2, 'close'), act(4, 'close')]);
    // At hour 2 the toll is 5 and the mayor believes 3: the order is taken, and fails.
    expect(
      changes(history, 'act')
        .filter((c) => c.act === 'close')
        .map(({ status }) => status),
    ).toEqual(['ordered', 'failed']);
    expect(refusals(history, 'mayor')).toEqual(['not-now']);
  });

  test('R12: refused from powers alone', () => {
    const acts = { close: { by: 'mayor' } } as const;
    const program = smallProgram({ ...BRIDGE, acts });
    const history = play(program, [act(1, 'close', 'reeve'), act(1, 'fly', 'reeve')]);
    expect(refusals(history, 'reeve').toSorted()).toEqual(['not-your-act', 'unknown-act']);
    expect(told(history, 'mayor').map(({ item }) => item.type)).toEqual(['opening', 'ended']);
  });

  test("R11: a seat's own acts under way are in its picture from the order on", () => {
    const acts = { close: { by: 'mayor', takes: 5 } } as const;
    const history = play(smallProgram({ ...BRIDGE, acts }), [act(1, 'close')]);
    expect(told(history, 'mayor')[1]).toMatchObject({
      via: 'own',
      item: { type: 'act', act: 'close', status: 'ordered' },
    });
  });

  test('R5: the time an act takes is one named draw, rounded up to the next millisecond', () => {
    const takes = { type: 'uniform', low: 0.2, high: 0.7 } as const;
    const acts = { close: { by: 'mayor', takes, set: { bridge: 2 } } } as const;
    const history = play(smallProgram({ ...BRIDGE, acts }), [act(1, 'close')]);
    expect(changes(history, 'track')).toMatchObject([{ hour: 1 + 1 / HOUR }]);
  });
});

describe('R10: effects', () => {
  const after = (set: Record<string, Formula>) => {
    const program = smallProgram({ ...BRIDGE, acts: { go: { by: 'mayor', set } } });
    return changes(play(program, [act(1, 'go')]), 'track').map(({ track, to }) => [track, to]);
  };

  test('R10: all are read before any is written', () => {
    const program = smallProgram({
      tracks: { a: { count: [0, 9], starts: 2 }, b: { count: [0, 9], starts: 7 } },
      acts: { swap: { by: 'mayor', set: { a: 'b', b: 'a' } } },
    });
    expect(changes(play(program, [act(1, 'swap')]), 'track')).toMatchObject([
      { track: 'a', from: 2, to: 7 },
      { track: 'b', from: 7, to: 2 },
    ]);
  });

  test("R10: clamped to the track's range, whole numbers for all but shares", () => {
    expect(after({ toll: ['mul', 'toll', 100] })).toEqual([['toll', 9]]);
    expect(after({ toll: -5 })).toEqual([['toll', 0]]);
    expect(after({ toll: 4.6 })).toEqual([['toll', 5]]);
    expect(after({ anger: ['sub', 'anger', 2] })).toEqual([['anger', 0]]);
    expect(after({ anger: 0.123 })).toEqual([['anger', 0.123]]);
    expect(after({ bridge: 1.4 })).toEqual([['bridge', 'watched']]);
  });

  test('R3: an effect that changes nothing is no change', () => {
    expect(after({ toll: 3, bridge: 'bridge' })).toEqual([]);
  });

  test.each([
    ['log of a negative number', ['log', -1]],
    ['a division by nothing', ['div', 1, ['sub', 'toll', 3]]],
  ] as const)('R8: NaN and infinities are faults: %s', (_, formula) => {
    const program = smallProgram({
      ...BRIDGE,
      acts: { go: { by: 'mayor', set: { anger: formula } } },
    });
    const result = runHistory(program, { seed: 'a', record: false, inputs: [act(1, 'go')] });
    expect(result).toMatchObject({ type: 'fault', code: 'run-fault' });
    expect(result.type === 'fault' && result.message).toMatch(/anger.*1900-05-01T07:00/);
  });

  test('R8: −0 is 0', () => {
    const program = smallProgram({
      tracks: { debt: { count: [-4, 4], starts: 1 }, anger: { share: [-1, 1], starts: 1 } },
      acts: {
        halve: { by: 'mayor', set: { debt: -0.4, anger: ['mul', 0, -1] } },
        clear: { by: 'mayor', set: { debt: 0, anger: 0 } },
      },
    });
    const values = (name: string) =>
      changes(play(program, [act(1, name)]), 'track').map(({ to }) => to);
    // toEqual tells −0 from 0.
    expect(values('halve')).toEqual([0, 0]);
    expect(values('clear')).toEqual([0, 0]);
  });
});

describe('R3: the order of one instant', () => {
  test('R3: an act ordered at an instant starts in the next microstep, and ends in the one after', () => {
    const program = smallProgram({
      ...BRIDGE,
      acts: { close: { by: 'mayor', set: { bridge: 2 }, learn: { reeve: 'at once' } } },
    });
    const history = play(program, [act(1, 'close')]);
    const steps = history.events
      .filter(({ at }) => at === hour(1))
      .map(({ step, kind, name }) => [step, kind, name]);
    expect(steps).toEqual([
      [0, 'input', 'close'],
      [1, 'act', 'close'],
      [2, 'act', 'close'],
      [3, 'delivery', 'reeve'],
    ]);
  });

  test('R3: kinds in their order: entry, input, inject, routine, incident, act, delivery, deadline', () => {
    const program = smallProgram({
      ...BRIDGE,
      channels: { ferry: { delay: 4 }, wire: { delay: 0 } },
      acts: {
        close: { by: 'mayor', takes: 5, set: { bridge: 2 } },
        open: { by: 'mayor' },
      },
      routines: { market: { first: 6, every: 0, set: { toll: 4 } } },
      letters: {
        offer: {
          from: 'reeve',
          to: ['mayor'],
          by: ['wire'],
          ask: [{ do: 'open', within: 0 }],
          lapses: 5,
        },
        note: { from: 'reeve', to: ['mayor'], by: ['ferry'] },
      },
    });
    const history = play(program, [
      order(6, { seat: 'control', type: 'inject', name: 'rumour', tell: ['mayor'] }),
      order(6, { seat: 'mayor', type: 'decide', text: 'wait' }),
      order(1, { seat: 'reeve', type: 'send', letter: 'offer' }),
      order(2, { seat: 'reeve', type: 'send', letter: 'note' }),
      act(1, 'close'),
    ]);
    const kinds = history.events.filter(({ at }) => at === hour(6)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'input',
      'inject',
      'routine',
      'act',
      'delivery',
      'deadline',
      'delivery',
    ]);
  });

  test('R3: more than a thousand zero-delay consequences of one instant are a fault', () => {
    const cut = (parts: number) => {
      const letters = { long: { from: 'mayor', to: ['reeve'], by: ['wire'] } };
      const program = smallProgram({ channels: { wire: { parts } }, letters });
      const inputs = [order(1, { seat: 'mayor', type: 'send', letter: 'long' })];
      return runHistory(program, { seed: 'a', record: false, inputs });
    };
    expect(cut(1000).type).toBe('ran');
    expect(cut(1001)).toMatchObject({ type: 'fault', message: expect.stringContaining('1000') });
  });
});
