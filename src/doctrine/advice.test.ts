import { expect, test } from 'vitest';
import { adviceOf, valuationText } from './advice.js';

const meeting = (utilities: readonly number[], precision: number, chosen = 0) => ({
  type: 'meeting' as const,
  seat: 'mayor',
  doctrine: 'steady',
  precision,
  options: utilities.map((utility, i) => ({ name: `o${i}`, title: `O${i}`, utility })),
  chosen,
});

test('R7: shares are those of a logit, the likeliest first', () => {
  const advice = adviceOf(meeting([0, Math.LN2, 0], 1, 2));
  expect(advice.map(({ option }) => option.name)).toEqual(['o1', 'o0', 'o2']);
  expect(advice.map(({ share }) => Math.round(share * 1e12) / 1e12)).toEqual([0.5, 0.25, 0.25]);
  expect(advice.map(({ chosen }) => chosen)).toEqual([false, false, true]);
});

test('blind chance gives equal shares, and great differences none that is no number', () => {
  expect(adviceOf(meeting([5, -5], 0)).map(({ share }) => share)).toEqual([0.5, 0.5]);
  expect(adviceOf(meeting([1e6, -1e6], 50)).map(({ share }) => share > 0.999)).toEqual([
    true,
    false,
  ]);
  expect(adviceOf(meeting([], 3, -1))).toEqual([]);
});

test('an offer is valued in words', () => {
  const option = { name: 'accept', title: 'Accept', utility: 1 };
  const offer = { deal: 0.65, betrayed: 0.049, breakdown: 0.031, retreat: 0 };
  expect(valuationText({ ...option, advantage: 0.1, offer })).toBe(
    'accepting gains 0.1 (0.65 if both keep it, 0.05 if only we do, 3 % that all breaks down first)',
  );
  expect(valuationText({ ...option, advantage: -0.2, offer: { ...offer, retreat: 0.3 } })).toMatch(
    /, 0\.3 for backing down\)$/,
  );
  expect(valuationText(option)).toBeNull();
});
