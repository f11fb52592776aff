import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grouped } from '../grouped.js';
import type { Program } from '../program.js';
import { createKernel, runHistory } from '../run.js';
import type { TimedInput } from '../state.js';
import { changes, play, playSilently } from '../testing/given.js';
import type { Choose } from '../testing/random-small.js';
import { randomOrders, randomSmall } from '../testing/random-small.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import type { History } from './event.js';
import { serializeHistory } from './chain.js';

/** Checks something of 1,000 random scenarios with their orders. */
function check(
  seed: number,
  property: (small: Small, inputs: TimedInput[], choose: Choose) => void,
) {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const choose: Choose = (n) => gen(fc.nat, { max: n - 1 });
      const small = randomSmall(choose);
      property(small, randomOrders(choose, small, 3 + choose(12)), choose);
    }),
    { seed, numRuns: 1000, endOnFailure: true },
  );
}

/** A history without what tells which program and inputs made it. */
function events({ events, end }: History): string {
  const plain = events.map((event) => ({ ...event, hash: '' }));
  return JSON.stringify([plain, end.stateHash, end.ending, end.at]);
}

function reversed<T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(record ?? {}).toReversed());
}

describe('R23: replay', () => {
  test('R23: the same bytes twice, and the same state with the log off', () => {
    check(231, (small, inputs) => {
      const program = smallProgram(small);
      const options = { seed: 'x', record: false, inputs };
      const file = () => {
        const result = runHistory(program, options);
        if (result.type === 'fault') throw new Error(result.message);
        return serializeHistory(result.history, result.texts);
      };
      const first = file();
      expect(file()).toBe(first);
      const end = JSON.parse(first.trimEnd().split('\n').at(-1)!) as History['end'];
      const { run: kernel } = createKernel(program);
      kernel({ ...options, run: 1 });
      expect(kernel(options)).toMatchObject({ stateHash: end.stateHash, ending: end.ending });
    });
  });
});

describe('R3: creation order never matters', () => {
  test('R3: the order of the inputs in their list', () => {
    check(31, (small, inputs, choose) => {
      const program = smallProgram(small);
      const shuffled = inputs.map((input) => ({ input, by: choose(1000) }));
      const others = shuffled.toSorted((a, b) => a.by - b.by).map(({ input }) => input);
      expect(events(play(program, others))).toBe(events(play(program, inputs)));
    });
  });

  test('R3: the order in which acts, incidents, routines, letters and channels are declared', () => {
    check(32, (small, inputs) => {
      const turned = {
        ...small,
        acts: reversed(small.acts),
        incidents: reversed(small.incidents),
        routines: reversed(small.routines),
        letters: reversed(small.letters),
        channels: reversed(small.channels),
      };
      expect(events(play(smallProgram(turned), inputs))).toBe(
        events(play(smallProgram(small), inputs)),
      );
    });
  });
});

describe('R4: a draw keeps its value when an unrelated thing is added, removed or renamed', () => {
  const delivered = (history: History) =>
    JSON.stringify(changes(history, 'delivered').map(({ delivery }) => delivery));

  test('R4: added: what never acts moves nothing', () => {
    check(41, (small, inputs) => {
      const more: Small = {
        ...small,
        acts: { another_act: { by: 'seat_0', set: { track_0: 0 } }, ...small.acts },
        incidents: { a_quake: { rate: 0 }, ...small.incidents },
        channels: { a_raven: { delay: 3 }, ...small.channels },
        letters: {
          a_letter: { from: 'seat_1', to: ['seat_0'], by: ['a_raven'] },
          ...small.letters,
        },
        unknowns: { a_luck: { type: 'fixed', value: 1 }, ...small.unknowns },
      };
      const [plain, added] = [small, more].map((s) => play(smallProgram(s), inputs));
      expect(added!.end.stateHash).toBe(plain!.end.stateHash);
      expect(delivered(added!)).toBe(delivered(plain!));
    });
  });

  test('R4: added: an incident of its own effects moves no other draw', () => {
    check(42, (small, inputs) => {
      const { endings: _, ...open } = small;
      const more: Small = {
        ...open,
        tracks: { ...open.tracks, wind: { count: [0, 9], starts: 0 } },
        incidents: {
          a_gust: { rate: 1 / 18_000_000, set: { wind: ['add', 'wind', 1] } },
          ...open.incidents,
        },
      };
      // A seat that knows of the wind is told of it at the opening, and of nothing else.
      const told = (s: Small) =>
        changes(play(smallProgram(s), inputs), 'delivered')
          .map(({ delivery }) => delivery)
          .filter(({ item }) => item.type !== 'opening');
      expect(told(more)).toEqual(told(open));
    });
  });

  test('R4: removed: what did nothing in a history can be left out', () => {
    check(43, (small, inputs) => {
      const plain = play(smallProgram(small), inputs);
      const fired = new Set(changes(plain, 'incident').map(({ incident }) => incident));
      const incidents = Object.fromEntries(
        Object.entries(small.incidents ?? {}).filter(([name]) => fired.has(name)),
      );
      const left = play(smallProgram({ ...small, incidents }), inputs);
      expect(events(left)).toBe(events(plain));
    });
  });

  test('R4: renamed: only its own draws move', () => {
    check(44, (small, inputs) => {
      const { endings: _, incidents, ...rest } = small;
      // Two incidents that touch nothing but a track of their own.
      const harmless = (name: string): Small => ({
        ...rest,
        tracks: {
          ...rest.tracks,
          wind: { count: [0, 9], starts: 0 },
          rain: { count: [0, 9], starts: 0 },
        },
        incidents: {
          ...incidents,
          [name]: { rate: 1 / 36_000_000, set: { wind: ['sub', 5, 'wind'] } },
          shower: { rate: 1 / 36_000_000, set: { rain: ['sub', 5, 'rain'] } },
        },
      });
      const [gust, squall] = ['gust', 'squall'].map((name) =>
        grouped(
          changes(play(smallProgram(harmless(name)), inputs), 'track'),
          ({ track }) => track === 'wind',
        ),
      );
      expect(squall!.get(false)).toEqual(gust!.get(false));
      expect(squall!.get(true)).not.toEqual(gust!.get(true));
    });
  });
});

describe('R25: branches', () => {
  const branch = (program: Program, at: number, changed: Program) => ({ at, program: changed });

  test('R25: a branch with nothing changed is the same history', () => {
    check(251, (small, inputs, choose) => {
      const program = smallProgram(small);
      const at = program.opens + choose(120) * 3_600_000;
      const plain = playSilently(program, inputs);
      const branched = playSilently(program, inputs, { branch: branch(program, at, program) });
      expect({ ...branched, events: 0 }).toEqual({ ...plain, events: 0 });
    });
  });

  test('R25: whatever is changed, all before the branch is the same', () => {
    check(252, (small, inputs, choose) => {
      const program = smallProgram(small);
      const at = program.opens + choose(120) * 3_600_000;
      const channels = program.channels.map((c) => ({ ...c, loss: 0.5, leak: 0.5 }));
      const incidents = program.incidents.map((i) => ({
        ...i,
        rate: { type: 'mul', a: i.rate, b: { type: 'number', value: 3 } } as const,
      }));
      const changed: Program = { ...program, channels, incidents };
      const plain = play(program, inputs);
      const other = play(program, inputs, { branch: branch(program, at, changed) });
      const before = (history: History) =>
        JSON.stringify(
          history.events
            .filter((event) => Date.parse(event.at) < at)
            .map((event) => ({ ...event, hash: '' })),
        );
      expect(before(other)).toBe(before(plain));
    });
  });
});
