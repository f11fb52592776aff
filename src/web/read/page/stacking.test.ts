import { describe, expect, test } from 'vitest';
import { stacked } from './stacking.js';

describe('notes in the margin', () => {
  test('each stands beside its paragraph where there is room', () => {
    const notes = [
      { top: 0, height: 80 },
      { top: 200, height: 50 },
    ];
    expect(stacked(notes, 10)).toEqual([0, 200]);
  });

  test('one that is too long pushes the next down, and no further than it must', () => {
    const notes = [
      { top: 0, height: 300 },
      { top: 200, height: 50 },
      { top: 400, height: 10 },
    ];
    expect(stacked(notes, 10)).toEqual([0, 310, 400]);
  });

  test('of none there are none', () => {
    expect(stacked([], 10)).toEqual([]);
  });
});
