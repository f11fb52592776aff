import type { Holder, Terms, Clause } from '../parts/letters.js';
import type { Program } from '../program.js';
import { formatInstant } from '../time/instant.js';
import type { RecordedTime } from '../time/recorded-time.js';
import { localText } from '../time/zone.js';
import type { ClauseText, TrackReading, TrackValue } from './delivery.js';
import type { Span } from './span.js';

/** An instant that the kernel itself fixed, to the millisecond. */
export function exactSpan(t: number): Span {
  const text = formatInstant(t);
  return { placed: text, earliest: text, latest: text, precision: 'exact' };
}

/** A recorded time as a log says it (R2), with the local text of its place (R1). */
export function recordedSpan(program: Program, time: RecordedTime): Span {
  const place = program.places.find((p) => p.name === time.place);
  return {
    placed: formatInstant(time.placed),
    earliest: formatInstant(time.earliest),
    latest: formatInstant(time.latest),
    precision: time.estimated ? 'estimated' : time.precision,
    ...(place === undefined
      ? {}
      : { local: localText(place.zone, time.placed), place: place.name }),
    ...(time.stated === undefined ? {} : { stated: time.stated }),
  };
}

/** When something was read: as the record has it, else at this very instant. */
export function readingSpan(program: Program, now: number, recorded: RecordedTime | null): Span {
  return recorded === null ? exactSpan(now) : recordedSpan(program, recorded);
}

/** A track's number as a reader says it. */
export function trackValue(program: Program, track: number, value: number): TrackValue {
  const { kind, levels } = program.tracks[track]!;
  return kind === 'level' || kind === 'switch' ? (levels[value] ?? value) : value;
}

/** Some tracks with their values, in words. */
export function readings(
  program: Program,
  tracks: readonly number[],
  values: ArrayLike<number>,
): TrackReading[] {
  return tracks.map((track, i) => ({
    track: program.tracks[track]!.name,
    value: trackValue(program, track, values[i]!),
  }));
}

/** The name of a seat or relay that holds letters. */
export function holderName(program: Program, holder: Holder): string {
  return holder.type === 'seat'
    ? program.seats[holder.seat]!.name
    : program.relays[holder.relay]!.name;
}

/** Citations as a reader says them: source and locator. */
export function citations(
  program: Program,
  cites: readonly { readonly source: number; readonly locator: string }[],
): string[] {
  return cites.map(({ source, locator }) => `${program.sources[source]!.id} ${locator}`.trim());
}

/** A clause in words; empty things are left out. */
export function clauseText(program: Program, clause: Clause): ClauseText {
  return {
    who: program.sides[clause.who]!.name,
    says: clause.says,
    ...(clause.act < 0 ? {} : { act: program.acts[clause.act]!.name }),
    ...(clause.within < 0 ? {} : { within: `${clause.within / 3_600_000}h` }),
    ...(clause.by === null ? {} : { by: formatInstant(clause.by) }),
    ...(clause.verified < 0 ? {} : { verified: program.acts[clause.verified]!.name }),
    ...(clause.condition === null ? {} : { condition: clause.condition }),
    ...(clause.covers.length === 0 ? {} : { covers: clause.covers }),
    ...(clause.arguably.length === 0 ? {} : { arguably: clause.arguably }),
    ...(clause.strength === '' ? {} : { strength: clause.strength }),
  };
}

/** The clauses of an offer in words. */
export function termsText(
  program: Program,
  terms: Terms,
): {
  give: ClauseText[];
  ask: ClauseText[];
  linkage: readonly string[];
  refuses: readonly string[];
} {
  return {
    give: terms.give.map((c) => clauseText(program, c)),
    ask: terms.ask.map((c) => clauseText(program, c)),
    linkage: terms.linkage,
    refuses: terms.refuses,
  };
}
