import { describe, expect, test } from 'vitest';
import { changes, order, play } from '../testing/given.js';
import type { Small, SmallAct } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';

const SMALL: Small = {
  channels: { wire: { delay: 1 } },
  acts: {
    open: { by: 'mayor' },
    withdraw: { by: 'reeve' },
    look: { by: 'mayor', verifies: 'withdraw', detects: 0.9, falseAlarm: 0.05 },
  },
  letters: {
    offer: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      give: [{ do: 'withdraw' }],
      ask: [{ do: 'open' }],
    },
  },
  trust: { beliefs: [{ seat: 0, side: 1, alpha: 3, beta: 1 }], verified: 1, breach: 2 },
  closes: 24,
};

/** Trust after an inspection at hour 9, where the act was done before it or not. */
function trustAfter(look: Partial<SmallAct>, performed: boolean) {
  const acts = { ...SMALL.acts, look: { ...SMALL.acts!['look']!, ...look } };
  const history = play(smallProgram({ ...SMALL, acts }), [
    order(0, { seat: 'reeve', type: 'send', letter: 'offer', id: 'o' }),
    order(3, { seat: 'mayor', type: 'answer', offer: 'o', answer: 'accept', by: ['wire'] }),
    ...(performed ? [order(6, { seat: 'reeve', type: 'act', act: 'withdraw' })] : []),
    order(9, { seat: 'mayor', type: 'act', act: 'look' }),
  ]);
  return changes(history, 'trust').map(({ alpha, beta, because }) => [alpha, beta, because]);
}

describe('R21: an inspection moves trust by what its finding is worth', () => {
  test('R21: one that never errs moves it whole', () => {
    const sure = { detects: 1, falseAlarm: 0 };
    expect(trustAfter(sure, true)).toEqual([[4, 1, 'verified']]);
    expect(trustAfter(sure, false)).toEqual([[3, 3, 'breach']]);
  });

  test('R21: of one that errs, each finding counts by the chance that it is right', () => {
    // Trust says 3 in 4. A finding is right with 0.75·0.5 of 0.75·0.5 + 0.25·0.5, whichever it is.
    const blind = { detects: 0.5, falseAlarm: 0.5 };
    const [[alpha, beta, because]] = trustAfter(blind, true) as [[number, number, string]];
    const weight = because === 'verified' ? 1 : 2;
    expect(alpha).toBeCloseTo(3 + weight * 0.75, 12);
    expect(beta).toBeCloseTo(1 + weight * 0.25, 12);
  });

  test('R21: the known answers of Bayes, found and denied', () => {
    // Found: 0.75·0.9 against 0.25·0.2; never found where it detects all and alarms always.
    const [[alpha, beta]] = trustAfter({ detects: 0.8, falseAlarm: 0 }, true) as [[number, number]];
    expect(alpha).toBeCloseTo(3 + 0.75 / (0.75 + 0.25 * 0.2), 12);
    expect(beta).toBeCloseTo(1 + (0.25 * 0.2) / (0.75 + 0.25 * 0.2), 12);
    const [[kept, broken, because]] = trustAfter({ detects: 1, falseAlarm: 0.999 }, true) as [
      [number, number, string],
    ];
    expect(because).toBe('breach');
    const share = (0.75 * 0.999) / (0.75 * 0.999 + 0.25);
    expect(kept).toBeCloseTo(3 + 2 * share, 12);
    expect(broken).toBeCloseTo(1 + 2 * (1 - share), 12);
  });

  test('R21: a finding that performance and breach bring about alike leaves the mean as it was', () => {
    const [[alpha, beta]] = trustAfter({ detects: 0.3, falseAlarm: 0.3 }, false) as [
      [number, number],
    ];
    // P(denied | kept) = P(denied | not kept): the weight is shared out as trust already is.
    expect(alpha / (alpha + beta)).toBeCloseTo(0.75, 12);
  });
});
