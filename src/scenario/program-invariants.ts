import type { Distribution } from '../core/chance/distribution.js';
import type { Terms } from '../core/parts/letters.js';
import type { Program } from '../core/program.js';
import type { Entry } from '../core/parts/record.js';
import type { RecordedTime } from '../core/time/recorded-time.js';
import { visit, type Expression } from '../core/world/expression.js';
import { brokenDoctrines } from './doctrine-invariants.js';

/**
 * What in a Program the kernel could not run: an index that leads nowhere, a number that is not
 * finite, a time outside its interval, a distribution out of order. A compiled Program has none; a
 * test holds that for mutants without number.
 */
export function brokenInvariants(program: Program): string[] {
  const broken: string[] = [];
  everyNumber(program, 'program', broken);
  for (const { at, index, count, least } of indices(program)) {
    if (!Number.isInteger(index) || index < least || index >= count)
      broken.push(`${at} is ${index}`);
  }
  for (const [at, e] of expressions(program)) broken.push(...brokenExpression(at, e, program));
  broken.push(...namesOutOfOrder(program), ...timesOutOfPlace(program));
  broken.push(...brokenDoctrines(program));
  return broken;
}

/** All numbers are finite, and nothing is undefined, a function or a symbol. */
function everyNumber(value: unknown, at: string, broken: string[]): void {
  if (typeof value === 'number' && !Number.isFinite(value)) broken.push(`${at} is ${value}`);
  if (['undefined', 'function', 'symbol', 'bigint'].includes(typeof value))
    broken.push(`${at} is no data`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) everyNumber(part, `${at}.${key}`, broken);
  if ('type' in value && 'low' in value && 'high' in value && typeof value.low === 'number') {
    const { low, mode, high } = value as Extract<Distribution, { type: 'triangular' }>;
    if (low > high || (mode !== undefined && (mode < low || mode > high)))
      broken.push(`${at} is out of order`);
  }
}

interface Index {
  readonly at: string;
  readonly index: number;
  readonly count: number;
  /** −1 where the index may be absent. */
  readonly least: -1 | 0;
}

function* indices(p: Program): Generator<Index> {
  const of = (at: string, list: readonly unknown[]) => ({
    one: (index: number): Index => ({ at, index, count: list.length, least: 0 }),
    maybe: (index: number): Index => ({ at, index, count: list.length, least: -1 }),
  });
  const [seat, side, channel] = [
    of('seat', p.seats),
    of('side', p.sides),
    of('channel', p.channels),
  ];
  const [place, act] = [of('place', p.places), of('act', p.acts)];
  for (const one of p.seats) {
    yield side.one(one.side);
    yield place.one(one.place);
    yield seat.maybe(one.under);
  }
  for (const relay of p.relays) yield* [side.one(relay.side), place.one(relay.place)];
  for (const { leaksTo, interceptions } of p.channels) {
    yield* leaksTo.map(seat.one);
    yield* interceptions.map((each) => seat.one(each.seat));
  }
  for (const { legs } of p.routes) yield* legs.map((leg) => channel.one(leg.channel));
  for (const one of p.acts) {
    yield* one.by.map(seat.one);
    yield* [channel.maybe(one.failure), act.maybe(one.verifies), side.maybe(one.provokes)];
    if (one.consent) yield* [seat.one(one.consent.seat), channel.one(one.consent.channel)];
  }
  for (const { learn } of [...p.acts, ...p.incidents, ...p.routines]) {
    for (const each of learn) yield* [seat.one(each.seat), channel.maybe(each.channel)];
  }
  for (const { blames } of p.incidents) yield side.maybe(blames);
  for (const one of p.letters) {
    yield* [seat.one(one.from), ...one.to.map(seat.one)];
    yield* one.routes.map(of('route', p.routes).one);
    yield* termIndices(one.terms, side.one, act.maybe);
  }
  for (const belief of p.trust.beliefs) yield* [seat.one(belief.seat), side.one(belief.side)];
  for (const entry of p.entries) yield* entryIndices(entry, p, of);
}

type Make = (index: number) => Index;
type Of = (at: string, list: readonly unknown[]) => { readonly one: Make; readonly maybe: Make };

function* termIndices({ give, ask }: Terms, side: Make, act: Make): Generator<Index> {
  for (const clause of [...give, ...ask]) {
    yield* [side(clause.who), act(clause.act), act(clause.verified)];
  }
}

function* entryIndices(entry: Entry, p: Program, of: Of): Generator<Index> {
  const [seat, side] = [of(`${entry.id} seat`, p.seats), of(`${entry.id} side`, p.sides)];
  const [channel, act] = [of(`${entry.id} channel`, p.channels), of(`${entry.id} act`, p.acts)];
  const other = of(`${entry.id} entry`, p.entries);
  yield* entry.causes.map(other.one);
  yield* entry.cites.map((cite) => of(`${entry.id} source`, p.sources).one(cite.source));
  for (const learn of entry.learn) {
    yield* [seat.one(learn.seat), channel.maybe(learn.channel), other.maybe(learn.broughtBy)];
  }
  if (entry.type === 'dispatch') {
    yield* [seat.one(entry.from), ...entry.to.map(seat.one), other.maybe(entry.repliesTo)];
    yield* entry.legs.map((leg) => channel.one(leg.channel));
    yield* termIndices(entry.terms, side.one, act.maybe);
    yield of(`${entry.id} letter`, p.letters).maybe(entry.letter);
  }
  if (entry.type === 'decision') yield seat.one(entry.seat);
  if (entry.type === 'posture') yield* [side.one(entry.side), act.maybe(entry.standsFor)];
  if (entry.type === 'incident') {
    yield of(`${entry.id} incident`, p.incidents).maybe(entry.standsFor);
  }
  if (entry.type === 'obligation') {
    yield* [side.one(entry.obligor), ...entry.beneficiaries.map(side.one)];
    yield* [act.maybe(entry.act), other.maybe(entry.madeIn)];
  }
  if (entry.type === 'dispute')
    yield* [...entry.parties.map(side.one), other.maybe(entry.obligation)];
}

function* expressions(p: Program): Generator<[string, Expression]> {
  for (const { name, value } of p.seats) if (value) yield [name, value];
  for (const { name, when, may, doneWhen } of p.acts) {
    for (const e of [when, may, doneWhen]) if (e) yield [name, e];
  }
  for (const { name, when, rate, runsAway } of p.incidents) {
    for (const e of [when, rate, runsAway]) if (e) yield [name, e];
  }
  for (const { name, when } of [...p.routines, ...p.endings, ...p.milestones])
    if (when) yield [name, when];
  for (const { name, set } of [...p.acts, ...p.incidents, ...p.routines]) {
    for (const effect of set) yield [name, effect.value];
  }
  for (const { id, guard, set } of p.entries) {
    if (guard) yield [id, guard];
    for (const effect of set) yield [id, effect.value];
  }
}

function brokenExpression(at: string, e: Expression, p: Program): string[] {
  const broken: string[] = [];
  visit(e, (node) => {
    if (node.type === 'track' && p.tracks[node.track] === undefined)
      broken.push(`${at} reads no track`);
    if (node.type === 'unknown' && p.unknowns[node.unknown] === undefined) {
      broken.push(`${at} reads no unknown`);
    }
  });
  return broken;
}

function namesOutOfOrder({ names }: Program): string[] {
  return names.flatMap((name, i) =>
    i > 0 && names[i - 1]! >= name ? [`name ${name} is out of order`] : [],
  );
}

function timesOutOfPlace(p: Program): string[] {
  const broken = p.opens < p.closes ? [] : ['closes is not after opens'];
  for (const { low, high, starts, name } of p.tracks) {
    if (!(low < high) || starts < low || starts > high)
      broken.push(`${name} starts outside its range`);
  }
  const check = (at: string, { earliest, placed, latest }: RecordedTime) => {
    if (!(earliest <= placed && placed <= latest)) broken.push(`${at} is outside its interval`);
  };
  for (const entry of p.entries) {
    check(entry.id, entry.time);
    for (const learn of entry.learn) {
      check(`${entry.id} learned`, learn.time);
      if (learn.time.placed < entry.time.placed)
        broken.push(`${entry.id} is learned before it happens`);
    }
    for (const leg of entry.type === 'dispatch' ? entry.legs : []) {
      check(`${entry.id} leg`, leg.arrived);
      if (leg.arrived.placed < leg.sent.placed) broken.push(`${entry.id} arrives before it leaves`);
    }
  }
  return broken;
}
