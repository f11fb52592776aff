import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCollectionId, slugOf } from './collection-id.js';

describe('slugOf', () => {
  test.each([
    ['Two towns, one bridge', 'two-towns-one-bridge'],
    ["Kennedy's reply", 'kennedys-reply'],
    ['  Çà et là…  ', 'ca-et-la'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\0b', 'a-b'],
    ['Letter №2', 'letter-no2'],
  ])('%j becomes %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('different titles in other scripts keep different ids', () => {
    expect(slugOf('Кризис 1')).toMatch(/^1-[0-9a-f]{10}$/);
    expect(slugOf('Кризис 1')).not.toBe(slugOf('Письмо 1'));
    expect(slugOf('危機')).toMatch(/^text-[0-9a-f]{10}$/);
  });

  test('whatever the text, the slug is an id and a safe name of a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const slug = slugOf(text);
        expect(isCollectionId(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
      { seed: 1962, numRuns: 2000 },
    );
  });
});

describe('isCollectionId', () => {
  test.each(['frus1961-63v06', 'a', 'a.b_c-d', '0'])('takes %s', (id) => {
    expect(isCollectionId(id)).toBe(true);
  });

  test.each([
    '',
    '..',
    '.a',
    'a/b',
    'a\\b',
    'A',
    'a..b',
    'a\0',
    'a\n',
    'a b',
    'é',
    '-a',
    'a-',
    'x'.repeat(121),
  ])('refuses %j', (id) => {
    expect(isCollectionId(id)).toBe(false);
  });
});
