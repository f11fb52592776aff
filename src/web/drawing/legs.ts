import type { SceneLeg, SceneLetter } from '../knowledge/scene.js';
import { endOfMinute, instant, minuteOf } from '../time/instant.js';
import type { Point, Segment } from './geometry.js';
import { laneY, type Lane } from './lanes.js';
import { xOf, type Scale } from './scale.js';

/** Paper to draw on: time across, places down, and the handle that nothing may pass. */
export interface Paper {
  readonly scale: Scale;
  readonly lanes: readonly Lane[];
  readonly handle: number;
}

/** One stroke of a letter's way. `stub`: it left, and more is not known. */
export interface Stroke extends Segment {
  readonly type: 'leg' | 'wait' | 'stub' | 'loop';
  readonly estimated: boolean;
  readonly lost: boolean;
}

export interface Landing extends Point {
  readonly holder: string;
  readonly place: string;
  readonly reads: boolean;
  readonly at: number;
}

/** A letter as it stands on paper. */
export interface LetterDrawing {
  readonly item: SceneLetter;
  readonly departure: Point;
  readonly strokes: readonly Stroke[];
  readonly landings: readonly Landing[];
  /** Which way its first leg leans; its label stands on the other side. */
  readonly leans: 'up' | 'down';
}

const STUB = 18;
/** A leg within one place and minute is drawn as a loop of this size. */
const LOOP = 12;

/** Lays a letter's legs on paper: kneed at each relay, cut at the handle. */
export function drawLetter(item: SceneLetter, from: string, paper: Paper): LetterDrawing {
  const landings = item.legs.flatMap((leg) => landingOf(leg, paper));
  const strokes = item.legs.flatMap((leg) => [
    ...waitBefore(leg, item.legs, paper),
    strokeOf(leg, paper),
  ]);
  const departure = departureOf(item, from, paper);
  const first = strokes.find(({ a, b }) => a.y !== b.y);
  return {
    item,
    departure,
    strokes,
    landings,
    leans: first !== undefined && first.b.y < first.a.y ? 'up' : 'down',
  };
}

function departureOf(item: SceneLetter, from: string, paper: Paper): Point {
  const first = item.legs.find(({ leg }) => leg.leg === 0)?.leg;
  const sent = instant((first ?? item.letter).sent.placed);
  const place = first?.from.place ?? from;
  return {
    x: xOf(paper.scale, Math.min(sent, paper.handle)),
    y: laneY(paper.lanes, place),
  };
}

function strokeOf({ leg, extent }: SceneLeg, paper: Paper): Stroke {
  const a = {
    x: xOf(paper.scale, instant(leg.sent.placed)),
    y: laneY(paper.lanes, leg.from.place),
  };
  const estimated = leg.sent.precision === 'estimated' || leg.arrived?.precision === 'estimated';
  const end = laneY(paper.lanes, leg.to.place);
  const lost = leg.status === 'lost' || leg.status === 'recalled';
  if (leg.arrived === null || extent === 'departure') {
    const b = { x: a.x, y: a.y + Math.sign(end - a.y || -1) * STUB };
    return { type: 'stub', a, b, estimated: false, lost };
  }
  const b = { x: xOf(paper.scale, instant(leg.arrived.placed)), y: end };
  if (a.y === b.y && b.x - a.x < LOOP) return { type: 'loop', a, b, estimated, lost };
  return { type: 'leg', a, b: cutAt(a, b, paper), estimated, lost };
}

/** Where a line from a to b meets the handle, or b if it ends before. */
function cutAt(a: Point, b: Point, { scale, handle }: Paper): Point {
  const x = xOf(scale, minuteOf(handle));
  if (b.x <= x) return b;
  return { x, y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) };
}

/** The time that a letter lay with a relay: along its lane from the leg before to this one. */
function waitBefore(next: SceneLeg, legs: readonly SceneLeg[], paper: Paper): Stroke[] {
  const before = legs.find(
    ({ leg, extent }) =>
      extent === 'whole' && leg.route === next.leg.route && leg.leg === next.leg.leg - 1,
  );
  if (!before?.leg.arrived || before.leg.to.place !== next.leg.from.place) return [];
  const y = laneY(paper.lanes, next.leg.from.place);
  const a = { x: xOf(paper.scale, instant(before.leg.arrived.placed)), y };
  const b = { x: xOf(paper.scale, instant(next.leg.sent.placed)), y };
  return b.x <= a.x ? [] : [{ type: 'wait', a, b, estimated: false, lost: false }];
}

function landingOf({ leg, extent }: SceneLeg, paper: Paper): Landing[] {
  if (extent !== 'whole' || leg.arrived === null) return [];
  const at = instant(leg.arrived.placed);
  if (at > endOfMinute(paper.handle)) return [];
  return [
    {
      x: xOf(paper.scale, at),
      y: laneY(paper.lanes, leg.to.place),
      holder: leg.to.name,
      place: leg.to.place,
      reads: leg.reads,
      at,
    },
  ];
}
