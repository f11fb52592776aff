import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionAt, scrollTo } from './position.js';

const PIECES = [
  { id: 'p1', top: 400, height: 80 },
  { id: 'p2', top: 500, height: 200 },
  { id: 'p3', top: 800, height: 100 },
];

describe('the position in a text', () => {
  test.each([
    ['above the text', 399, null],
    ['at its first line', 400, { block: 'p1', offset: 0 }],
    ['inside a block', 550, { block: 'p2', offset: 0.25 }],
    ['among the claims below a block', 750, { block: 'p2', offset: 1.25 }],
    ['in the last block', 850, { block: 'p3', offset: 0.5 }],
    ['below the text', 1100, { block: 'p3', offset: 3 }],
  ])('%s', (_, y, position) => {
    expect(positionAt(PIECES, y)).toEqual(position);
  });

  test('in a text of other lines it is the same share of the same block', () => {
    const narrow = [
      { id: 'p1', top: 400, height: 280 },
      { id: 'p2', top: 700, height: 380 },
    ];
    expect(scrollTo(narrow, { block: 'p2', offset: 0.25 })).toBe(795);
  });

  test('a claim that opens below a block moves nothing in it', () => {
    const opened = PIECES.map((piece) =>
      piece.id === 'p3' ? { ...piece, top: piece.top + 500 } : piece,
    );
    expect(scrollTo(opened, positionAt(PIECES, 690)!)).toBe(690);
  });

  test('a block that is gone is nowhere', () => {
    expect(scrollTo(PIECES, { block: 'p9', offset: 0 })).toBeNull();
  });

  test('going back to a position is going back to the pixel', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (heights, share) => {
        let end = 300;
        const pieces = heights.map((height, n) => {
          const top = end;
          end += height + 20;
          return { id: `p${n}`, top, height };
        });
        const y = 300 + share * (end + 500 - 300);
        expect(scrollTo(pieces, positionAt(pieces, y)!)).toBeCloseTo(y, 6);
      }),
      { seed: 65 },
    );
  });
});
