import type { Distribution } from '../../core/chance/distribution.js';
import type { Track, TrackKind, Unknown } from '../../core/parts/world.js';
import { inside, spotOf, type SourceFile, type Spot } from '../reading/source-file.js';
import type { Report } from '../reading/report.js';
import type { ScenarioFile, TrackRow } from '../schema/scenario-schema.js';
import { parseDistribution, plainNumber } from '../text/distribution-text.js';
import { parseRange } from '../text/range.js';
import { titleOf } from './compilation.js';

const SWITCH = ['off', 'on'] as const;
const KINDS = ['levels', 'count', 'share', 'switch'] as const;

/** Tracks in the order of declaration. They read nothing, so that all else can read them. */
export function compileTracks(rows: ScenarioFile, file: SourceFile, report: Report): Track[] {
  return Object.entries(rows.tracks ?? {}).map(([name, row]) =>
    compileTrack(name, row, spotOf(file, ['tracks', name]), report),
  );
}

function compileTrack(name: string, row: TrackRow, spot: Spot, report: Report): Track {
  const range = rangeOf(row, spot, report);
  return {
    name,
    title: row.title ?? titleOf(name),
    ...range,
    starts: startOf(row.starts, range, inside(spot, 'starts'), report),
    prior: priorOf(row.prior, range, inside(spot, 'prior'), report),
  };
}

interface Range {
  readonly kind: TrackKind;
  readonly low: number;
  readonly high: number;
  readonly levels: readonly string[];
}

/** Stands in for a range at fault, so that no value lies outside. */
const ANYTHING = { low: -Number.MAX_VALUE, high: Number.MAX_VALUE, levels: [] } as const;

function rangeOf(row: TrackRow, spot: Spot, report: Report): Range {
  if (KINDS.filter((kind) => row[kind] !== undefined).length !== 1) {
    report(spot, 'track-kind');
    return { kind: 'share', ...ANYTHING };
  }
  if (row.levels !== undefined)
    return levelsOf(row.levels.map(String), inside(spot, 'levels'), report);
  if (row.count !== undefined) return boundsOf('count', row.count, inside(spot, 'count'), report);
  if (row.share !== undefined) return boundsOf('share', row.share, inside(spot, 'share'), report);
  return { kind: 'switch', low: 0, high: 1, levels: SWITCH };
}

function levelsOf(levels: readonly string[], spot: Spot, report: Report): Range {
  if (levels.length < 2) report(spot, 'few-levels');
  for (const [i, level] of levels.entries()) {
    if (levels.indexOf(level) < i) report(inside(spot, i), 'named-twice', level);
    // A longer or stranger name could not be written in an expression.
    if (!/^[A-Za-z0-9_ -]{1,60}$/.test(level)) report(inside(spot, i), 'bad-level', level);
  }
  return { kind: 'level', low: 0, high: Math.max(1, levels.length - 1), levels };
}

function boundsOf(kind: 'count' | 'share', text: string, spot: Spot, report: Report): Range {
  const range = parseRange(text);
  const fits =
    range !== null &&
    (kind === 'count'
      ? [range.low, range.high].every(Number.isSafeInteger)
      : range.low >= 0 && range.high <= 1);
  if (!fits) report(spot, 'bad-range', text, kind === 'count' ? '0..4' : '0..1');
  return fits ? { kind, ...range, levels: [] } : { kind, ...ANYTHING };
}

function startOf(
  written: string | number | boolean,
  range: Range,
  spot: Spot,
  report: Report,
): number {
  const value = positionIn(range, typeof written === 'boolean' ? SWITCH[written ? 1 : 0] : written);
  if (value !== null) return value;
  report(spot, 'start-outside', String(written), rangeWords(range));
  return range.low;
}

/**
 * The number that stands for a level's name, `on` or `off`, or a number; null outside the range.
 */
export function positionIn(
  range: Pick<Track, 'kind' | 'low' | 'high' | 'levels'>,
  written: string | number,
): number | null {
  if (range.kind === 'level' || range.kind === 'switch') {
    const position = range.levels.indexOf(String(written));
    return position < 0 ? null : position;
  }
  const value = plainNumber(String(written));
  if (value === null || value < range.low || value > range.high) return null;
  return range.kind === 'count' && !Number.isInteger(value) ? null : value;
}

/** What values a track can take, in words. */
export function rangeWords({ kind, low, high, levels }: Range): string {
  if (kind === 'level' || kind === 'switch') return levels.join(', ');
  return `${kind === 'count' ? 'a whole number ' : ''}from ${low} to ${high}`;
}

/** What a seat that was never told believes: a level or number, a distribution, or all alike. */
function priorOf(
  written: string | number | undefined,
  range: Range,
  spot: Spot,
  report: Report,
): Distribution {
  if (written === undefined) return { type: 'uniform', low: range.low, high: range.high };
  const named = positionIn(range, written);
  if (named !== null) return { type: 'fixed', value: named };
  return priorWithin(String(written), range, spot, report);
}

function priorWithin(text: string, range: Range, spot: Spot, report: Report): Distribution {
  const result = parseDistribution(text, (word) => positionIn({ ...range, kind: 'share' }, word));
  if (result.type === 'distribution') return result.distribution;
  if (result.type === 'order') report(spot, 'distribution-order', text, result.reason);
  else if (parseDistribution(text, plainNumber).type === 'distribution') {
    report(spot, 'start-outside', text, rangeWords(range));
  } else report(spot, 'bad-distribution', text);
  return { type: 'fixed', value: range.low };
}

/** Unknowns with their priors. */
export function compileUnknowns(rows: ScenarioFile, file: SourceFile, report: Report): Unknown[] {
  return Object.entries(rows.unknowns ?? {}).map(([name, row]) => {
    const mapping = typeof row === 'object';
    const spot = spotOf(file, mapping ? ['unknowns', name, 'prior'] : ['unknowns', name]);
    const text = String(mapping ? row.prior : row);
    const result = parseDistribution(text, plainNumber);
    if (result.type === 'order') report(spot, 'distribution-order', text, result.reason);
    if (result.type === 'form') report(spot, 'bad-distribution', text);
    return {
      name,
      title: (mapping ? row.title : undefined) ?? titleOf(name),
      prior: result.type === 'distribution' ? result.distribution : { type: 'fixed', value: 0 },
    };
  });
}
