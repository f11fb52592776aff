import type { Channel, Garble, Holder, Route, RouteLeg } from '../../core/parts/letters.js';
import type { Seat } from '../../core/parts/world.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../reading/source-file.js';
import { nearestName } from '../text/nearest-name.js';
import type { ChannelRow, ScenarioFile } from '../schema/scenario-schema.js';
import {
  amountAt,
  AT_ONCE,
  chanceAt,
  delayAt,
  durationAt,
  titleOf,
  type Compilation,
} from './compilation.js';
import { namesAt } from './names.js';

/** What garbling may do where a channel does not say. */
const GARBLE: Omit<Garble, 'chance'> = {
  level: 1,
  count: 2,
  share: 0.1,
  time: 86_400_000,
  clause: true,
};

const MOST_PARTS = 100;

/**
 * Channels with their delays, hazards and garbling; what is wrong is reported and stands at its
 * default.
 */
export function compileChannels(
  c: Compilation,
  rows: ScenarioFile,
  seats: readonly Seat[],
  file: SourceFile,
): Channel[] {
  const observers = seats.flatMap((seat, index) => (seat.observer ? [index] : []));
  const listeners = observers.length > 0 ? observers : seats.map((_, index) => index);
  return Object.entries(rows.channels ?? {}).map(([name, row]) =>
    compileChannel(c, name, row, listeners, spotOf(file, ['channels', name])),
  );
}

function compileChannel(
  c: Compilation,
  name: string,
  row: ChannelRow,
  listeners: readonly number[],
  spot: Spot,
): Channel {
  const isPrivate = row.private ?? true;
  if (isPrivate && row.audience_cost)
    c.report(inside(spot, 'audience_cost'), 'audience-of-private');
  if (!isPrivate && row.leak !== undefined) c.report(inside(spot, 'leak'), 'leak-of-public');
  const at = (field: string) => inside(spot, field);
  const delay = delayAt(c, row.delay, at('delay'));
  const parts = amountAt(c, row.parts, at('parts'), 1, 1);
  if (parts > MOST_PARTS) c.report(at('parts'), 'too-often', String(parts), MOST_PARTS);
  return {
    name,
    title: row.title ?? titleOf(name),
    private: isPrivate,
    reports: row.reports ?? !isPrivate,
    delay,
    loss: chanceAt(c, row.loss, at('loss')),
    leak: chanceAt(c, row.leak, at('leak')),
    leaksTo: row.leaks_to
      ? namesAt(c.names, 'seat', row.leaks_to, (i) => inside(spot, 'leaks_to', i), c.report)
      : listeners,
    // News that got out travels no faster than the letter, unless the channel says so.
    leakDelay: row.leak_delay === undefined ? delay : delayAt(c, row.leak_delay, at('leak_delay')),
    interceptions: compileInterceptions(c, row, spot),
    garble: compileGarble(c, row, at('garble')),
    audienceCost: amountAt(c, row.audience_cost, at('audience_cost'), 0, 0),
    receipt: compileReceipt(c, row, at('receipt')),
    parts,
    partGap: delayAt(c, row.part_gap, at('part_gap')),
  };
}

function compileReceipt(c: Compilation, { receipt }: ChannelRow, spot: Spot) {
  if (receipt === undefined) return null;
  return receipt === 'at once' ? AT_ONCE : delayAt(c, receipt, spot);
}

function compileInterceptions(c: Compilation, row: ChannelRow, spot: Spot) {
  return Object.entries(row.intercepted_by ?? {}).map(([seat, chance]) => {
    const at = inside(spot, 'intercepted_by', seat);
    return { seat: c.names.at('seat', seat, keyOf(at)), chance: chanceAt(c, chance, at) };
  });
}

function compileGarble(c: Compilation, { garble }: ChannelRow, spot: Spot): Garble {
  if (typeof garble !== 'object') return { ...GARBLE, chance: chanceAt(c, garble, spot) };
  const at = (field: string) => inside(spot, field);
  return {
    chance: chanceAt(c, garble.chance, at('chance')),
    level: amountAt(c, garble.level, at('level'), 0, GARBLE.level),
    count: amountAt(c, garble.count, at('count'), 1, GARBLE.count),
    share: amountAt(c, garble.share, at('share'), 0, GARBLE.share),
    time: garble.time === undefined ? GARBLE.time : durationAt(c, garble.time, at('time')),
    clause: garble.clause ?? GARBLE.clause,
  };
}

/** Declared routes, then for every channel the route of that one leg under the channel's name. */
export function compileRoutes(c: Compilation, rows: ScenarioFile, file: SourceFile): Route[] {
  const declared = Object.entries(rows.routes ?? {}).map(([name, legs]): Route => {
    const spot = spotOf(file, ['routes', name]);
    if (legs.length === 0) c.report(spot, 'empty-route');
    return {
      name,
      legs: legs.map((leg, i) => compileLeg(c, leg, i === legs.length - 1, inside(spot, i))),
    };
  });
  const ofChannels = c.names.all('channel').map((name, channel) => ({
    name,
    legs: [{ channel, to: null }],
  }));
  return [...declared, ...ofChannels];
}

function compileLeg(
  c: Compilation,
  leg: { readonly by: string; readonly to?: string | undefined },
  last: boolean,
  spot: Spot,
): RouteLeg {
  if (last && leg.to !== undefined) c.report(inside(spot, 'to'), 'route-ends-elsewhere');
  if (!last && leg.to === undefined) c.report(spot, 'route-ends-early');
  const channel = c.names.at('channel', leg.by, inside(spot, 'by'));
  return { channel, to: leg.to === undefined ? null : holderAt(c, leg.to, inside(spot, 'to')) };
}

/** A seat or a relay by its name. */
export function holderAt(c: Compilation, name: string, spot: Spot): Holder {
  const relay = c.names.find('relay', name);
  if (relay >= 0) return { type: 'relay', relay };
  const seat = c.names.find('seat', name);
  if (seat < 0) {
    const known = [...c.names.all('seat'), ...c.names.all('relay')];
    c.report(spot, 'unknown-name', 'seat or relay', name, nearestName(name, known), known);
  }
  return { type: 'seat', seat };
}

/** Indices of routes by their names, a channel's name standing for the route of that one leg. */
export function routesAt(c: Compilation, wanted: readonly string[], spot: Spot): number[] {
  const known = [...c.names.all('route'), ...c.names.all('channel')];
  return wanted.flatMap((name, i) => {
    const index = known.indexOf(name);
    if (index >= 0 && wanted.indexOf(name) === i) return [index];
    if (index >= 0) c.report(inside(spot, i), 'named-twice', name);
    else
      c.report(
        inside(spot, i),
        'unknown-name',
        'route or channel',
        name,
        nearestName(name, known),
        known,
      );
    return [];
  });
}
