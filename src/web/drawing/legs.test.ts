import { describe, expect, test } from 'vitest';
import { sceneAt } from '../knowledge/scene.js';
import { at, between, hour, leg, letter, view } from '../sample/two-towns.js';
import { hookPath, hooksBetween } from './hooks.js';
import { laneY, lanesOf, layOutLanes } from './lanes.js';
import { drawLetter } from './legs.js';
import { xOf } from './scale.js';

const LANES = layOutLanes(lanesOf(view()), 100, 300);
const SCALE = { from: hour(0), to: hour(24), left: 0, right: 240 };
const RELAYED = letter({
  id: 'L1',
  sent: at(8),
  legs: [
    leg({ from: 'mayor', to: 'ferry', sent: at(8), arrived: at(9) }),
    leg({
      from: 'ferry',
      to: 'reeve',
      sent: at(11),
      arrived: between(13, 15, 18, 'estimated'),
      leg: 1,
    }),
  ],
});

function drawn(hours: number, letters = [RELAYED], as = 'truth') {
  const paper = { scale: SCALE, lanes: LANES, handle: hour(hours) };
  return sceneAt(view({ letters, as }), hour(hours)).letters.map((item) =>
    drawLetter(item, 'north', paper),
  );
}

describe('lanes', () => {
  test('stand in the scenario’s order, relays nearer than towns', () => {
    const [north, landing, south] = LANES.map(({ y }) => y);
    expect([north, south]).toEqual([100, 300]);
    expect(landing).toBe(200);
    expect(laneY(LANES, 'landing')).toBe(200);
  });

  test('a place without one stands where the clock and a side are the same, else elsewhere', () => {
    const utc = [{ from: Number.MIN_SAFE_INTEGER, offset: 0, name: 'UTC' }];
    const base = view();
    const more = view({
      places: [
        ...base.places,
        { name: 'farm', title: 'Farm', zone: utc },
        { name: 'sea', title: 'Sea', zone: [{ ...utc[0]!, offset: 60 }] },
      ],
      seats: [
        ...base.seats,
        { name: 'farmer', title: 'Farmer', side: 'southbank', place: 'farm', observer: true },
      ],
    });
    const lanes = layOutLanes(lanesOf(more), 0, 300);
    expect(lanes.map(({ name }) => name)).toEqual(['north', 'landing', 'south', 'elsewhere']);
    expect(laneY(lanes, 'farm')).toBe(laneY(lanes, 'south'));
    expect(laneY(lanes, 'sea')).toBe(300);
  });
});

describe('legs', () => {
  test('knee at the relay: a leg, the wait there, a leg', () => {
    const [letter] = drawn(20);
    expect(letter!.strokes.map(({ type, a, b }) => [type, a.x, a.y, b.x, b.y])).toEqual([
      ['leg', 80, 100, 90, 200],
      ['wait', 90, 200, 110, 200],
      ['leg', 110, 200, 150, 300],
    ]);
    expect(letter!.strokes.map(({ estimated }) => estimated)).toEqual([false, false, true]);
    expect(letter!.landings.map(({ holder, reads }) => [holder, reads])).toEqual([
      ['ferry', false],
      ['reeve', true],
    ]);
    expect(letter!.leans).toBe('down');
  });

  test('a leg under way is cut at the handle, on its own slope', () => {
    const [letter] = drawn(13);
    const last = letter!.strokes.at(-1)!;
    expect(last.b).toEqual({ x: 130, y: 250 });
    expect(letter!.landings).toHaveLength(1);
  });

  test.each([8, 8.5, 9, 10, 12, 14, 15, 23])('nothing passes the handle at %d', (hours) => {
    const limit = xOf(SCALE, hour(hours)) + 1e-6;
    for (const { departure, strokes, landings } of drawn(hours)) {
      const points = [departure, ...landings, ...strokes.flatMap(({ a, b }) => [a, b])];
      expect(points.every(({ x }) => x <= limit)).toBe(true);
    }
  });

  test('a leg of which only the departure is known is a stub', () => {
    const known = { departure: at(8), arrival: null };
    const own = letter({
      id: 'L1',
      sent: at(8),
      legs: [leg({ from: 'mayor', to: 'reeve', sent: at(8), arrived: null, known })],
    });
    const [stub] = drawn(20, [own], 'mayor')[0]!.strokes;
    expect(stub).toMatchObject({ type: 'stub', a: { x: 80, y: 100 }, b: { x: 80 } });
    expect(stub!.b.y - stub!.a.y).toBeLessThan(40);
  });
});

describe('hooks', () => {
  const reply = letter({
    id: 'L2',
    sent: at(17),
    from: 'reeve',
    to: ['mayor'],
    repliesTo: 'L1',
    legs: [leg({ from: 'reeve', to: 'mayor', sent: at(17), arrived: at(19) })],
  });
  const asked = { ...RELAYED, repliedBy: [{ id: 'L2', at: at(17), known: at(17) }] };

  test('join the reading to the reply that it drew', () => {
    expect(hooksBetween(drawn(16, [asked, reply]))).toEqual([]);
    expect(hooksBetween(drawn(17, [asked, reply]))).toEqual([
      {
        from: expect.objectContaining({ x: 150, y: 300 }),
        to: { x: 170, y: 300 },
        letter: 'L1',
        reply: 'L2',
        ghost: false,
      },
    ]);
  });

  test('bulge away from the middle, and none runs backwards in time', () => {
    const [hook] = hooksBetween(drawn(20, [asked, reply]));
    expect(hookPath(hook!, 200)).toMatch(/^M150 300C150 3[12]/);
    const early = {
      ...reply,
      sent: at(9),
      legs: [leg({ ...reply.legs[0]!, from: 'reeve', to: 'mayor', sent: at(9) })],
    };
    expect(hooksBetween(drawn(20, [asked, early]))).toEqual([]);
  });
});
