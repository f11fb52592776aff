import { describe, expect, test } from 'vitest';
import type { Input } from '../history/input.js';
import { changes, heard, hour, order, play, refusals, told } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';

const SEATS = {
  mayor: { side: 'north' },
  sergeant: { side: 'north', under: 'mayor' },
  reeve: { side: 'south' },
  press: { side: 'world', observer: true },
} as const;

function world(channels: Small['channels'], more: Small = {}) {
  return smallProgram({ seats: SEATS, channels: channels!, ...more });
}

/** The mayor writes to the reeve, and the letter is called `letter`. */
function write(by: string, more: Partial<Extract<Input, { type: 'write' }>> = {}): Input {
  return {
    seat: 'mayor',
    id: 'letter',
    type: 'write',
    to: ['reeve'],
    by: [by],
    kind: 'private letter',
    text: 'come to the bridge',
    ...more,
  };
}

describe('R14: each leg keeps its own sent and arrived', () => {
  const program = world(
    { ferry: { delay: 3 }, wire: { delay: 2 }, walk: { delay: 1 } },
    {
      relays: { embassy: 'north', desk: 'south' },
      routes: { by_wire: [['walk', 'embassy'], ['wire', 'desk'], ['walk']] },
    },
  );
  const history = play(program, [order(1, write('by_wire'))]);

  test('R14: a route is a chain of legs from holder to holder', () => {
    const legs = changes(history, 'leg').map(({ hour, status, from, to, leg, channel }) => [
      hour,
      status,
      leg,
      channel,
      from,
      to,
    ]);
    expect(legs).toEqual([
      [1, 'departed', 0, 'walk', 'mayor', 'embassy'],
      [2, 'arrived', 0, 'walk', 'mayor', 'embassy'],
      [2, 'departed', 1, 'wire', 'embassy', 'desk'],
      [4, 'arrived', 1, 'wire', 'embassy', 'desk'],
      [4, 'departed', 2, 'walk', 'desk', 'reeve'],
      [5, 'arrived', 2, 'walk', 'desk', 'reeve'],
    ]);
  });

  test('R14: a seat reads it when the last leg reaches it, and relays read nothing', () => {
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([
      { hour: 5, dispatch: { id: 'letter', text: 'come to the bridge' } },
    ]);
    expect(told(history, 'sergeant').map(({ item }) => item.type)).not.toContain('dispatch');
  });

  test("R12: the sender's own letter says by which legs it goes, and nothing of when", () => {
    const [sent] = told(history, 'mayor').filter(({ item }) => item.type === 'sent');
    expect(sent).toMatchObject({
      via: 'own',
      item: { legs: [{ leg: 0 }, { leg: 1 }, { leg: 2 }] },
    });
    expect(JSON.stringify(sent)).not.toMatch(/arriv/);
    expect(told(history, 'mayor').map(({ item }) => item.type)).toEqual([
      'opening',
      'sent',
      'ended',
    ]);
  });
});

describe('R14: the way and the hour of reading', () => {
  test('R14: of two routes the earliest arrival counts, and it is read once', () => {
    const program = world({ ferry: { delay: 3 }, wire: { delay: 2 } });
    const history = play(program, [order(1, write('ferry', { by: ['ferry', 'wire'] }))]);
    expect(told(history, 'reeve').filter(({ item }) => item.type === 'dispatch')).toMatchObject([
      { via: 'wire', learned: { placed: hour(3) } },
    ]);
    expect(changes(history, 'leg').map(({ hour, status }) => [hour, status])).toEqual([
      [1, 'departed'],
      [1, 'departed'],
      [3, 'arrived'],
      [4, 'arrived'],
    ]);
  });

  test('R14: a text can be held sealed until an hour', () => {
    const program = world({ ferry: { delay: 3 } });
    const history = play(program, [order(1, write('ferry', { sealed: hour(9) }))]);
    expect(changes(history, 'leg').map(({ status }) => status)).toEqual(['departed', 'arrived']);
    expect(told(history, 'reeve').filter(({ item }) => item.type === 'dispatch')).toMatchObject([
      { via: 'unsealed', learned: { placed: hour(9) } },
    ]);
  });

  test('R14: a seal that is over before the arrival holds nothing', () => {
    const program = world({ ferry: { delay: 3 } });
    const history = play(program, [order(1, write('ferry', { sealed: hour(2) }))]);
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([{ hour: 4 }]);
  });

  test('R14: a seal without an instant is refused in words', () => {
    const program = world({ ferry: {} });
    const history = play(program, [order(1, write('ferry', { sealed: 'at dawn' }))]);
    expect(refusals(history, 'mayor')).toEqual(['bad-time']);
  });

  test("R14: that one's own letter arrived is known only by a report", () => {
    const receipts = (receipt?: number) => {
      const ferry = receipt === undefined ? { delay: 3 } : { delay: 3, receipt };
      return heard(play(world({ ferry }), [order(1, write('ferry'))]), 'mayor', 'receipt');
    };
    expect(receipts()).toEqual([]);
    expect(receipts(2)).toMatchObject([
      { hour: 6, dispatch: 'letter', holder: 'reeve', route: 0, leg: 0 },
    ]);
  });

  test('R14: a channel that splits a text is read when its last part is in', () => {
    const program = world({ wire: { delay: 1, parts: 3, partGap: 2 } });
    const history = play(program, [order(1, write('wire'))]);
    expect(changes(history, 'leg').map(({ hour, status }) => [hour, status])).toEqual([
      [1, 'departed'],
      [2, 'part arrived'],
      [4, 'part arrived'],
      [6, 'arrived'],
    ]);
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([{ hour: 6 }]);
  });

  test('R14: each addressee has a leg and a reading of its own', () => {
    const ferry = { delay: { type: 'uniform', low: 0, high: 36_000_000 } } as const;
    const history = play(world({ ferry }), [order(1, write('ferry', { to: ['everyone'] }))]);
    const hours = ['sergeant', 'reeve', 'press'].map(
      (seat) => heard(history, seat, 'dispatch')[0]!.hour,
    );
    expect(new Set(hours).size).toBe(3);
    expect(heard(history, 'mayor', 'dispatch')).toEqual([]);
  });
});

describe('R14: a dispatch under way can be recalled; the recall must overtake it', () => {
  const recall = (by: string): Input => ({ seat: 'mayor', type: 'recall', dispatch: 'letter', by });
  const program = world(
    { ferry: { delay: 6 }, wire: { delay: 2 }, slow: { delay: 9 } },
    {
      relays: { embassy: 'north' },
      routes: {
        by_embassy: [['slow', 'embassy'], ['wire']],
        fast: [['wire', 'embassy'], ['wire']],
      },
    },
  );

  test('a recall that overtakes stops it', () => {
    const history = play(program, [order(1, write('ferry')), order(2, recall('wire'))]);
    expect(heard(history, 'reeve', 'dispatch')).toEqual([]);
    expect(changes(history, 'leg').filter((c) => c.dispatch === 'letter')).toMatchObject([
      { status: 'departed' },
      { hour: 7, status: 'recalled' },
    ]);
    expect(changes(history, 'dispatch state')).toMatchObject([
      { dispatch: 'letter', status: 'recalled', by: 'reeve' },
    ]);
  });

  test('a recall that comes too late stops nothing', () => {
    const history = play(program, [order(1, write('ferry')), order(6, recall('wire'))]);
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([{ hour: 7 }]);
    expect(heard(history, 'reeve', 'recall')).toMatchObject([{ hour: 8, dispatch: 'letter' }]);
    expect(changes(history, 'dispatch state')).toEqual([]);
  });

  test('a recall stops it only for those whom it overtakes', () => {
    const uneven = world({
      ferry: { delay: { type: 'uniform', low: 0, high: 36_000_000 } },
      wire: { delay: 0 },
    });
    const sent = order(1, write('ferry', { to: ['everyone'] }));
    const readAt = (seat: string) => heard(play(uneven, [sent]), seat, 'dispatch')[0]!.hour;
    const seats = ['sergeant', 'reeve', 'press'];
    const [first, second] = seats.map(readAt).toSorted((a, b) => a - b) as [number, number, number];
    const between = order((first + second) / 2, recall('wire'));
    const history = play(uneven, [sent, between]);
    const readers = seats.filter((seat) => heard(history, seat, 'dispatch').length > 0);
    expect(readers).toEqual(seats.filter((seat) => readAt(seat) === first));
  });

  test('a recall overtakes each copy or does not, whatever the others do', () => {
    const anyHour = { type: 'uniform', low: 0, high: 36_000_000 } as const;
    const racing = world({ ferry: { delay: anyHour }, wire: { delay: anyHour } });
    const inputs = [order(1, write('ferry', { to: ['everyone'] })), order(2, recall('wire'))];
    const outcomes = Array.from({ length: 20 }, (_, run) => {
      const history = play(racing, inputs, { run });
      return ['sergeant', 'reeve', 'press'].map((seat) => {
        const recalled = heard(history, seat, 'recall')[0]!.hour;
        const letter = changes(history, 'leg').find(
          (leg) => leg.dispatch === 'letter' && leg.to === seat && leg.status !== 'departed',
        )!;
        const read = heard(history, seat, 'dispatch').length === 1;
        expect(read).toBe(letter.hour < recalled);
        return read;
      });
    });
    expect(outcomes.some((reads) => reads.includes(true) && reads.includes(false))).toBe(true);
  });

  test('a recall stops it at a relay that it reaches first', () => {
    const history = play(program, [order(1, write('by_embassy')), order(2, recall('fast'))]);
    expect(heard(history, 'reeve', 'dispatch')).toEqual([]);
    expect(changes(history, 'dispatch state')).toMatchObject([{ hour: 10, by: 'embassy' }]);
  });

  test('a sealed text can be recalled until its hour', () => {
    const sealed = order(1, write('ferry', { sealed: hour(20) }));
    const history = play(program, [sealed, order(9, recall('wire'))]);
    expect(heard(history, 'reeve', 'dispatch')).toEqual([]);
  });

  test('one who intercepts a letter or its recall does not keep it from being stopped', () => {
    const leaky = world({
      ferry: { delay: 6, leak: 1, leaksTo: ['press'], leakDelay: 0 },
      wire: { delay: 2, intercepted: { press: 1 } },
    });
    const history = play(leaky, [order(1, write('ferry')), order(2, recall('wire'))]);
    expect(heard(history, 'press', 'dispatch')).toMatchObject([{ hour: 1 }]);
    expect(heard(history, 'reeve', 'dispatch')).toEqual([]);
  });

  test('an intercepted recall stops nothing by itself', () => {
    const leaky = world({
      ferry: { delay: 6 },
      wire: { delay: 2, intercepted: { press: 1 }, loss: 0 },
      slow: { delay: 9, leak: 1, leaksTo: ['press'] },
    });
    const history = play(leaky, [order(1, write('ferry')), order(2, recall('slow'))]);
    expect(heard(history, 'press', 'recall')).toHaveLength(1);
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([{ hour: 7 }]);
  });

  test("only one's own letters can be recalled", () => {
    const theirs = order(8, { seat: 'reeve', type: 'recall', dispatch: 'letter', by: 'wire' });
    const unread = order(2, { seat: 'reeve', type: 'recall', dispatch: 'letter', by: 'wire' });
    const history = play(program, [order(1, write('ferry')), theirs, unread]);
    expect(refusals(history, 'reeve')).toEqual(['unknown-dispatch', 'not-your-dispatch']);
  });
});

describe('R15: loss, leak and interception', () => {
  test('R15: a lost leg arrives nowhere, and its sender is told nothing', () => {
    const program = world({ ferry: { delay: 3, loss: 1, receipt: 0 } });
    const history = play(program, [order(1, write('ferry'))]);
    expect(changes(history, 'leg').map(({ status }) => status)).toEqual(['departed', 'lost']);
    expect(heard(history, 'reeve', 'dispatch')).toEqual([]);
    expect(heard(history, 'mayor', 'receipt')).toEqual([]);
  });

  test('R15: a leak reaches those to whom the channel leaks, after its own delay', () => {
    const ferry = { delay: 3, leak: 1, leaksTo: ['press'], leakDelay: 7 };
    const history = play(world({ ferry }), [order(1, write('ferry'))]);
    expect(told(history, 'press').filter(({ item }) => item.type === 'dispatch')).toMatchObject([
      { via: 'leak', learned: { placed: hour(8) } },
    ]);
  });

  test('R15: a public text cannot leak', () => {
    const crier = { public: true, leak: 1, leaksTo: ['press'] } as const;
    const history = play(world({ crier }), [order(1, write('crier'))]);
    expect(heard(history, 'press', 'dispatch')).toEqual([]);
  });

  test('R15: an interceptor reads the copy when the leg arrives, and its holders never know', () => {
    const ferry = { delay: 3, intercepted: { sergeant: 1, press: 0 } };
    const history = play(world({ ferry }), [order(1, write('ferry'))]);
    expect(told(history, 'sergeant').filter(({ item }) => item.type === 'dispatch')).toMatchObject([
      { via: 'interception', learned: { placed: hour(4) } },
    ]);
    const none = play(world({ ferry: { delay: 3 } }), [order(1, write('ferry'))]);
    expect(told(history, 'mayor')).toEqual(told(none, 'mayor'));
    expect(told(history, 'reeve')).toEqual(told(none, 'reeve'));
    expect(heard(history, 'press', 'dispatch')).toEqual([]);
  });

  test('R15: letters overtake each other: each leg draws its own delay', () => {
    const ferry = { delay: { type: 'uniform', low: 0, high: 360_000_000 } } as const;
    const orders = Array.from({ length: 8 }, (_, i) => order(i, write('ferry', { id: `n${i}` })));
    const read = heard(play(world({ ferry }), orders), 'reeve', 'dispatch');
    const ids = read.map(({ dispatch }) => dispatch.id);
    expect(ids.toSorted()).toEqual(orders.map((_, i) => `n${i}`));
    expect(ids).not.toEqual(ids.toSorted());
  });

  test('R15: shares of losses and leaks are those that the channel declares', () => {
    const program = world(
      { ferry: { loss: 0.3, leak: 0.2, leaksTo: ['press'], intercepted: { sergeant: 0.1 } } },
      { closes: 1500 },
    );
    const orders = Array.from({ length: 1000 }, (_, i) =>
      order(i, write('ferry', { id: `n${i}` })),
    );
    const history = play(program, orders);
    // Four standard errors of 1,000 draws of the widest share are 0.058.
    const share = (seat: string) => heard(history, seat, 'dispatch').length / 1000;
    expect(Math.abs(share('reeve') - 0.7)).toBeLessThan(0.058);
    expect(Math.abs(share('press') - 0.2)).toBeLessThan(0.058);
    expect(Math.abs(share('sergeant') - 0.1 * 0.7)).toBeLessThan(0.058);
  });
});

describe('control handles a dispatch', () => {
  const control = (type: 'hold' | 'release dispatch' | 'lose'): Input => ({
    seat: 'control',
    type,
    dispatch: 'letter',
  });
  const program = world({ ferry: { delay: 3, receipt: 0 }, wire: { delay: 1 } });

  test('R14: a held letter waits with its holder, and is read when it is let go', () => {
    const history = play(program, [
      order(1, write('ferry')),
      order(2, control('hold')),
      order(9, control('release dispatch')),
    ]);
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([{ hour: 9 }]);
    expect(heard(history, 'mayor', 'receipt')).toMatchObject([{ hour: 9 }]);
    expect(changes(history, 'dispatch state').map(({ hour, status }) => [hour, status])).toEqual([
      [2, 'held'],
      [9, 'released'],
    ]);
  });

  test('a letter that control has lost does not arrive, held or not', () => {
    const lost = [order(1, write('ferry')), order(2, control('lose'))];
    expect(heard(play(program, lost), 'reeve', 'dispatch')).toEqual([]);
    const held = [
      order(1, write('ferry')),
      order(2, control('hold')),
      order(5, control('lose')),
      order(9, control('release dispatch')),
    ];
    expect(heard(play(program, held), 'reeve', 'dispatch')).toEqual([]);
  });

  test('a letter can be recalled while it is held', () => {
    const history = play(program, [
      order(1, write('ferry')),
      order(2, control('hold')),
      order(5, { seat: 'mayor', type: 'recall', dispatch: 'letter', by: 'wire' }),
      order(9, control('release dispatch')),
    ]);
    expect(heard(history, 'reeve', 'dispatch')).toEqual([]);
  });

  test('R12: the letters of others are out of reach of a seat', () => {
    const history = play(program, [
      order(1, write('ferry')),
      order(2, { seat: 'reeve', type: 'lose', dispatch: 'letter' }),
    ]);
    expect(refusals(history, 'reeve')).toEqual(['control-only']);
    expect(heard(history, 'reeve', 'dispatch')).toHaveLength(1);
  });
});

describe('R11: garbling of a letter', () => {
  const give = [{ says: 'lift the toll', condition: 'if the cannon goes' }];

  test('R11: a clause loses its condition', () => {
    const history = play(world({ wire: { garble: { chance: 1 } } }), [
      order(1, write('wire', { give, ask: [{ says: 'peace' }] })),
    ]);
    const [{ dispatch } = { dispatch: null }] = heard(history, 'reeve', 'dispatch');
    expect(dispatch!.give).toEqual([{ who: 'north', says: 'lift the toll' }]);
    expect(changes(history, 'dispatch')[0]!.dispatch.give).toMatchObject(give);
    expect(changes(history, 'leg').map(({ status }) => status)).toEqual(['departed', 'garbled']);
  });

  test('R11: without a condition to lose, the time that it states is shifted', () => {
    const sentAs = (garble: object) => {
      const history = play(world({ wire: { garble } }), [order(30, write('wire', { give: [] }))]);
      return heard(history, 'reeve', 'dispatch')[0]!.dispatch.sent.placed;
    };
    expect(sentAs({ chance: 0 })).toBe(hour(30));
    expect([hour(6), hour(54)]).toContain(sentAs({ chance: 1 }));
    expect([hour(27), hour(33)]).toContain(sentAs({ chance: 1, time: 3 * 3_600_000 }));
  });

  test('R11: garbling of one leg is carried on by the next', () => {
    const program = world(
      { wire: { garble: { chance: 1 } }, walk: { delay: 1 } },
      { relays: { desk: 'south' }, routes: { both: [['wire', 'desk'], ['walk']] } },
    );
    const history = play(program, [order(1, write('both', { give, ask: [{ says: 'peace' }] }))]);
    expect(heard(history, 'reeve', 'dispatch')[0]!.dispatch.give).toEqual([
      { who: 'north', says: 'lift the toll' },
    ]);
  });
});
