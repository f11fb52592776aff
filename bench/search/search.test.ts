import { expect, test } from 'vitest';
import { searchIndex, searchView } from '../../src/library/room/search.js';
import { LETTERS } from '../../src/library/room/testing/two-towns-library.js';
import { readers } from './readers.js';
import { scan } from './scan.js';

test.each(['cannon', 'mill tolls', 'cann', '"mill tolls"', '"tolls mill"', 'ostlund bridge', 'zz'])(
  'what the benchmark times finds what reading everything finds: %s',
  async (query) => {
    const index = await searchIndex(readers([LETTERS]));
    const found = searchView(query, index).hits.map(({ id }) => id);
    expect(found.toSorted()).toEqual(scan(query, index.units).toSorted());
  },
);
