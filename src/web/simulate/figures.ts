import type { Interval } from '../../protocol/simulation.js';

/** `62.1 %` */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** `59.1 to 65.0 %` */
export function percentInterval({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  return `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;
}

/** A number with at most three digits that mean something: `1,230`, `0.0512`; counts whole. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return whole(value);
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 3 }).replace('-', '−');
}

/** `10,000` */
export function whole(value: number): string {
  return value.toLocaleString('en-GB').replace('-', '−');
}

/** `+0.031` or `−0.012`; hours as `hours` says them: `+69.5 h`. */
export function signed(value: number, unit = ''): string {
  return value > 0 ? `+${figure(value, unit)}` : figure(value, unit);
}

/** `+0.01 to +0.05` */
export function signedInterval({ low, high }: Pick<Interval, 'low' | 'high'>, unit = ''): string {
  return `${signed(low, unit)} to ${signed(high, unit)}`;
}

/** A number of some unit as a cell; hours carry theirs, as long ones are days. */
export function figure(value: number, unit: string): string {
  return unit === HOURS ? hours(value) : number(value);
}

/** What the column of units says of a row. */
export function unitText(unit: string): string {
  return unit === HOURS ? 'time' : unit;
}

/** The unit of durations as a summary writes it. */
const HOURS = 'h';

/** From so many hours on, days are said. */
const LONG = 72;

/** Hours as a reader says them, with at most three digits: `18 h`, `−3.4 h`, `3.4 days`. */
export function hours(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const [count, unit] = Math.abs(value) <= LONG ? [value, 'h'] : [value / 24, 'days'];
  return `${number(Number(count.toPrecision(3)))} ${unit}`;
}

/** Seconds left, roughly: `8 s`, `about 2 min`. */
export function secondsLeft(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
