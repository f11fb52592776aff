import { describe, expect, test } from 'vitest';
import { exactLog } from '../chance/exact-log.js';
import { unitExponential } from '../chance/draw.js';
import { childIdentity } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { purposeKey, runKey } from '../chance/run-key.js';
import { word } from '../chance/threefry.js';
import { changes, firings, heard, order, play } from '../testing/given.js';
import type { Small, SmallIncident } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';
import { runHistory } from '../run.js';

const TRACKS = {
  heat: { count: [0, 9], starts: 1 },
  toll: { count: [0, 9], starts: 3 },
} as const;

function world(shot: SmallIncident, more: Small = {}) {
  return smallProgram({
    tracks: TRACKS,
    channels: { wire: { delay: 1 } },
    incidents: { shot },
    ...more,
  });
}

const setHeat = (hours: number, heat: number) =>
  order(hours, { seat: 'control', type: 'inject', name: 'weather', set: { heat } });

const DAILY = ['mul', 1 / (24 * HOUR), 'heat'] as const;

describe('R6: an incident fires when its integrated hazard reaches its gap', () => {
  const plain = firings(play(world({ rate: DAILY })), 'shot');
  const first = plain[0]!;

  test('R6: twice the rate, half the wait, to the millisecond rounded up', () => {
    const gap = first / 24;
    const twice = firings(play(world({ rate: ['mul', 2, DAILY] })), 'shot')[0]!;
    expect(Math.abs(twice - (gap * 24) / 2)).toBeLessThanOrEqual(2 / HOUR);
    expect(plain.every((t) => Number.isInteger(Math.round(t * HOUR)))).toBe(true);
  });

  test('R6: it fires in the first millisecond in which the gap has been reached', () => {
    const key = purposeKey(runKey('a', 0), nameHash('hazard'));
    childIdentity(0, 0, nameHash('incident shot'), 0);
    childIdentity(word[0]!, word[1]!, 0, 0);
    const gap = unitExponential(key.hi, key.lo, word[0]!, word[1]!);
    const rate = 1 / (24 * HOUR);
    const fired = Math.round(first * HOUR);
    expect(fired * rate).toBeGreaterThanOrEqual(gap);
    expect((fired - 1) * rate).toBeLessThan(gap);
  });

  test('R6: after a firing the integral counts from zero, whatever was in it', () => {
    // The rate changes before the first firing, so that the integral is not empty when it comes.
    const [one, two] = firings(play(world({ rate: DAILY }), [setHeat(first / 2, 2)]), 'shot');
    const gap = plain[1]! - first;
    expect(two! - one!).toBeCloseTo(gap / 2, 5);
  });

  test('R6: the integral goes on over changes of the rate', () => {
    const half = first / 2;
    const history = play(world({ rate: DAILY }), [setHeat(half, 3)]);
    expect(firings(history, 'shot')[0]).toBeCloseTo(half + half / 3, 5);
  });

  test('R6: a false guard freezes it, and does not draw anew', () => {
    const guarded = world({ rate: 1 / (24 * HOUR), when: ['gt', 'heat', 0] });
    const history = play(guarded, [setHeat(first / 2, 0), setHeat(first / 2 + 10, 1)]);
    expect(firings(history, 'shot')[0]).toBeCloseTo(first + 10, 5);
    expect(firings(play(guarded, [setHeat(0, 0)]), 'shot')).toEqual([]);
  });

  test('R6: what does not change the value of the rate changes nothing', () => {
    const steady = { rate: ['if', ['gt', 'heat', 0], 1 / (24 * HOUR), 0] } as const;
    const jitter = Array.from({ length: 20 }, (_, i) => setHeat(i / 3, (i % 8) + 1));
    expect(firings(play(world(steady), jitter), 'shot')).toEqual(plain);
  });

  test('R6: the integral restarts at zero at each firing, and each firing has a gap of its own', () => {
    const gaps = plain.map((t, i) => t - (plain[i - 1] ?? 0));
    expect(new Set(gaps.map((g) => g.toFixed(3))).size).toBe(gaps.length);
  });

  test('R6: over many runs the waits are exponential with the declared mean', () => {
    const program = world({ rate: 1 / (24 * HOUR) }, { closes: 24 * 1500 });
    const times = firings(play(program), 'shot');
    // Four standard errors of a count of about 1,500.
    expect(Math.abs(times.length - 1500)).toBeLessThan(4 * Math.sqrt(1500));
    const median = times.map((t, i) => t - (times[i - 1] ?? 0)).toSorted((a, b) => a - b)[
      Math.floor(times.length / 2)
    ]!;
    expect(Math.abs(median / 24 - exactLog(2))).toBeLessThan(0.08);
  });

  test('R6: a negative rate is none, an infinite one a fault', () => {
    expect(firings(play(world({ rate: ['sub', 0, 'heat'] })), 'shot')).toEqual([]);
    const result = runHistory(world({ rate: ['div', 1, ['sub', 'heat', 1]] }), {
      seed: 'a',
      record: false,
    });
    expect(result).toMatchObject({ type: 'fault' });
  });
});

describe('R22, R27: running away', () => {
  const shots = (runsAway: SmallIncident['runsAway'], closes = 24 * 1000) =>
    changes(
      play(
        world(
          { rate: 1 / (24 * HOUR), ...(runsAway === undefined ? {} : { runsAway }) },
          { closes, unknowns: { kappa: { type: 'fixed', value: 0.2 } } },
        ),
      ),
      'incident',
    );

  test('R27: it runs away with the chance that its expression gives', () => {
    const list = shots('kappa');
    const share = list.filter(({ ranAway }) => ranAway).length / list.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / list.length));
    expect(shots(undefined).some(({ ranAway }) => ranAway)).toBe(false);
  });

  test('R8: a chance that is not a number is a fault', () => {
    const program = world({ rate: 1 / HOUR, runsAway: ['log', -1] });
    expect(runHistory(program, { seed: 'a', record: false })).toMatchObject({ type: 'fault' });
  });
});

describe('what incidents and routines do', () => {
  test('R11: who hears of an incident, and how', () => {
    const program = world({
      rate: 1 / (24 * HOUR),
      set: { heat: 5 },
      learn: { mayor: 'at once', reeve: 'wire' },
    });
    const history = play(program);
    const [mayor] = heard(history, 'mayor', 'report');
    const [reeve] = heard(history, 'reeve', 'report');
    expect(reeve!.hour - mayor!.hour).toBeCloseTo(1, 9);
    expect(reeve!.of).toEqual(mayor!.of);
    expect(reeve!.tracks).toEqual([{ track: 'heat', value: 5 }]);
  });

  test('R9: a routine comes with the calendar, and does nothing where its guard is false', () => {
    const routines = {
      market: { first: 5, every: 10, when: ['lt', 'toll', 5], set: { toll: ['add', 'toll', 1] } },
      fair: { first: 7, every: 0, set: { heat: 9 } },
    } as const;
    const history = play(world({ rate: 0 }, { routines }));
    expect(changes(history, 'track').map(({ hour, track }) => [hour, track])).toEqual([
      [5, 'toll'],
      [7, 'heat'],
      [15, 'toll'],
    ]);
  });

  test('R26: a program without a record has nothing that holds chance and the calendar off', () => {
    const program = world(
      { rate: DAILY },
      { routines: { fair: { first: 7, every: 0, set: { heat: 9 } } } },
    );
    const on = play(program, [], { record: true });
    expect(changes(on, 'incident').length).toBeGreaterThan(0);
    expect(on.end.stateHash).toBe(play(program).end.stateHash);
  });

  test('an inject sets tracks, makes incidents happen and tells whom it names', () => {
    const inject = order(3, {
      seat: 'control',
      type: 'inject',
      name: 'flood',
      set: { heat: 7 },
      incident: 'shot',
      tell: ['mayor'],
      text: 'the river is up',
    });
    const history = play(world({ rate: 0, set: { toll: 9 } }), [inject]);
    expect(changes(history, 'track').map(({ track, to }) => [track, to])).toEqual([
      ['heat', 7],
      ['toll', 9],
    ]);
    expect(changes(history, 'incident')).toMatchObject([{ incident: 'shot', ranAway: false }]);
    expect(heard(history, 'mayor', 'report')).toMatchObject([
      { text: 'the river is up', tracks: [{ track: 'heat', value: 7 }] },
    ]);
    expect(heard(history, 'reeve', 'report')).toEqual([]);
  });

  test.each([
    [{ set: { fog: 1 } }, 'unknown-track'],
    [{ set: { heat: 'high' } }, 'bad-value'],
    [{ incident: 'quake' }, 'unknown-incident'],
    [{ tell: ['miller'] }, 'unknown-seat'],
  ])('an inject that names what is not there is refused whole: %o', (words, code) => {
    const input = { seat: 'control', type: 'inject', name: 'x', ...words } as const;
    const history = play(world({ rate: 0 }), [order(1, input)]);
    expect(heard(history, 'control', 'refused').map((r) => r.code)).toEqual([code]);
    expect(changes(history, 'track')).toEqual([]);
  });
});
