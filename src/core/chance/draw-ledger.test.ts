import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearLedger, countUnaligned, createLedger, noteDraw } from './draw-ledger.js';

type Name = readonly [number, number, number];

const NAMES = fc.array(
  // Few values, so that names share parts, whole names and places in the table.
  fc.tuple(fc.nat(3), fc.integer({ min: -2, max: 2 }), fc.integer({ min: -300, max: 300 })),
  { maxLength: 1500 },
);

function ledgerOf(names: readonly Name[], ledger = createLedger()) {
  for (const [purpose, hi, lo] of names) noteDraw(ledger, purpose, hi, lo);
  return ledger;
}

test('R25: unaligned draws are those that stand in one set of names and not in the other', () => {
  const reused = createLedger();
  fc.assert(
    fc.property(NAMES, NAMES, (a, b) => {
      const one = new Set(a.map(String));
      const two = new Set(b.map(String));
      const odd =
        [...one].filter((x) => !two.has(x)).length + [...two].filter((x) => !one.has(x)).length;
      clearLedger(reused);
      const ledger = ledgerOf(a, reused);
      expect(ledger.count).toBe(one.size);
      expect(countUnaligned(ledger, ledgerOf(b))).toBe(odd);
      expect(countUnaligned(ledger, ledger)).toBe(0);
    }),
    { seed: 25, numRuns: 200 },
  );
});
