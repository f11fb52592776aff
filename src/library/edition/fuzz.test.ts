import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEdition } from './read-edition.js';
import { bytesOf, fixture } from './testing/reading.js';

const VOLUMES = ['older-volume.xml', 'newer-volume.xml'].map((name) =>
  new TextEncoder().encode(fixture(name)),
);
const HURTS = [
  '<',
  '>',
  '&',
  '"',
  ' ',
  '\0',
  '\u00E9',
  '<p>',
  '</p>',
  '&#0;',
  ']]>',
  '--',
  '31',
  '\uFFFF',
];

test('a damaged volume is read or refused with a place; nothing throws', async () => {
  const cut = fc.record({
    volume: fc.constantFrom(...VOLUMES),
    at: fc.integer({ min: 0, max: 9999 }),
    gone: fc.oneof(fc.nat(2), fc.nat(40)),
    put: fc.oneof(fc.constantFrom(...HURTS), fc.stringMatching(/^[0-9A-Za-z :.]{0,3}$/)),
    size: fc.integer({ min: 1, max: 5000 }),
  });
  const seen = { read: 0, faulty: 0 };
  await fc.assert(
    fc.asyncProperty(cut, async ({ volume, at, gone, put, size }) => {
      const place = Math.floor((at / 10_000) * volume.length);
      const bytes = Buffer.concat([
        volume.subarray(0, place),
        Buffer.from(put),
        volume.subarray(place + gone),
      ]);
      const result = await readEdition('cut.xml', bytesOf(bytes, size));
      seen[result.type] += 1;
      const isSound =
        result.type === 'read'
          ? result.collection.documents.length > 0
          : result.faults.length === 1 && result.faults[0]!.file === 'cut.xml';
      expect(isSound, JSON.stringify(result)).toBe(true);
    }),
    { seed: 63, numRuns: 300 },
  );
  expect(seen.read).toBeGreaterThan(20);
  expect(seen.faulty).toBeGreaterThan(20);
});

test('a volume is the same however its bytes are cut', async () => {
  for (const volume of VOLUMES) {
    const [whole, ...others] = await Promise.all(
      [100_000, 1, 7, 4096].map(async (size) => await readEdition('v.xml', bytesOf(volume, size))),
    );
    for (const other of others) expect(other).toEqual(whole);
  }
});
