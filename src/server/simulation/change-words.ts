import type { Distribution } from '../../core/chance/distribution.js';
import type { DispatchEntry } from '../../core/parts/record.js';
import type { Program } from '../../core/program.js';
import { formatMinute } from '../../core/time/instant.js';
import { durationText } from '../../scenario/text/duration.js';
import { parseChange } from '../../scenario/change/parse-change.js';
import type { Change } from '../../scenario/change/change-types.js';
import { delayText, priorText } from './distribution-words.js';

/**
 * A change as a sentence with the scenario's own titles; null where it cannot be read.
 */
export function changeWords(program: Program, line: string): string | null {
  const parsed = parseChange(program, line);
  return parsed.type === 'fault' ? null : wordsOf(program, parsed.change);
}

function wordsOf(program: Program, change: Change): string {
  switch (change.type) {
    case 'absent':
      return `${entryWords(program, change.entry)} does not happen`;
    case 'keep':
      return `${entryWords(program, change.entry)} happens as it did`;
    case 'arrival': {
      const entry = entryWords(program, change.entry);
      if (change.arrival.type === 'never') return `${entry} never arrives`;
      return `${entry} arrives at ${formatMinute(change.arrival.at)}${laterWords(program, change)}`;
    }
    case 'shift': {
      const side = change.by < 0 ? 'earlier' : 'later';
      return `${entryWords(program, change.entry)} is sent ${durationText(Math.abs(change.by))} ${side}`;
    }
    case 'moment':
      return `${entryWords(program, change.entry)} happens at ${formatMinute(change.at)}`;
    case 'swap': {
      const [first, second] = change.entries.map((entry) => entryWords(program, entry));
      return `${first} and ${second} change places: the second arrives first`;
    }
    case 'starts':
      return `${program.tracks[change.track]!.title} starts at ${startText(program, change)}`;
    case 'delay': {
      const { title, delay } = program.channels[change.channel]!;
      return `${title} takes ${longerWords(delay, change.delay)}`;
    }
    case 'hazard': {
      const { title } = program.channels[change.channel]!;
      return `the chance of ${HAZARDS[change.hazard]} by ${title} is ${percent(change.chance)}`;
    }
    case 'prior': {
      const { title, prior } = program.unknowns[change.unknown]!;
      return `${title} is ${priorText(change.prior)} instead of ${priorText(prior)}`;
    }
    case 'rate':
      return `${program.incidents[change.incident]!.title} comes at the rate ${lineEnd(change.text, 3)}`;
    case 'takes': {
      const { title, takes } = program.acts[change.act]!;
      return `${title} takes ${delayText(change.takes)} instead of ${delayText(takes)}`;
    }
    case 'plays':
      return playerWords(program, change);
    case 'parameter':
    case 'habit':
      return doctrineWords(program, change);
  }
}

function playerWords(
  { seats, doctrines }: Program,
  { seat, doctrine }: Extract<Change, { type: 'plays' }>,
): string {
  const { title } = seats[seat]!;
  if (doctrine < 0) return `${title} follows the record`;
  const { name, title: how } = doctrines[doctrine]!;
  return `${title} is played by the doctrine ${name} (${how})`;
}

function doctrineWords(
  program: Program,
  change: Extract<Change, { type: 'parameter' | 'habit' }>,
): string {
  const { name, seat, parameters } = program.doctrines[change.doctrine]!;
  const who = `${program.seats[seat]!.title} (${name})`;
  if (change.type === 'habit') return `${who} ${HABITS[change.habit](change.value)}`;
  const { title, value } = parameters[change.parameter]!;
  return `for ${who}, “${title}” is ${change.value} instead of ${value}`;
}

const HABITS = {
  meets: (ms: number) => `meets every ${durationText(ms)}`,
  draws_last: (ms: number) => `draws anew every ${durationText(ms)}`,
  reply_takes: (ms: number) => `reckons with replies that take ${durationText(ms)}`,
  precision: (value: number) => `chooses with the precision ${value}`,
} as const;

const HAZARDS = { loss: 'loss', leak: 'a leak', garble: 'garbling' } as const;

/** `D016, Khrushchev to Kennedy of 26 October,` */
function entryWords({ entries }: Program, index: number): string {
  const { id, title } = entries[index]!;
  return `${id} (${title})`;
}

function laterWords(program: Program, change: Extract<Change, { type: 'arrival' }>): string {
  if (change.arrival.type === 'never') return '';
  const entry = program.entries[change.entry] as DispatchEntry;
  const arrivals = entry.legs
    .filter(({ reads, lost, to }) => reads && lost !== true && to.type === 'seat')
    .map(({ arrived }) => arrived.placed);
  if (arrivals.length === 0) return '';
  const by = change.arrival.at - Math.min(...arrivals);
  if (by === 0) return '';
  return `, ${durationText(Math.abs(by))} ${by < 0 ? 'earlier' : 'later'} than it did`;
}

function startText(
  { tracks }: Program,
  { track, value }: Extract<Change, { type: 'starts' }>,
): string {
  return tracks[track]!.levels[value] ?? String(value);
}

/** `twice as long` where one delay is a multiple of the other, else both. */
function longerWords(before: Distribution, after: Distribution): string {
  const factor = factorOf(before, after);
  if (factor === null) return `${delayText(after)} instead of ${delayText(before)}`;
  return `${FACTOR_WORDS[factor] ?? `${factor} times as long`} (${delayText(after)})`;
}

const FACTOR_WORDS: Readonly<Record<number, string>> = {
  0.5: 'half as long',
  2: 'twice as long',
};

/** By how much one delay is longer at every quantile, or null where they differ in shape. */
function factorOf(before: Distribution, after: Distribution): number | null {
  const [a, b] = [lengths(before), lengths(after)];
  const spread = (d: Distribution): number => (d.type === 'lognormal' ? d.sigma : 0);
  if (before.type !== after.type || a.length !== b.length || spread(before) !== spread(after)) {
    return null;
  }
  const some = a.findIndex((ms) => ms > 0);
  if (some < 0) return null;
  const factor = Number((b[some]! / a[some]!).toPrecision(6));
  // Delays are written to the millisecond, so that a multiple may be off by one.
  return b.every((ms, i) => Math.abs(ms - a[i]! * factor) <= 1) && factor !== 1 ? factor : null;
}

function lengths(delay: Distribution): readonly number[] {
  switch (delay.type) {
    case 'fixed':
      return [delay.value];
    case 'uniform':
    case 'loguniform':
      return [delay.low, delay.high];
    case 'triangular':
      return [delay.low, delay.mode, delay.high];
    case 'lognormal':
      return [delay.median];
    case 'empirical':
      return delay.samples;
  }
}

function lineEnd(text: string, words: number): string {
  return text.trim().split(/\s+/).slice(words).join(' ');
}

function percent(chance: number): string {
  return `${Number((chance * 100).toPrecision(4))} %`;
}
