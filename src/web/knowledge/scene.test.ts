import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplayView } from '../../protocol/replay.js';
import { at, between, hour, leg, letter, mark, view } from '../sample/two-towns.js';
import { instant } from '../time/instant.js';
import { certaintyAt } from './certainty.js';
import { sceneAt, withGhosts } from './scene.js';

const SEED = { seed: 1962, numRuns: 200 };
const NOT = { departure: null, arrival: null };

/** Two legs over the ferry: left at 8, at the ferry at 9, read at 13. */
const FERRIED = letter({
  id: 'L1',
  sent: at(8),
  legs: [
    leg({ from: 'mayor', to: 'ferry', sent: at(8), arrived: at(9) }),
    leg({ from: 'ferry', to: 'reeve', sent: at(9), arrived: at(13), leg: 1 }),
  ],
});

describe('certainty', () => {
  test.each([
    [7, 'no'],
    [8, 'possibly'],
    [9.9, 'possibly'],
    [10, 'yes'],
    [12, 'yes'],
  ])('R13: at %d o’clock a thing learned between 8 and 10 is known: %s', (hours, answer) => {
    expect(certaintyAt(between(8, 9, 10), hour(hours))).toBe(answer);
  });

  test('what happened in the minute that the clock shows has happened', () => {
    expect(certaintyAt(at(9), hour(9))).toBe('yes');
    expect(certaintyAt(at(9), hour(9) - 1)).toBe('no');
  });
});

describe('a scene', () => {
  test('in the truth a leg under way is drawn along its slope', () => {
    const extents = (hours: number) =>
      sceneAt(view({ letters: [FERRIED] }), hour(hours)).letters.map(({ legs }) =>
        legs.map(({ extent }) => extent),
      );
    expect(extents(7)).toEqual([]);
    expect(extents(8.5)).toEqual([['under way']]);
    expect(extents(10)).toEqual([['whole', 'under way']]);
    expect(extents(13)).toEqual([['whole', 'whole']]);
  });

  test('R14: a sender sees the last hand-over that it knows of, and no slope', () => {
    const own = letter({
      id: 'L1',
      sent: at(8),
      legs: [
        leg({ from: 'mayor', to: 'ferry', sent: at(8), arrived: at(9) }),
        leg({ from: 'ferry', to: 'reeve', sent: at(9), arrived: null, leg: 1, known: NOT }),
      ],
    });
    const seen = (hours: number) =>
      sceneAt(view({ as: 'mayor', letters: [own] }), hour(hours)).letters[0]!.legs;
    expect(seen(8.5).map(({ extent }) => extent)).toEqual(['departure']);
    expect(seen(24).map(({ leg, extent }) => [leg.to.name, extent])).toEqual([['ferry', 'whole']]);
  });

  test('a letter that answers is no answer before it is known', () => {
    const reply = letter({ id: 'L2', sent: at(14), from: 'reeve', repliesTo: 'L1' });
    const asked = { ...FERRIED, repliedBy: [{ id: 'L2', at: at(14), known: at(14) }] };
    const answers = (hours: number) =>
      sceneAt(view({ letters: [asked, reply] }), hour(hours)).letters[0]!.answers;
    expect(answers(13)).toEqual([]);
    expect(answers(14)).toEqual(['L2']);
  });

  test('R12: what is learned later changes nothing in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 10 })), {
          maxLength: 12,
        }),
        fc.integer({ min: 0, max: 40 }),
        (times, handle) => {
          const marks = times.map(([happened, late], n) =>
            mark({ id: `I${n}`, at: at(happened), known: at(happened + late) }),
          );
          const whole: ReplayView = view({ as: 'mayor', marks });
          const learned = marks.filter(({ known }) => instant(known.placed) <= hour(handle));
          expect(sceneAt(whole, hour(handle))).toEqual(
            sceneAt(view({ as: 'mayor', marks: learned }), hour(handle)),
          );
        },
      ),
      SEED,
    );
  });
});

describe('ghosts', () => {
  test('they are the rest of the truth: unknown marks, and legs past the last one known', () => {
    const own = { ...FERRIED, legs: FERRIED.legs.slice(0, 1) };
    const seen = sceneAt(view({ as: 'mayor', letters: [own] }), hour(20));
    const truth = sceneAt(
      view({ letters: [FERRIED], marks: [mark({ id: 'I1', at: at(11) })] }),
      hour(20),
    );
    const { letters, marks } = withGhosts(seen, truth);
    expect(letters.map(({ ghost, partial, legs }) => [ghost, partial, legs.length])).toEqual([
      [true, true, 1],
      [false, false, 1],
    ]);
    expect(marks.map(({ mark, ghost }) => [mark.id, ghost])).toEqual([['I1', true]]);
  });

  test('where nothing is unknown there are none', () => {
    const truth = sceneAt(view({ letters: [FERRIED] }), hour(20));
    expect(withGhosts(truth, truth)).toEqual(truth);
  });
});
