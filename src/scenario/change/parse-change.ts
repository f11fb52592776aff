import { quantile, type Distribution } from '../../core/chance/distribution.js';
import type { Program } from '../../core/program.js';
import { parseInstant } from '../../core/time/instant.js';
import { positionIn, rangeWords } from '../compile/tracks.js';
import { compileText } from '../expressions/compile-expression.js';
import { NUMBER, type Scope } from '../expressions/scope.js';
import { faultMessage } from '../faults.js';
import { parseChance } from '../text/chance.js';
import { parseDistribution, plainNumber, type ReadNumber } from '../text/distribution-text.js';
import { LONGEST_DURATION, parseDuration } from '../text/duration.js';
import { nearestName } from '../text/nearest-name.js';
import { changeFault, type ChangeFault } from './change-faults.js';
import type { Change } from './change-types.js';
import { readDoctrine } from './read-doctrine.js';
import { named, type Read, type Words } from './reading.js';

export type ParsedChange = { readonly type: 'change'; readonly change: Change } | ChangeFault;

/**
 * Reads one change, such as `dispatch D016 arrives never` or `channel ferry delay triangular 3h 4h
 * 9h`. Names are looked up, so that a change that can never apply is a fault.
 */
export function parseChange(program: Program, text: string): ParsedChange {
  const [kind = '', name = '', verb = '', ...rest] = text.trim().split(/\s+/);
  const read = readChange(program, { text, kind, name, verb, rest: rest.join(' ') });
  return 'code' in read ? read : { type: 'change', change: { text: text.trim(), ...read } };
}

function readChange(program: Program, words: Words): Read | ChangeFault {
  const { kind, verb, rest } = words;
  const bare = verb === '' && rest === '';
  if (kind === 'keep' && bare)
    return entryChange(program, 'incident', words, (entry) => ({ type: 'keep', entry }));
  if (kind === 'swap' && verb !== '' && rest === '') return readSwap(program, words);
  if (kind === 'track' && verb === 'starts') return readStart(program, words);
  if (kind === 'channel') return readChannel(program, words);
  if (kind === 'unknown' && verb !== '') return readPrior(program, words);
  if (kind === 'act' && verb === 'takes') return readTakes(program, words);
  if (kind === 'incident' && verb === 'rate') return readRate(program, words);
  if (kind === 'doctrine' && verb !== '') return readDoctrine(program, words);
  if (verb === 'absent' && rest === '' && isEntryKind(kind)) {
    return entryChange(program, kind, words, (entry) => ({ type: 'absent', entry }));
  }
  if (kind === 'dispatch') return readTime(program, words);
  if (verb === 'at' && (kind === 'incident' || kind === 'decision' || kind === 'posture')) {
    return entryChange(program, kind, words, (entry) =>
      instantWithin(program, rest, (at) => ({ type: 'moment', entry, at })),
    );
  }
  return changeFault('unknown-change', words.text);
}

type EntryKind = Program['entries'][number]['type'];
const ENTRY_KINDS = [
  'dispatch',
  'incident',
  'decision',
  'posture',
  'obligation',
  'dispute',
] as const;

function isEntryKind(kind: string): kind is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(kind);
}

function entryChange(
  { entries }: Program,
  kind: EntryKind,
  { name }: Words,
  make: (entry: number) => Read | ChangeFault,
): Read | ChangeFault {
  const found = entries.findIndex(({ id, type }) => id === name && type === kind);
  if (found >= 0) return make(found);
  const known = entries.filter(({ type }) => type === kind).map(({ id }) => id);
  return changeFault('unknown-name', `${kind} of the record`, name, nearestName(name, known));
}

/** `arrives never`, `arrives at T` and `sent +3h` of a dispatch. */
function readTime(program: Program, words: Words): Read | ChangeFault {
  const { text, verb, rest } = words;
  if (verb === 'sent')
    return entryChange(program, 'dispatch', words, (entry) => readShift(entry, rest));
  if (verb !== 'arrives') return changeFault('unknown-change', text);
  return entryChange(program, 'dispatch', words, (entry) => {
    if (rest === 'never') return { type: 'arrival', entry, arrival: { type: 'never' } };
    if (!rest.startsWith('at ')) return changeFault('unknown-change', text);
    return instantWithin(program, rest.slice(3), (at) => ({
      type: 'arrival',
      entry,
      arrival: { type: 'at', at },
    }));
  });
}

function instantWithin(
  { opens, closes, aftermath }: Program,
  text: string,
  make: (at: number) => Read,
): Read | ChangeFault {
  const at = parseInstant(text);
  if (at === null) return changeFault('bad-value', text, 'an instant such as 1962-10-27T20:00Z');
  return at < opens || at > (aftermath ?? closes) ? changeFault('outside-time', text) : make(at);
}

function readShift(entry: number, text: string): Read | ChangeFault {
  const sign = text.charAt(0);
  const ms = parseDuration(text.slice(1));
  if (ms === null || (sign !== '+' && sign !== '-')) {
    return changeFault('bad-value', text, 'a shift such as +3h or -90min');
  }
  return { type: 'shift', entry, by: sign === '-' ? -ms : ms };
}

function readSwap(program: Program, words: Words): Read | ChangeFault {
  return entryChange(program, 'dispatch', words, (first) =>
    entryChange(program, 'dispatch', { ...words, name: words.verb }, (second) => ({
      type: 'swap',
      entries: [first, second],
    })),
  );
}

function readStart({ tracks }: Program, { name, rest }: Words): Read | ChangeFault {
  return named('track', tracks, name, (track) => {
    const value = positionIn(tracks[track]!, rest);
    if (value === null) return changeFault('bad-value', rest, rangeWords(tracks[track]!));
    return { type: 'starts', track, value };
  });
}

function readChannel({ channels }: Program, { text, name, verb, rest }: Words): Read | ChangeFault {
  return named('channel', channels, name, (channel) => {
    if (verb === 'delay') return readDelay(rest, (delay) => ({ type: 'delay', channel, delay }));
    if (verb !== 'loss' && verb !== 'leak' && verb !== 'garble') {
      return changeFault('unknown-change', text);
    }
    const chance = parseChance(rest);
    if (chance === null) return changeFault('bad-value', rest, 'a chance such as 10% or 0.1');
    return { type: 'hazard', channel, hazard: verb, chance };
  });
}

/** An unknown that the scenario declares to lie from 0 to 1 may be a chance, and stays there. */
function readPrior({ unknowns }: Program, { name, verb, rest }: Words): Read | ChangeFault {
  const text = `${verb} ${rest}`.trim();
  return named('unknown', unknowns, name, (unknown) =>
    readDistribution(text, plainNumber, (prior) => {
      if (liesWithinUnit(unknowns[unknown]!.prior) && !liesWithinUnit(prior)) {
        return changeFault('bad-value', text, `from 0 to 1 throughout, as ${name} is declared`);
      }
      return { type: 'prior', unknown, prior };
    }),
  );
}

/** Whether a distribution never leaves [0, 1]; of a lognormal, which has no end, nearly all. */
function liesWithinUnit(d: Distribution): boolean {
  const [least, most] = d.type === 'lognormal' ? [0.5, 1 - Number.EPSILON / 2] : [0, 1];
  return quantile(d, least) >= 0 && quantile(d, most) <= 1;
}

function readTakes({ acts }: Program, { name, rest }: Words): Read | ChangeFault {
  return named('act', acts, name, (act) =>
    readDelay(rest, (takes) => ({ type: 'takes', act, takes })),
  );
}

function readDelay(text: string, make: (delay: Distribution) => Read): Read | ChangeFault {
  return readDistribution(text, parseDuration, (delay) => {
    if (quantile(delay, 1 - Number.EPSILON / 2) <= LONGEST_DURATION) return make(delay);
    return changeFault('bad-value', text, 'a delay that stays below 2,000 years');
  });
}

function readDistribution(
  text: string,
  read: ReadNumber,
  make: (distribution: Distribution) => Read | ChangeFault,
): Read | ChangeFault {
  const result = parseDistribution(text, read);
  if (result.type === 'distribution') return make(result.distribution);
  if (result.type === 'order') return changeFault('bad-order', text, result.reason);
  return changeFault('bad-value', text, 'a value, or a distribution such as triangular 3h 4h 9h');
}

function readRate(program: Program, { name, rest }: Words): Read | ChangeFault {
  return named('incident', program.incidents, name, (incident) => {
    let fault: ChangeFault | null = null;
    const rate = compileText(rest, NUMBER, 'rate', scopeOf(program), (_, code, ...details) => {
      fault ??= changeFault('bad-expression', faultMessage(code, ...details));
    });
    return rate === null
      ? (fault ?? changeFault('unknown-change', rest))
      : { type: 'rate', incident, rate };
  });
}

function scopeOf({ tracks, unknowns }: Program): Scope {
  return {
    tracks: new Map(tracks.map((track, index) => [track.name, { index, track }])),
    unknowns: new Map(unknowns.map(({ name }, index) => [name, index])),
    broken: new Set(),
  };
}
