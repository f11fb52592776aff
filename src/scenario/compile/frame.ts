import type { Relay } from '../../core/parts/letters.js';
import type { Place, Seat, Side } from '../../core/parts/world.js';
import type { Program } from '../../core/program.js';
import type { Zone, ZoneSpan } from '../../core/time/zone.js';
import { NUMBER } from '../expressions/scope.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../reading/source-file.js';
import type { PlaceRow, ScenarioFile, SeatRow } from '../schema/scenario-schema.js';
import { expressionAt, instantAt, titleOf, type Compilation } from './compilation.js';
import { namesAt, optionalName } from './names.js';

const MS_PER_YEAR = 365.2425 * 86_400_000;
const MOST_YEARS = 1_000;

type Frame = Pick<Program, 'opens' | 'closes' | 'aftermath'>;

/** When histories open, close and stop. */
export function compileFrame(c: Compilation, row: ScenarioFile, file: SourceFile): Frame {
  const at = (field: string) => spotOf(file, [field]);
  const opens = instantAt(c, row.opens, at('opens')) ?? Number.NEGATIVE_INFINITY;
  const written = instantAt(c, row.closes, at('closes')) ?? Number.POSITIVE_INFINITY;
  if (written <= opens) c.report(at('closes'), 'closes-before-opens');
  const closes = written <= opens ? Number.POSITIVE_INFINITY : written;
  const aftermath =
    row.aftermath === undefined ? null : instantAt(c, row.aftermath, at('aftermath'));
  if (aftermath !== null && aftermath <= closes && Number.isFinite(closes)) {
    c.report(at('aftermath'), 'aftermath-before-closes');
  }
  const length = (aftermath ?? closes) - opens;
  if (Number.isFinite(length) && length > MOST_YEARS * MS_PER_YEAR) {
    c.report(at(aftermath === null ? 'closes' : 'aftermath'), 'history-too-long', MOST_YEARS);
  }
  return { opens, closes, aftermath };
}

/** Places in the order of declaration. Where no lane is said, seats make a main one. */
export function compilePlaces(c: Compilation, rows: ScenarioFile, file: SourceFile): Place[] {
  const holding = (people: Readonly<Record<string, { readonly at: string }>> = {}) =>
    new Set(Object.values(people).map(({ at }) => at));
  const [withSeats, withRelays] = [holding(rows.seats), holding(rows.relays)];
  return Object.entries(rows.places).map(([name, row]) => {
    const spot = spotOf(file, ['places', name]);
    const full = typeof row === 'string' ? { zone: row } : row;
    const usual = withSeats.has(name) ? 'main' : withRelays.has(name) ? 'minor' : 'none';
    return {
      name,
      title: full.title ?? titleOf(name),
      zone: compileZone(c, full.zone, typeof row === 'string' ? spot : inside(spot, 'zone')),
      lane: full.lane ?? usual,
    };
  });
}

type ZoneRow = Exclude<PlaceRow, string>['zone'];

function compileZone(c: Compilation, row: ZoneRow, spot: Spot): Zone {
  const pieces = typeof row === 'string' ? [{ offset: row }] : row;
  const spans: ZoneSpan[] = [];
  let from: number | null = Number.MIN_SAFE_INTEGER;
  for (const [i, piece] of pieces.entries()) {
    const at = typeof row === 'string' ? spot : inside(spot, i, 'offset');
    if (from === null) c.report(at, 'zone-order');
    const offset = parseOffset(piece.offset);
    if (offset === null) c.report(at, 'bad-offset', piece.offset);
    spans.push({ from: from ?? 0, offset: offset ?? 0, name: piece.name ?? piece.offset });
    const until: number | null =
      piece.until === undefined ? null : instantAt(c, piece.until, inside(spot, i, 'until'));
    if (until !== null && from !== null && until <= from)
      c.report(inside(spot, i, 'until'), 'zone-order');
    from = until;
  }
  if (spans.length === 0 || from !== null) c.report(spot, 'zone-order');
  return spans;
}

const OFFSET = /^([+-])(\d\d):([0-5]\d)$/;

/** Minutes east of UTC, or null. */
function parseOffset(text: string): number | null {
  if (text === 'UTC' || text === 'Z') return 0;
  const match = OFFSET.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  // Civil clocks have stood between UTC−15:30 and UTC+15:14.
  if (minutes > 16 * 60) return null;
  return match[1] === '-' ? -minutes + 0 : minutes;
}

/** Sides in the order of the file. */
export function compileSides(rows: ScenarioFile): Side[] {
  return Object.entries(rows.sides).map(([name, title]) => ({ name, title }));
}

/** Seats with the side, the place and the seat above them; a circle of seats is a fault. */
export function compileSeats(c: Compilation, rows: ScenarioFile, file: SourceFile): Seat[] {
  const seats = Object.entries(rows.seats).map(([name, row]) =>
    compileSeat(c, name, row, spotOf(file, ['seats', name])),
  );
  const values = compileValues(c, rows, file);
  reportDelegation(c, seats, file);
  return seats.map((seat) => ({ ...seat, value: values.get(seat.name) ?? null }));
}

function compileSeat(c: Compilation, name: string, row: SeatRow, spot: Spot): Seat {
  const { names } = c;
  const everything = names.all('track').map((_, index) => index);
  const told = row.knows ?? 'all';
  return {
    name,
    title: row.title ?? titleOf(name),
    side: names.at('side', row.side, inside(spot, 'side')),
    place: names.at('place', row.at, inside(spot, 'at')),
    under: optionalName(names, 'seat', row.under, inside(spot, 'under')),
    observer: row.observer ?? false,
    value: null,
    knows: told === 'all' ? everything : told === 'none' ? [] : knownTracks(c, told, spot),
  };
}

function knownTracks(c: Compilation, told: readonly string[], spot: Spot): number[] {
  const found = namesAt(c.names, 'track', told, (i) => inside(spot, 'knows', i), c.report);
  return found.toSorted((a, b) => a - b);
}

function compileValues(c: Compilation, rows: ScenarioFile, file: SourceFile) {
  return new Map(
    Object.entries(rows.values ?? {}).map(([seat, value]) => {
      const spot = spotOf(file, ['values', seat]);
      c.names.at('seat', seat, keyOf(spot));
      return [seat, expressionAt(c, value, spot, NUMBER, 'value')] as const;
    }),
  );
}

/** Delegation goes up within one side and never in a circle. */
function reportDelegation(c: Compilation, seats: readonly Seat[], file: SourceFile): void {
  for (const seat of seats) {
    const spot = spotOf(file, ['seats', seat.name, 'under']);
    const chief = seats[seat.under];
    if (chief !== undefined && chief.side !== seat.side) {
      c.report(spot, 'under-other-side', seat.name, chief.name);
    }
    const chain = [seat.name];
    let above = chief;
    while (above !== undefined && !chain.includes(above.name)) {
      chain.push(above.name);
      above = seats[above.under];
    }
    if (above === seat) c.report(spot, 'under-cycle', chain);
  }
}

/** Relays: holders of letters that are nobody's seat. */
export function compileRelays(c: Compilation, rows: ScenarioFile, file: SourceFile): Relay[] {
  return Object.entries(rows.relays ?? {}).map(([name, row]) => {
    const spot = spotOf(file, ['relays', name]);
    return {
      name,
      title: row.title ?? titleOf(name),
      side: c.names.at('side', row.side, inside(spot, 'side')),
      place: c.names.at('place', row.at, inside(spot, 'at')),
    };
  });
}
