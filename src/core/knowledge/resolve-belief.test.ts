import { describe, expect, test } from 'vitest';
import { exactExp } from '../chance/exact-exp.js';
import { exactLog } from '../chance/exact-log.js';
import { createKernel } from '../run.js';
import { outcomeColumns } from '../history/outcome-columns.js';
import { utilities } from '../meetings/testing/meetings.js';
import { order, play } from '../testing/given.js';
import type { Small, SmallResolve } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';

const LEANS = { soft: -1, firm: 0, hard: 1 };
const RESOLVE: SmallResolve = {
  positions: { soft: [0.3, 0], firm: [0.5, 0.5], hard: [0.2, 1] },
  precision: 2,
  relayed: 0.6,
  acts: { alert: Object.values(LEANS) },
  letters: { threat: Object.values(LEANS), plea: [1, 0, -1] },
};

const SMALL: Small = {
  seats: {
    mayor: { side: 'north' },
    clerk: { side: 'north', under: 'mayor' },
    reeve: { side: 'south' },
    envoy: { side: 'south', under: 'reeve' },
  },
  relays: { post: 'north' },
  channels: {
    wire: { delay: 1 },
    noisy: { delay: 1, garble: { chance: 0.25 } },
  },
  routes: { relayed: [['noisy', 'post'], ['wire']] },
  acts: {
    alert: { by: ['reeve', 'mayor'], learn: { mayor: 'wire', clerk: 'noisy' } },
  },
  letters: {
    threat: { from: 'reeve', to: ['mayor'], by: ['wire'] },
    plea: { from: 'reeve', to: ['mayor'], by: ['relayed'] },
  },
  resolves: { reeve: RESOLVE },
  closes: 12,
};

const PRIOR = [0.3, 0.5, 0.2];
const VALUES = [0, 0.5, 1];

/** Bayes by hand: each share times the likelihood of its position to the power of the weight. */
function believed(prior: readonly number[], leans: readonly number[], weight: number): number[] {
  const shares = prior.map((p, k) => {
    const log = -exactLog(1 + exactExp(-2 * leans[k]!));
    return p * exactExp(weight * log);
  });
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((p) => p / sum);
}

function mean(shares: readonly number[]): number {
  return shares.reduce((sum, p, k) => sum + p * VALUES[k]!, 0);
}

/** What a seat believes of the reeve's resolve at its meetings, hour by hour. */
function course(seat: string, inputs: Parameters<typeof play>[1], small = SMALL): number[] {
  const doctrine = { first: 0.5, every: 1, options: { nothing: 'resolve_of_reeve' } };
  const program = smallProgram({ ...small, doctrines: { [seat]: { fitted: doctrine } } });
  const history = play(program, inputs, { doctrines: [{ seat, doctrine: 'fitted' }] });
  return utilities(history, seat, 'nothing').map(([, value]) => value);
}

const alert = (by: string) => order(1, { seat: by, type: 'act', act: 'alert' });

describe('R11: what a seat believes of a resolve that is kept from it', () => {
  test('R11: is the share with which it is drawn, until there is news', () => {
    expect(course('mayor', [])).toEqual(Array.from({ length: 12 }, () => mean(PRIOR)));
  });

  test('R11: news of an act moves it by Bayes, when it arrives', () => {
    const after = mean(believed(PRIOR, [-1, 0, 1], 1));
    const seen = course('mayor', [alert('reeve')]);
    expect(seen.slice(0, 3)).toEqual([mean(PRIOR), mean(PRIOR), after]);
    // By hand: 0.3·0.1192, 0.5·0.5 and 0.2·0.8808 of 0.4619 make 0.0774, 0.5412 and 0.3814.
    expect(after).toBeCloseTo(0.652, 3);
  });

  test('R11: news over a channel that garbles counts less', () => {
    const seen = course('clerk', [alert('reeve')]);
    expect(seen.at(-1)).toBe(mean(believed(PRIOR, [-1, 0, 1], 0.75)));
  });

  test('R11: a letter counts less for every channel and relay that it passed', () => {
    const threat = order(1, { seat: 'reeve', type: 'send', letter: 'threat' });
    expect(course('mayor', [threat]).at(-1)).toBe(mean(believed(PRIOR, [-1, 0, 1], 1)));
    const plea = order(1, { seat: 'reeve', type: 'send', letter: 'plea' });
    const weight = 0.6 * 0.75;
    expect(course('mayor', [plea]).at(-1)).toBe(mean(believed(PRIOR, [1, 0, -1], weight)));
  });

  test('R11: signs add up, one after the other', () => {
    const threat = order(5, { seat: 'reeve', type: 'send', letter: 'threat' });
    const once = believed(PRIOR, [-1, 0, 1], 1);
    expect(course('mayor', [alert('reeve'), threat]).at(-1)).toBe(
      mean(believed(once, [-1, 0, 1], 1)),
    );
  });

  test('R11: what another side does is no sign of it', () => {
    expect(course('mayor', [alert('mayor')]).at(-1)).toBe(mean(PRIOR));
  });

  test('R11: the seat itself knows its own', () => {
    for (const column of ['resolve', 'resolve_of_reeve']) {
      const doctrine = { first: 0.5, every: 1, options: { nothing: column } };
      const program = smallProgram({ ...SMALL, doctrines: { reeve: { fitted: doctrine } } });
      const own = play(program, [], { doctrines: [{ seat: 'reeve', doctrine: 'fitted' }] });
      const [value] = new Set(utilities(own, 'reeve', 'nothing').map(([, x]) => x));
      expect(VALUES).toContain(value);
    }
  });
});

describe('R4: a resolve', () => {
  test('R4: is drawn with its shares, by a draw of its own', () => {
    const kernel = createKernel(smallProgram(SMALL));
    const columns = outcomeColumns(smallProgram(SMALL)).map(({ name }) => name);
    const row = new Float64Array(columns.length);
    const counts = new Map<number, number>();
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      kernel.run({ seed: 'r', run, record: false });
      kernel.readOutcome(row, 0);
      const value = row[columns.indexOf('resolve_reeve')]!;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const shares = [...counts.values()].map((n) => n / runs).toSorted((a, b) => a - b);
    [0.2, 0.3, 0.5].forEach((share, i) => {
      expect(Math.abs(shares[i]! - share)).toBeLessThan(
        4 * Math.sqrt((share * (1 - share)) / runs),
      );
    });
  });
});
