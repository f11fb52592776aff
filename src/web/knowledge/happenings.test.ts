import { describe, expect, test } from 'vitest';
import { at, hour, leg, letter, mark, view } from '../sample/two-towns.js';
import { happeningsOf, stepFrom } from './happenings.js';

const VIEW = view({
  letters: [
    letter({
      id: 'L1',
      sent: at(8),
      legs: [
        leg({ from: 'mayor', to: 'ferry', sent: at(8), arrived: at(9) }),
        leg({ from: 'ferry', to: 'reeve', sent: at(9), arrived: at(13), leg: 1 }),
      ],
    }),
  ],
  marks: [mark({ id: 'I1', at: at(10) })],
});

describe('happenings', () => {
  test('letters leave and reach seats, marks happen, in order of time', () => {
    expect(happeningsOf(VIEW).map(({ words }) => words)).toEqual([
      'Letter L1: sent',
      'Mark I1',
      'Letter L1: reaches Reeve',
    ]);
  });

  test('a seat is told of what it receives, and of nothing on the way', () => {
    const seen = happeningsOf({ ...VIEW, as: 'reeve' });
    expect(seen.map(({ words }) => words)).toEqual(['Letter L1: received', 'Mark I1']);
  });

  test('an arrival is never told before the letter itself', () => {
    const placedAhead = letter({
      id: 'L2',
      sent: at(9),
      legs: [leg({ from: 'mayor', to: 'reeve', sent: at(6), arrived: at(7) })],
    });
    const told = happeningsOf(view({ letters: [placedAhead] }));
    expect(told.map(({ at }) => at)).toEqual([hour(9), hour(9)]);
  });

  test('steps go to the nearest happening and never stay', () => {
    const all = happeningsOf(VIEW);
    expect(stepFrom(all, hour(8), 'later')?.at).toBe(hour(10));
    expect(stepFrom(all, hour(10), 'earlier')?.at).toBe(hour(8));
    expect(stepFrom(all, hour(8), 'earlier')).toBeNull();
    expect(stepFrom(all, hour(13), 'later')).toBeNull();
  });
});
