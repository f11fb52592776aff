import { MONTH_NAMES } from '../../core/time/month-names.js';
import { formatInstant } from '../../core/time/instant.js';

/** A number to read: three figures, or whole with its thousands apart. */
export function plainNumber(value: number): string {
  if (Math.abs(value) < 1000) return String(Number(value.toPrecision(3)));
  return countText(Number(value.toFixed(0)));
}

/** A share as per cent, with as many decimals as a small one needs: `3.1 %`, `0.042 %`. */
export function percentText(share: number): string {
  const percent = 100 * share;
  const size = Math.abs(percent);
  const decimals = size >= 1 || size === 0 ? 1 : Number(size < 0.1) + 2;
  return `${percent.toFixed(decimals)} %`;
}

/** A whole number with its thousands apart: `10,000`. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** An instant to read, with its clock: `26 October 1962, 14:00 UTC`. */
export function instantText(at: number): string {
  const iso = formatInstant(at);
  const [date, clock] = iso.split('T');
  const [year, month, day] = date!.split('-').map(Number);
  return `${day} ${MONTH_NAMES[month! - 1]} ${year}, ${clock!.slice(0, 5)} UTC`;
}

/** Whether a title is more than its name with a capital. */
export function saysMore(title: string, name: string): boolean {
  return title.toLowerCase() !== name.replaceAll('_', ' ');
}

/** Hours to read: days and hours where there are many. */
export function hoursText(hours: number): string {
  if (hours < 48) return `${plainNumber(hours)} h`;
  const rounded = Math.round(hours);
  return `${Math.floor(rounded / 24)} d ${rounded % 24} h`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
