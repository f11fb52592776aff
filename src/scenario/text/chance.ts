const PERCENT = /^(\d+(?:\.\d+)?)\s?%$/;
const NUMBER = /^\d+(?:\.\d+)?(?:e-\d+)?$/;

/** A chance in [0, 1] written `2%` or `0.02`, or null where the text is none. */
export function parseChance(text: string): number | null {
  const percent = PERCENT.exec(text);
  const value = percent ? Number(percent[1]) / 100 : NUMBER.test(text) ? Number(text) : Number.NaN;
  return value >= 0 && value <= 1 ? value : null;
}
