import { describe, expect, test } from 'vitest';
import type { History } from '../history/event.js';
import { changes, heard, hour, order, play, told } from '../testing/given.js';
import type { Small, SmallTrack } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';
import { seatDeliveries } from './deliveries.js';
import { knew } from './knew.js';

const set = (hours: number, track: string, value: number, tell: readonly string[] = []) =>
  order(hours, {
    seat: 'control',
    type: 'inject',
    name: `n${hours}`,
    set: { [track]: value },
    tell,
  });

describe('R11: what a report carries', () => {
  const program = smallProgram({
    tracks: {
      bridge: { levels: ['open', 'closed'], starts: 0 },
      toll: { count: [0, 9], starts: 3 },
    },
    channels: { lookout: { delay: 5 } },
    acts: {
      close: { by: 'mayor', set: { bridge: 1 }, learn: { reeve: 'lookout' } },
      raise: { by: 'mayor', set: { toll: ['add', 'toll', 1] }, learn: { reeve: 'lookout' } },
    },
  });

  test('R11: the post-event values of the tracks that its event wrote, and no others', () => {
    const history = play(program, [
      order(1, { seat: 'mayor', type: 'act', act: 'raise' }),
      set(2, 'toll', 8),
      order(3, { seat: 'mayor', type: 'act', act: 'close' }),
    ]);
    expect(heard(history, 'reeve', 'report').map(({ hour, tracks }) => [hour, tracks])).toEqual([
      [6, [{ track: 'toll', value: 4 }]],
      [8, [{ track: 'bridge', value: 'closed' }]],
    ]);
  });

  test('R11: a seat knows its opening reports', () => {
    const small = smallProgram({
      seats: { mayor: { side: 'north', knows: ['toll'] }, reeve: { side: 'south' } },
      tracks: {
        bridge: { levels: ['open', 'closed'], starts: 0 },
        toll: { count: [0, 9], starts: 3 },
      },
    });
    const history = play(small);
    expect(heard(history, 'mayor', 'opening')[0]!.tracks).toEqual([{ track: 'toll', value: 3 }]);
    expect(heard(history, 'reeve', 'opening')[0]!.tracks).toHaveLength(2);
  });
});

describe('R11: the picture keeps the report with the latest as of', () => {
  /** A slow report of an early event arrives after a quick one of a late event. */
  function crossing(): History {
    const program = smallProgram({
      tracks: { toll: { count: [0, 9], starts: 3 } },
      channels: { slow: { delay: 10 }, quick: { delay: 1 } },
      acts: {
        raise: { by: 'mayor', set: { toll: 5 }, learn: { reeve: 'slow' } },
        lower: { by: 'mayor', set: { toll: 1 }, learn: { reeve: 'quick' } },
        note: { by: 'reeve', may: ['eq', 'toll', 1] },
      },
    });
    return play(program, [
      order(1, { seat: 'mayor', type: 'act', act: 'raise' }),
      order(4, { seat: 'mayor', type: 'act', act: 'lower' }),
      order(12, { seat: 'reeve', type: 'act', act: 'note' }),
    ]);
  }

  test('R11: not the latest arrival', () => {
    const history = crossing();
    expect(heard(history, 'reeve', 'report').map(({ hour }) => hour)).toEqual([5, 11]);
    // The kernel's own picture decides what the reeve may order, and knew() folds the deliveries.
    expect(heard(history, 'reeve', 'refused')).toEqual([]);
    expect(knew(seatDeliveries(history, 'reeve'), hour(12)).picture).toMatchObject([
      { track: 'toll', value: 1 },
    ]);
  });
});

describe('R11: what garbling does to a report, by kind of track', () => {
  function garbled(
    track: SmallTrack,
    to: number,
    garble: object = {},
    runs = 40,
  ): (string | number)[] {
    const program = smallProgram({
      tracks: { thing: track },
      channels: { wire: { delay: 2, garble: { chance: 1, ...garble } } },
      acts: { go: { by: 'mayor', set: { thing: to }, learn: { reeve: 'wire' } } },
    });
    const inputs = [order(30, { seat: 'mayor', type: 'act', act: 'go' })];
    const values = Array.from({ length: runs }, (_, run) => {
      const [report] = heard(play(program, inputs, { run }), 'reeve', 'report');
      // Half of them have another time instead of another value.
      return report!.occurred.placed === hour(30) ? report!.tracks[0]!.value : [];
    });
    return [...new Set(values.flat())].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  }

  test('R11: a level moves by a step, inside its range', () => {
    const levels = ['a', 'b', 'c', 'd'];
    expect(garbled({ levels, starts: 0 }, 1)).toEqual(['a', 'c']);
    expect(garbled({ levels, starts: 0 }, 3)).toEqual(['c', 'd']);
    expect(garbled({ levels, starts: 0 }, 3, { level: 2 })).toEqual(['b', 'd']);
  });

  test('R11: a switch flips', () => {
    expect(garbled({ switch: true, starts: 0 }, 1)).toEqual(['off']);
  });

  test('R11: a count changes by a factor', () => {
    expect(garbled({ count: [0, 99], starts: 0 }, 10)).toEqual([20, 5]);
    expect(garbled({ count: [0, 99], starts: 0 }, 9, { count: 3 })).toEqual([27, 3]);
  });

  test('R11: a share by an amount', () => {
    expect(garbled({ share: [0, 1], starts: 0 }, 0.5, { share: 0.25 })).toEqual([0.25, 0.75]);
  });

  test('R11: or the time by a shift, and never into the future', () => {
    const program = smallProgram({
      tracks: { toll: { count: [0, 99], starts: 1 } },
      channels: { wire: { garble: { chance: 1, time: 3 * HOUR } } },
      acts: { go: { by: 'mayor', set: { toll: 10 }, learn: { reeve: 'wire' } } },
    });
    const inputs = [order(30, { seat: 'mayor', type: 'act', act: 'go' })];
    const reports = Array.from({ length: 40 }, (_, run) => {
      return heard(play(program, inputs, { run }), 'reeve', 'report')[0]!;
    });
    const shifted = reports.filter(({ tracks }) => tracks[0]!.value === 10);
    expect(new Set(shifted.map(({ occurred }) => occurred.placed))).toEqual(
      new Set([hour(27), hour(30)]),
    );
  });

  test('R11: a date garbled into the future does not keep later news out of the picture', () => {
    const program = smallProgram({
      seats: { mayor: { side: 'north' }, reeve: { side: 'south', value: 'toll' } },
      tracks: { toll: { count: [0, 99], starts: 1 } },
      channels: { wire: { garble: { chance: 1 } } },
      acts: {
        raise: { by: 'mayor', set: { toll: 10 }, learn: { reeve: 'wire' } },
        lower: { by: 'mayor', set: { toll: 5 }, learn: { reeve: 'at once' } },
      },
    });
    const inputs = ['raise', 'lower'].map((act, i) =>
      order(30 + i, { seat: 'mayor', type: 'act', act }),
    );
    const pictures = Array.from({ length: 40 }, (_, run) =>
      changes(play(program, inputs, { run }), 'judgement').map(({ picture }) => picture),
    );
    expect(new Set(pictures.flat())).toEqual(new Set([5]));
  });

  test('R11: as often as the channel declares', () => {
    const program = smallProgram({
      tracks: { toll: { count: [0, 99], starts: 1 } },
      channels: { wire: { garble: { chance: 0.3 } } },
      acts: { go: { by: 'mayor', set: { toll: 10 }, learn: { reeve: 'wire' } } },
      closes: 1100,
    });
    const inputs = Array.from({ length: 1000 }, (_, i) =>
      order(30 + i, { seat: 'mayor', type: 'act', act: 'go' }),
    );
    const wrong = heard(play(program, inputs), 'reeve', 'report').filter(
      ({ tracks, occurred, hour }) =>
        tracks[0]!.value !== 10 || occurred.placed !== order(hour, inputs[0]!).at,
    );
    // Four standard errors; a time garbled into the future is cut to now and does not show.
    expect(Math.abs(wrong.length / 1000 - 0.3 * 0.75)).toBeLessThan(0.058);
  });
});

describe('R12: non-interference', () => {
  const SMALL = {
    seats: {
      mayor: { side: 'north' },
      sergeant: { side: 'north', under: 'mayor' },
      reeve: { side: 'south' },
    },
    tracks: { toll: { count: [0, 9], starts: 3 }, cannon: { count: [0, 9], starts: 3 } },
    channels: { ferry: { delay: { type: 'uniform', low: 0, high: 9 * HOUR }, loss: 0.2 } },
    acts: {
      raise: { by: 'mayor', set: { toll: ['add', 'toll', 1] }, learn: { reeve: 'ferry' } },
      drill: { by: 'reeve', set: { cannon: ['add', 'cannon', 1] }, when: ['lt', 'cannon', 9] },
    },
    letters: {
      terms: {
        from: 'mayor',
        to: ['reeve'],
        by: ['ferry'],
        ask: [{ do: 'drill' }],
        give: [{ do: 'raise' }],
      },
      secret: { from: 'mayor', to: ['sergeant'], by: ['ferry'] },
    },
  } as const satisfies Small;
  const program = smallProgram(SMALL);
  const shared = [
    order(1, { seat: 'mayor', id: 'terms', type: 'send', letter: 'terms' }),
    order(12, { seat: 'reeve', type: 'answer', offer: 'terms', answer: 'accept', by: ['ferry'] }),
    order(20, { seat: 'reeve', type: 'act', act: 'drill' }),
    order(30, { seat: 'mayor', type: 'act', act: 'raise' }),
  ];
  const secrets = [
    order(0.5, { seat: 'mayor', type: 'send', letter: 'secret' }),
    order(2, { seat: 'sergeant', type: 'decide', text: 'stand to' }),
    order(11, { seat: 'mayor', type: 'send', letter: 'secret' }),
    order(25, {
      seat: 'control',
      type: 'inject',
      name: 'fog',
      set: { cannon: 0 },
      tell: ['mayor'],
    }),
  ];

  test('R12: what is not told to a seat changes nothing that it is told, to the byte', () => {
    for (let run = 0; run < 50; run++) {
      const open = told(play(program, shared, { run }), 'reeve');
      const more = told(play(program, [...shared, ...secrets], { run }), 'reeve');
      expect(JSON.stringify(more)).toBe(JSON.stringify(open));
    }
  });

  test("R12: the sender's view is the same whether its letter arrives or not", () => {
    const send = [shared[0]!];
    const views = Array.from({ length: 30 }, (_, run) => {
      const history = play(program, send, { run });
      return [heard(history, 'reeve', 'dispatch').length, JSON.stringify(told(history, 'mayor'))];
    });
    expect(new Set(views.map(([arrived]) => arrived))).toEqual(new Set([0, 1]));
    expect(new Set(views.map(([, view]) => view)).size).toBe(1);
  });

  test('R12: what is lost is a fact of the world alone', () => {
    const lossy = smallProgram({ ...SMALL, channels: { ferry: { loss: 1 } } });
    const history = play(lossy, [shared[3]!]);
    expect(changes(history, 'report lost')).toMatchObject([{ seat: 'reeve', channel: 'ferry' }]);
    expect(heard(history, 'reeve', 'report')).toEqual([]);
  });
});

describe('R11: priors stand for what was never reported', () => {
  const value = (prior: SmallTrack['prior']) => {
    const program = smallProgram({
      seats: { mayor: { side: 'north', knows: [], value: 'toll' } },
      tracks: { toll: { count: [0, 9], starts: 3, ...(prior === undefined ? {} : { prior }) } },
      endings: { end: ['gt', 'toll', 2] },
    });
    return changes(play(program), 'judgement')[0]!;
  };

  test('R11, R22: a seat judges an unreported track by the median of its prior', () => {
    expect(value({ type: 'uniform', low: 6, high: 8 })).toMatchObject({ picture: 7, truth: 3 });
    expect(value(undefined)).toMatchObject({ picture: 5, truth: 3 });
  });
});
