import { describe, expect, test } from 'vitest';
import type { PageView } from '../../../protocol/reading.js';
import { absentText, endText, neighbourText, placeText, siblingId } from './page-words.js';

const PLACE: PageView['place'] = {
  previous: null,
  next: null,
  part: 2,
  parts: 4,
  unit: 'part',
  absent: [],
};

/** As much of a page as its end needs. */
function page(details: unknown, part: number): PageView {
  return { entry: { kind: 'letter' }, details, place: { ...PLACE, part } } as PageView;
}

describe('the words of a page', () => {
  test('where it is', () => {
    expect(placeText(PLACE)).toBe('Part 2 of 4');
    expect(placeText({ ...PLACE, unit: 'document', part: 65, parts: 120 })).toBe(
      'Document 65 of 120',
    );
  });

  test.each([
    [[], null],
    [[1], 'Part 1 is not held.'],
    [[1, 3], 'Parts 1 and 3 are not held.'],
    [[1, 3, 4], 'Parts 1, 3 and 4 are not held.'],
  ])('which parts are absent: %j', (absent, words) => {
    expect(absentText({ ...PLACE, absent })).toBe(words);
  });

  test('what is before and after it', () => {
    expect(neighbourText({ id: 'A/1', title: 'Part 1' }, 'part')).toBe('Part 1');
    expect(neighbourText({ id: null, title: 'Part 1' }, 'part')).toBe('Part 1: not held');
    expect(neighbourText(null, 'document')).toBe('no other document this way');
  });

  test('what ends at its end', () => {
    const chapter = { type: 'chapter', chapter: 5, part: 2, parts: 4, completed: false };
    expect(endText(page(null, 1))).toBe('The letter ends here.');
    expect(endText(page({ type: 'catalogue' }, 1))).toBe('The entry ends here.');
    expect(endText(page(chapter, 2))).toBe('Part 2 of 4 ends here; the chapter goes on.');
    expect(endText(page({ ...chapter, completed: true }, 2))).toBe('The chapter ends here.');
    expect(endText(page(chapter, 4))).toBe('The chapter ends here.');
  });

  test('a pointer leads to a document of the same source', () => {
    expect(siblingId('F06/d65', 'd64')).toBe('F06/d64');
    expect(siblingId('SEED-B', '1')).toBe('SEED-B/1');
  });
});
