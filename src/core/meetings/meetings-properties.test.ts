import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { History } from '../history/event.js';
import type { SeatDoctrine } from '../parts/doctrine.js';
import { createKernel } from '../run.js';
import type { TimedInput } from '../state.js';
import { changes, play, told } from '../testing/given.js';
import { randomDoctrines } from '../testing/random-doctrines.js';
import type { Choose } from '../testing/random-small.js';
import { randomOrders, randomSmall } from '../testing/random-small.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import { meetings } from './testing/meetings.js';

/** Checks something of random scenarios that doctrines play, with a few orders from the table. */
function check(
  seed: number,
  property: (small: Small, inputs: TimedInput[], doctrines: SeatDoctrine[]) => void,
) {
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const choose: Choose = (n) => gen(fc.nat, { max: n - 1 });
      const small = randomSmall(choose);
      const doctrines = randomDoctrines(choose, small);
      property(
        { ...small, doctrines },
        randomOrders(choose, small, choose(4)),
        Object.keys(doctrines).map((seat) => ({ seat, doctrine: 'own' })),
      );
    }),
    { seed, numRuns: 120, endOnFailure: true },
  );
}

function reversed<T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(record ?? {}).toReversed());
}

/** A history without what tells which program made it. */
function events({ events: list, end }: History): string {
  const plain = list.map((event) => ({ ...event, hash: '' }));
  return JSON.stringify([plain, end.stateHash, end.ending, end.at]);
}

describe('histories that doctrines play', () => {
  test('R23: the same bytes twice, the same state with the log off, and in a kernel used again', () => {
    check(71, (small, inputs, doctrines) => {
      const program = smallProgram(small);
      const history = play(program, inputs, { doctrines });
      expect(play(program, inputs, { doctrines })).toEqual(history);
      const kernel = createKernel(program);
      const options = { seed: 'a', record: false, inputs, doctrines };
      kernel.run({ ...options, run: 1 });
      kernel.run({ seed: 'a', record: false });
      expect(kernel.run(options)).toMatchObject({
        stateHash: history.end.stateHash,
        meetings: meetings(history).length,
      });
    });
  });

  test('R3: the order in which a scenario lists its things never matters', () => {
    check(73, (small, inputs, doctrines) => {
      const turned = {
        ...small,
        tracks: reversed(small.tracks),
        acts: reversed(small.acts),
        letters: reversed(small.letters),
        incidents: reversed(small.incidents),
        doctrines: reversed(small.doctrines),
      };
      const one = play(smallProgram(small), inputs, { doctrines });
      const other = play(smallProgram(turned), inputs, { doctrines: doctrines.toReversed() });
      const untold = (history: History) =>
        // Readings of one report stand in the order of the tracks' list.
        events(history).length;
      expect(untold(other)).toBe(untold(one));
      expect(other.end.stateHash).toBe(one.end.stateHash);
    });
  });

  test('R16: every order of a machine is legal, and every reply names an offer that it has read', () => {
    check(79, (small, inputs, doctrines) => {
      // An order that is refused is a fault of the run, which `play` throws.
      const history = play(smallProgram(small), inputs, { doctrines });
      const words = new Set(inputs.map(({ id }) => id));
      for (const { dispatch } of changes(history, 'dispatch')) {
        if (dispatch.answer === 'none' || words.has(dispatch.id)) continue;
        const own = ['withdraw', 'honour', 'repudiate'].includes(dispatch.answer);
        const known = told(history, dispatch.from).flatMap(({ item }) =>
          item.type === (own ? 'sent' : 'dispatch') ? [item.dispatch.id] : [],
        );
        expect(known).toContain(dispatch.repliesTo);
      }
    });
  });

  test('R16: no offer is accepted that the own valuation of its reader rejects', () => {
    let accepted = 0;
    check(83, (small, inputs, doctrines) => {
      const history = play(smallProgram(small), inputs, { doctrines });
      for (const { options, chosen } of changes(history, 'meeting')) {
        const taken = options[chosen];
        if (taken?.name !== 'accept') continue;
        accepted++;
        expect(taken.advantage).toBeGreaterThanOrEqual(0);
      }
    });
    expect(accepted).toBeGreaterThan(5);
  });

  test('R7: an option that is never open changes nothing else', () => {
    check(89, (small, inputs, doctrines) => {
      const never = { utility: 9, when: 0 };
      const more = Object.fromEntries(
        Object.entries(small.doctrines!).map(([seat, { own }]) => {
          const act = Object.entries(small.acts!).find(([, { by }]) => by === seat)?.[0];
          const key = act === undefined ? 'leave' : `act ${act}`;
          const taken = own!.options[key] ?? never;
          return [seat, { own: { ...own!, options: { [key]: taken, ...own!.options } } }];
        }),
      );
      const one = play(smallProgram(small), inputs, { doctrines });
      const other = play(smallProgram({ ...small, doctrines: more }), inputs, { doctrines });
      expect(other.end.stateHash).toBe(one.end.stateHash);
    });
  });
});
