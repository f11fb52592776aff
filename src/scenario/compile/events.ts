import type { Channel } from '../../core/parts/letters.js';
import type {
  Act,
  Effect,
  Incident,
  Learn,
  Routine,
  Seat,
  Track,
  Unknown,
} from '../../core/parts/world.js';
import type { Expression } from '../../core/world/expression.js';
import { boundsOf } from '../expressions/bounds.js';
import { NUMBER, TRUTH, typeOfTrack } from '../expressions/scope.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../reading/source-file.js';
import type { ActRow, IncidentRow, RoutineRow, ScenarioFile } from '../schema/scenario-schema.js';
import {
  chanceAt,
  delayAt,
  durationAt,
  expressionAt,
  instantAt,
  listOf,
  optionalExpression,
  titleOf,
  type Compilation,
} from './compilation.js';
import { namesAt, optionalName } from './names.js';

/** What acts, incidents and routines refer to. */
export interface Setting {
  readonly opens: number;
  /** The end of the longest history. */
  readonly ends: number;
  readonly tracks: readonly Track[];
  readonly unknowns: readonly Unknown[];
  readonly seats: readonly Seat[];
  readonly channels: readonly Channel[];
}

/** A routine that came more often than this would fill a history by itself. */
const MOST_TIMES = 100_000;

type EffectsRow = Readonly<Record<string, string | number | boolean>>;

/** Effects, in the order of the tracks they write. */
export function compileEffects(c: Compilation, set: EffectsRow = {}, spot: Spot): Effect[] {
  const effects = Object.entries(set).flatMap(([name, value]) => {
    const at = inside(spot, name);
    const index = c.names.at('track', name, keyOf(at));
    const found = c.scope.tracks.get(name);
    if (found === undefined) return [];
    return [{ track: index, value: effectValue(c, found.track, value, at) }];
  });
  return effects.toSorted((a, b) => a.track - b.track);
}

/** A level's bare name, or `on` and `off`, stand for themselves; all else is an expression. */
function effectValue(
  c: Compilation,
  track: Track,
  value: string | number | boolean,
  spot: Spot,
): Expression {
  const position = track.levels.indexOf(String(value));
  if (position >= 0) return { type: 'number', value: position };
  const bare =
    track.kind === 'level' && /^\w+$/.test(String(value)) && !c.scope.tracks.has(String(value));
  if (bare) {
    c.report(spot, 'unknown-level', String(value), track.levels);
    return { type: 'number', value: 0 };
  }
  return expressionAt(c, value, spot, typeOfTrack(track), 'effect');
}

/** Who learns of an event and how; `everyone` stands for the seats that are not named. */
function compileLearn(
  c: Compilation,
  rows: Readonly<Record<string, string>> = {},
  { seats, channels }: Pick<Setting, 'seats' | 'channels'>,
  spot: Spot,
): Learn[] {
  const bySeat = new Map<number, number>();
  const everyone = rows['everyone'];
  if (everyone !== undefined) {
    const channel = reportingChannel(c, everyone, channels, inside(spot, 'everyone'));
    for (const index of seats.keys()) bySeat.set(index, channel);
  }
  for (const [name, way] of Object.entries(rows)) {
    if (name === 'everyone') continue;
    const at = inside(spot, name);
    const channel = reportingChannel(c, way, channels, at);
    bySeat.set(c.names.at('seat', name, keyOf(at)), channel);
  }
  return [...bySeat].toSorted(([a], [b]) => a - b).map(([seat, channel]) => ({ seat, channel }));
}

/** A channel over which news of events travels, or −1 for at once. */
function reportingChannel(
  c: Compilation,
  way: string,
  channels: readonly Channel[],
  spot: Spot,
): number {
  if (way === 'at once') return -1;
  const channel = c.names.at('channel', way, spot);
  if (channels[channel]?.reports === false) c.report(spot, 'not-a-report-channel', way);
  return channel;
}

/** Acts, with their guards and effects compiled and every name resolved. */
export function compileActs(
  c: Compilation,
  rows: ScenarioFile,
  setting: Setting,
  file: SourceFile,
): Act[] {
  return Object.entries(rows.acts ?? {}).map(([name, row]) =>
    compileAct(c, name, row, setting, spotOf(file, ['acts', name])),
  );
}

function compileAct(c: Compilation, name: string, row: ActRow, setting: Setting, spot: Spot): Act {
  const at = (field: string) => inside(spot, field);
  reportInspection(c, name, row, spot);
  return {
    name,
    title: row.title ?? titleOf(name),
    by: orderers(c, row, setting.seats, at('by')),
    takes: delayAt(c, row.takes, at('takes')),
    when: optionalExpression(c, row.when, at('when'), TRUTH, 'guard'),
    may: optionalExpression(c, row.may, at('may'), TRUTH, 'may'),
    set: compileEffects(c, row.set, at('set')),
    covers: row.covers ?? [],
    arguably: row.arguably ?? [],
    learn: compileLearn(c, row.learn, setting, at('learn')),
    failure: reportingChannel(c, row.failure ?? 'at once', setting.channels, at('failure')),
    consent: compileConsent(c, row, setting.channels, at('consent')),
    verifies: optionalName(c.names, 'act', row.verifies, at('verifies')),
    detects: chanceAt(c, row.detects, at('detects'), row.verifies === undefined ? 0 : 1),
    falseAlarm: chanceAt(c, row.false_alarm, at('false_alarm')),
    doneWhen: optionalExpression(c, row.done_when, at('done_when'), TRUTH, 'guard'),
    provokes: optionalName(c.names, 'side', row.provokes, at('provokes')),
  };
}

function orderers(c: Compilation, { by }: ActRow, seats: readonly Seat[], spot: Spot): number[] {
  const found = namesAt(c.names, 'seat', listOf(by), (i) => inside(spot, i), c.report);
  if (listOf(by).length === 0) c.report(spot, 'nobody-listed', 'by');
  for (const [i, name] of listOf(by).entries()) {
    const seat = seats[c.names.find('seat', name)];
    if (seat?.observer) c.report(inside(spot, i), 'observer-acts', name);
  }
  return found;
}

/** A consent is asked and given by dispatch (R9), by default over the first channel for letters. */
function compileConsent(
  c: Compilation,
  { consent }: ActRow,
  channels: readonly Channel[],
  spot: Spot,
): Act['consent'] {
  if (consent === undefined) return null;
  if (typeof consent === 'object') {
    return {
      seat: c.names.at('seat', consent.seat, inside(spot, 'seat')),
      channel: c.names.at('channel', consent.by, inside(spot, 'by')),
    };
  }
  if (channels.length === 0) c.report(spot, 'no-channel');
  const forLetters = channels.findIndex((channel) => channel.private && !channel.reports);
  return { seat: c.names.at('seat', consent, spot), channel: Math.max(0, forLetters) };
}

function reportInspection(c: Compilation, name: string, row: ActRow, spot: Spot): void {
  if (row.verifies === name) c.report(inside(spot, 'verifies'), 'inspects-itself', name);
  if (row.verifies !== undefined) return;
  for (const field of ['detects', 'false_alarm'] as const) {
    if (row[field] !== undefined)
      c.report(keyOf(inside(spot, field)), 'inspection-of-nothing', field);
  }
}

/** Incidents, with their rates bounded over the ranges of what they read (R6). */
export function compileIncidents(
  c: Compilation,
  rows: ScenarioFile,
  setting: Setting,
  file: SourceFile,
): Incident[] {
  return Object.entries(rows.incidents ?? {}).map(([name, row]) =>
    compileIncident(c, name, row, setting, spotOf(file, ['incidents', name])),
  );
}

function compileIncident(
  c: Compilation,
  name: string,
  row: IncidentRow,
  setting: Setting,
  spot: Spot,
): Incident {
  const at = (field: string) => inside(spot, field);
  const rate = expressionAt(c, row.rate, at('rate'), NUMBER, 'rate');
  const runsAway = optionalExpression(c, row.runs_away, at('runs_away'), NUMBER, 'rate');
  reportBounds(c, rate, runsAway, setting, spot);
  return {
    name,
    title: row.title ?? titleOf(name),
    kind: row.kind,
    when: optionalExpression(c, row.when, at('when'), TRUTH, 'guard'),
    rate,
    set: compileEffects(c, row.set, at('set')),
    runsAway,
    learn: compileLearn(c, row.learn, setting, at('learn')),
    blames: optionalName(c.names, 'side', row.blames, at('blames')),
  };
}

/**
 * A rate that could never be 0 or more, or a chance that could never be one; and a rate that could
 * fill a history by itself, whatever its guard.
 */
function reportBounds(
  c: Compilation,
  rate: Expression,
  runsAway: Expression | null,
  setting: Setting,
  spot: Spot,
): void {
  const most = boundsOf(rate, setting);
  if (most.high < 0) c.report(inside(spot, 'rate'), 'negative-rate');
  const times = most.high * (setting.ends - setting.opens);
  if (most.high === Number.POSITIVE_INFINITY) c.report(inside(spot, 'rate'), 'unbounded-rate');
  else if (Number.isFinite(times) && times > MOST_TIMES) {
    const count = `up to ${times < 1e15 ? Math.round(times) : times}`;
    c.report(inside(spot, 'rate'), 'too-often', count, MOST_TIMES);
  }
  if (runsAway === null) return;
  const chance = boundsOf(runsAway, setting);
  if (chance.high < 0 || chance.low > 1) {
    c.report(inside(spot, 'runs_away'), 'bad-chance', String(chance.high));
  }
}

/** Routines; without a `first` the first comes one period after the opening. */
export function compileRoutines(
  c: Compilation,
  rows: ScenarioFile,
  setting: Setting,
  file: SourceFile,
): Routine[] {
  return Object.entries(rows.routines ?? {}).map(([name, row]) =>
    compileRoutine(c, name, row, setting, spotOf(file, ['routines', name])),
  );
}

function compileRoutine(
  c: Compilation,
  name: string,
  row: RoutineRow,
  setting: Setting,
  spot: Spot,
): Routine {
  const at = (field: string) => inside(spot, field);
  const every = row.every === undefined ? 0 : durationAt(c, row.every, at('every'));
  const first =
    row.first === undefined
      ? setting.opens + every
      : (instantAt(c, row.first, at('first')) ?? Number.NaN);
  if (row.first === undefined && every === 0) c.report(spot, 'no-routine-time');
  if (first < setting.opens || first > setting.ends) {
    c.report(
      at(row.first === undefined ? 'every' : 'first'),
      'outside-time',
      `${name} first comes`,
    );
  }
  const times = every > 0 ? (setting.ends - first) / every : 1;
  if (Number.isFinite(times) && times > MOST_TIMES) {
    c.report(at('every'), 'too-often', `about ${Math.round(times)}`, MOST_TIMES);
  }
  return {
    name,
    title: row.title ?? titleOf(name),
    first,
    every,
    when: optionalExpression(c, row.when, at('when'), TRUTH, 'guard'),
    set: compileEffects(c, row.set, at('set')),
    learn: compileLearn(c, row.learn, setting, at('learn')),
  };
}
