import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inside, overlaps } from './geometry.js';
import { placeLabels, type LabelRequest } from './labels.js';

const FRAME = { x: 0, y: 0, width: 600, height: 300 };
const EMPTY = { frame: FRAME, forbidden: [], dots: [], segments: [] };

function request(change: Partial<LabelRequest> & Pick<LabelRequest, 'id'>): LabelRequest {
  return {
    anchor: { x: 300, y: 150 },
    prefers: 'above',
    priority: 0,
    sizes: [
      { width: 120, height: 32 },
      { width: 80, height: 17 },
    ],
    ...change,
  };
}

const requests = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.constantFrom(60, 150, 240),
    width: fc.integer({ min: 20, max: 200 }),
    priority: fc.integer({ min: 0, max: 7 }),
    below: fc.boolean(),
  }),
  { maxLength: 25 },
);

describe('placing labels', () => {
  test('alone, a label stands on the side it prefers, beginning at its anchor, in full', () => {
    const [label] = placeLabels([request({ id: 'a' })], EMPTY);
    expect(label).toMatchObject({ size: 0, led: false });
    expect(label!.box.y + label!.box.height).toBeLessThan(150);
    expect(Math.abs(label!.box.x - 300)).toBeLessThan(5);
  });

  test('the more important of two is placed first, whichever is asked for first', () => {
    const small = { x: 0, y: 0, width: 130, height: 60 };
    const both = [request({ id: 'a', priority: 4 }), request({ id: 'b', priority: 0 })].map(
      (wish) => ({ ...wish, anchor: { x: 5, y: 50 } }),
    );
    const placed = placeLabels(both, { ...EMPTY, frame: small });
    expect(placed.map(({ id }) => id)).toEqual(['b']);
  });

  test('where space is short it yields its second line', () => {
    const low = { ...FRAME, y: 120, height: 60 };
    const [label] = placeLabels([request({ id: 'a' })], { ...EMPTY, frame: low });
    expect(label!.size).toBe(1);
  });

  test('it keeps off the dot of another', () => {
    const dots = [{ x: 330, y: 150 }];
    const [label] = placeLabels([request({ id: 'a' })], { ...EMPTY, dots });
    expect(label!.box.x + label!.box.width).toBeLessThan(325);
  });

  test('no two boxes overlap, none leaves the frame or touches what is forbidden; always the same', () => {
    fc.assert(
      fc.property(requests, (wishes) => {
        const all = wishes.map(({ x, y, width, priority, below }, n) =>
          request({
            id: `L${n}`,
            anchor: { x, y },
            priority,
            prefers: below ? 'below' : 'above',
            sizes: [{ width, height: 32 }],
          }),
        );
        const forbidden = [60, 150, 240].map((y) => ({ x: 0, y: y - 2, width: 600, height: 4 }));
        const surroundings = { ...EMPTY, forbidden };
        const boxes = placeLabels(all, surroundings).map(({ box }) => box);
        for (const [n, box] of boxes.entries()) {
          expect(inside(box, FRAME)).toBe(true);
          expect(forbidden.some((other) => overlaps(box, other))).toBe(false);
          expect(boxes.slice(n + 1).some((other) => overlaps(box, other))).toBe(false);
        }
        const again = placeLabels(all.toReversed(), surroundings).map(({ box }) => box);
        expect(again).toEqual(boxes);
      }),
      { seed: 1962, numRuns: 200 },
    );
  });
});
