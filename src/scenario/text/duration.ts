/** Milliseconds in each unit that a duration may be written in. */
export const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Longer words for units, where a rate reads better with them: `0.3/day`. */
export const UNIT_WORDS: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/** The longest duration: 2,000 years. Longer ones are taken for slips of the pen. */
export const LONGEST_DURATION = 2_000 * 365.2425 * 86_400_000;

const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|min|[shdw]))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|min|[shdw])/g;

/**
 * Milliseconds of a duration such as `26h`, `90s`, `1h30min` or `0`, or null where the text is
 * none. Fractions of a millisecond are rounded off.
 */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0;
  if (text.length > 100 || !WHOLE.test(text)) return null;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(PART)) sum += Number(number) * UNITS[unit!]!;
  return sum <= LONGEST_DURATION ? Math.round(sum) : null;
}

/** A duration in the fewest units that say it exactly: 5400000 is `1h30min`. */
export function durationText(ms: number): string {
  if (ms === 0) return '0';
  let rest = Math.abs(ms);
  let text = ms < 0 ? '-' : '';
  for (const unit of ['d', 'h', 'min', 's', 'ms']) {
    const count = Math.floor(rest / UNITS[unit]!);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * UNITS[unit]!;
  }
  return text;
}
