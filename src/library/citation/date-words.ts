import { MONTH_NAMES } from '../../core/time/month-names.js';
import type { CslDate } from './csl.js';

/** A date as American notes write it: `October 26, 1962`, `ca. 1988`, `October 24–25, 1962`. */
export function dateWords(date: CslDate): string {
  if ('literal' in date) return date.literal;
  const [first = [], last] = date['date-parts'];
  const words = last === undefined ? dayWords(first) : rangeWords(first, last);
  return date.circa === true ? `ca. ${words}` : words;
}

function rangeWords(first: readonly number[], last: readonly number[]): string {
  if (first[0] !== last[0] || first.length < 2 || last.length < 2) {
    return `${dayWords(first)}–${dayWords(last)}`;
  }
  const from = [monthWord(first[1]), first[2]].filter(Boolean).join(' ');
  const sameMonth = first[1] === last[1] && last[2] !== undefined;
  const to = sameMonth ? String(last[2]) : [monthWord(last[1]), last[2]].filter(Boolean).join(' ');
  return `${from}–${to}${last[2] === undefined ? '' : ','} ${last[0]}`;
}

function dayWords([year, month, day]: readonly number[]): string {
  if (month === undefined) return String(year);
  if (day === undefined) return `${monthWord(month)} ${year}`;
  return `${monthWord(month)} ${day}, ${year}`;
}

function monthWord(month: number | undefined): string {
  return MONTH_NAMES[(month ?? 0) - 1] ?? '';
}
