import type { Interval } from '../../protocol/simulation.js';

/** `62.1 %` */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** `59.1 to 65.0 %` */
export function percentInterval({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  return `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)} %`;
}

/** A number with four digits that mean something, thousands apart: `1,234`, `0.05120`. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return whole(value);
  if (Math.abs(value) >= 1000) return whole(Math.round(value));
  const digits = Math.abs(value) >= 100 ? 1 : 3;
  if (Math.abs(value) >= 0.001) return value.toFixed(digits).replace('-', '−');
  return value.toPrecision(2).replace('-', '−');
}

/** `10,000` */
export function whole(value: number): string {
  return value.toLocaleString('en-GB').replace('-', '−');
}

/** `+0.031` or `−0.012`. */
export function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

/** `+0.01 to +0.05` */
export function signedInterval({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  return `${signed(low)} to ${signed(high)}`;
}

/** Hours as a reader says them: `18 h`, `3.4 days`. */
export function hours(value: number): string {
  return value < 48 ? `${Number(value.toFixed(1))} h` : `${Number((value / 24).toFixed(1))} days`;
}

/** Seconds left, roughly: `8 s`, `about 2 min`. */
export function secondsLeft(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `about ${Math.round(seconds / 60)} min`;
}
