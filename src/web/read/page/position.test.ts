import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionAt, scrollTo } from './position.js';

const PIECES = [
  { id: 'p1', top: 400 },
  { id: 'p2', top: 500 },
  { id: 'p3', top: 800 },
];
const END = 900;

describe('the position in a text', () => {
  test.each([
    ['above the text', 399, null],
    ['at its first line', 400, { block: 'p1', offset: 0 }],
    ['inside a block', 575, { block: 'p2', offset: 0.25 }],
    ['in the last block', 850, { block: 'p3', offset: 0.5 }],
    ['below the text', 2000, { block: 'p3', offset: 1 }],
  ])('%s', (_, y, position) => {
    expect(positionAt(PIECES, END, y)).toEqual(position);
  });

  test('in a text of other lines it is the same share of the same block', () => {
    const narrow = [
      { id: 'p1', top: 400 },
      { id: 'p2', top: 700 },
      { id: 'p3', top: 1100 },
    ];
    expect(scrollTo(narrow, 1400, { block: 'p2', offset: 0.25 })).toBe(800);
  });

  test('a block that is gone is nowhere', () => {
    expect(scrollTo(PIECES, END, { block: 'p9', offset: 0 })).toBeNull();
  });

  test('going back to a position is going back to the pixel', () => {
    const tops = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(tops, fc.double({ min: 0, max: 1, noNaN: true }), (heights, share) => {
        let top = 300;
        const pieces = heights.map((height, n) => ({ id: `p${n}`, top: (top += height) }));
        const end = top + 100;
        const y = pieces[0]!.top + share * (end - pieces[0]!.top);
        expect(scrollTo(pieces, end, positionAt(pieces, end, y)!)).toBeCloseTo(y, 6);
      }),
      { seed: 65 },
    );
  });
});
