/** As many hues as `tokens.css` has; further endings begin again, and each has its label. */
const HUES = 6;

/** The order keeps apart what follows on one another: blue, red, green, violet, ochre, grey. */
const ORDER = [3, 1, 0, 4, 2, 5];

/** The hue of the n-th ending. */
export function endingHue(n: number): string {
  return `var(--side-${ORDER[n % HUES]})`;
}

/** What a variant is called on the screen: with the changes, or without them. */
export function variantTitle(name: string): string {
  if (name === 'baseline') return 'without';
  return name === 'change' ? 'with' : name;
}

/** Stroke and dash of the n-th variant: the baseline is dashed. */
export function variantDash(n: number, count: number): string {
  return count > 1 && n === 0 ? '4 3' : 'none';
}
