import { describe, expect, test } from 'vitest';
import { documentAddress, sourceNames } from './collection-words.js';
import { source } from './testing/two-towns.js';

function named(where: string, collection: string | null) {
  const one = source('S', { title: 'A source', where, collection });
  return sourceNames({ id: 'S', source: one, imported: [], documents: [] });
}

describe('the file of a source that is not imported', () => {
  test.each([
    ['https://letters.example/frus1961-63v10-12mSupp', 'frus1961-63v10-12msupp', 'mSupp.xml'],
    ['https://letters.example/other', 'frus1961-63v06', 'frus1961-63v06.xml'],
    ['https://letters.example/Letters-1900', 'letters-1900', 'Letters-1900.txt'],
  ])('at %s, kept as %s: a name that ends in %s', (where, collection, end) => {
    expect(named(where, collection).file?.endsWith(end)).toBe(true);
  });

  test('there is none where no importer reads it', () => {
    expect(named('a shelf in the town hall', null)).toEqual({
      title: 'A source',
      where: null,
      file: null,
    });
  });
});

test('a document of a volume has an address below that of its volume, any other has its own', () => {
  const volume = 'https://letters.example/frus1961-63v10-12mSupp';
  expect(documentAddress(volume, 'frus1961-63v10-12msupp', 'd7')).toBe(`${volume}/d7`);
  expect(documentAddress(volume, 'another', 'd7')).toBe(volume);
});
