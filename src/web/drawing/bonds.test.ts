import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObligationView } from '../../protocol/replay.js';
import { at, hour } from '../sample/two-towns.js';
import { layOutBonds } from './bonds.js';

const PAPER = { scale: { from: hour(0), to: hour(24), left: 0, right: 240 }, handle: hour(20) };
const widthOf = (text: string) => text.length * 6;

function owed(id: string, from: number, stages: ObligationView['stages'] = []): ObligationView {
  return {
    id,
    text: `Obligation ${id}`,
    obligor: 'northbank',
    beneficiaries: ['southbank'],
    madeIn: 'L1',
    stages: [{ status: 'owed', at: at(from), known: at(from) }, ...stages],
    cites: [],
  };
}

describe('bonds', () => {
  test('an obligation runs from owed to performed to verified', () => {
    const stages = [
      { status: 'performed' as const, at: at(12), known: at(12) },
      { status: 'verified' as const, at: at(15), known: at(15) },
    ];
    const [bar] = layOutBonds([owed('O1', 8, stages)], [], PAPER, widthOf);
    expect(bar).toMatchObject({ x1: 80, done: 120, verified: 150, x2: 150, row: 0 });
  });

  test('one that stands runs to the handle and no further', () => {
    const [bar] = layOutBonds([owed('O1', 8)], [], PAPER, widthOf);
    expect(bar).toMatchObject({ x1: 80, done: null, x2: 200 });
  });

  test('words that find no room left of the handle are cut at a word', () => {
    const early = { ...PAPER, handle: hour(7.5) };
    const [bar] = layOutBonds([owed('O1', 7)], [], early, widthOf);
    expect(bar).toMatchObject({ text: 'Obligation O1', shown: 'Obligation…', textX: 9 });
  });

  test('bars and words of one row never touch', () => {
    const starts = fc.array(fc.integer({ min: 0, max: 19 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(starts, (hours) => {
        const items = hours.map((from, n) => {
          const done = { status: 'performed' as const, at: at(from + 1), known: at(from + 1) };
          return owed(`O${n}`, from, n % 2 === 0 ? [done] : []);
        });
        const bars = layOutBonds(items, [], PAPER, widthOf);
        for (const [n, one] of bars.entries()) {
          for (const other of bars.slice(n + 1)) {
            if (one.row !== other.row) continue;
            const end = Math.max(one.x2, one.textX + widthOf(one.text));
            expect(Math.min(other.x1, other.textX)).toBeGreaterThan(end);
          }
        }
      }),
      { seed: 1962, numRuns: 200 },
    );
  });
});
