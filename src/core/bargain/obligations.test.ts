import { describe, expect, test } from 'vitest';
import type { Input } from '../history/input.js';
import type { TimedInput } from '../state.js';
import { changes, heard, obligationCourse, order, play, refusals, told } from '../testing/given.js';
import type { Small, SmallClause } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';

const SMALL = {
  seats: {
    mayor: { side: 'north' },
    reeve: { side: 'south' },
    miller: { side: 'mill' },
  },
  tracks: { cannon: { count: [0, 4], starts: 2 }, mortars: { count: [0, 4], starts: 1 } },
  channels: { wire: { delay: 1 }, crier: { public: true } },
  acts: {
    open_bridge: { by: 'mayor', takes: 1, learn: { reeve: 'wire' } },
    withdraw: {
      by: 'reeve',
      takes: 2,
      set: { cannon: 0 },
      covers: ['cannon'],
      arguably: ['mortars'],
      doneWhen: ['eq', 'cannon', 0],
    },
    withdraw_all: { by: 'reeve', set: { cannon: 0, mortars: 0 }, covers: ['cannon', 'mortars'] },
    lift_toll: { by: 'miller' },
    inspect: { by: 'mayor', verifies: 'withdraw', detects: 0.9, falseAlarm: 0.05 },
    inspect_with_leave: { by: 'mayor', verifies: 'withdraw', consent: 'reeve', consentBy: 'wire' },
    watch_at_sea: { by: 'mayor', verifies: 'withdraw' },
  },
  trust: {
    beliefs: [
      { seat: 0, side: 1, alpha: 2, beta: 2 },
      { seat: 1, side: 0, alpha: 1, beta: 1 },
    ],
  },
} as const satisfies Small;

/** The reeve offers some clauses for an open bridge, and the mayor accepts: in force at hour 5. */
function bargain(give: readonly SmallClause[], more: Small = {}) {
  const small = {
    ...SMALL,
    ...more,
    letters: {
      offer: { from: 'reeve', to: ['mayor'], by: ['wire'], give, ask: [{ do: 'open_bridge' }] },
    },
  };
  const inputs = [
    order(1, { seat: 'reeve', id: 'offer', type: 'send', letter: 'offer' }),
    order(4, { seat: 'mayor', type: 'answer', offer: 'offer', answer: 'accept', by: ['wire'] }),
  ];
  return { program: smallProgram(small), inputs };
}

const act = (hours: number, seat: string, name: string): TimedInput =>
  order(hours, { seat, type: 'act', act: name });

const GIVE = 'offer:give1';

function played(give: SmallClause, ...more: readonly TimedInput[]) {
  const { program, inputs } = bargain([give]);
  return play(program, [...inputs, ...more]);
}

describe('R19: performance, a fact of the world', () => {
  test('R19: a clause is performed by completing its act after the start', () => {
    const history = played({ do: 'withdraw' }, act(6, 'reeve', 'withdraw'));
    expect(
      changes(history, 'obligation').map(({ hour, obligation, status }) => [
        hour,
        obligation.id,
        status,
      ]),
    ).toEqual([
      [5, GIVE, 'owed'],
      [5, 'offer:ask1', 'owed'],
      [6, GIVE, 'under way'],
      [8, GIVE, 'performed'],
    ]);
  });

  test('R19: an act begun before the start performs when it is completed after', () => {
    const history = played({ do: 'withdraw' }, act(4, 'reeve', 'withdraw'));
    expect(obligationCourse(history, GIVE)).toEqual(['owed', 'performed']);
  });

  test('R19: an act completed before the start does not perform', () => {
    const history = played({ do: 'withdraw_all' }, act(2, 'reeve', 'withdraw_all'));
    expect(obligationCourse(history, GIVE)).toEqual(['owed']);
  });

  test('R19: unless its done_when already holds', () => {
    const history = played({ do: 'withdraw' }, act(2, 'reeve', 'withdraw_all'));
    expect(obligationCourse(history, GIVE)).toEqual(['owed', 'performed']);
  });

  test('R19: the act of another side performs nothing of this one', () => {
    const history = played({ do: 'withdraw' }, act(6, 'mayor', 'open_bridge'));
    expect(obligationCourse(history, GIVE)).toEqual(['owed']);
    expect(obligationCourse(history, 'offer:ask1')).toEqual(['owed', 'under way', 'performed']);
  });

  test('R19: one performance serves every open obligation that it covers', () => {
    const { program, inputs } = bargain([
      { do: 'withdraw' },
      { do: 'withdraw' },
      { do: 'withdraw_all' },
    ]);
    const history = play(program, [...inputs, act(6, 'reeve', 'withdraw_all')]);
    for (const id of [GIVE, 'offer:give2', 'offer:give3']) {
      expect(obligationCourse(history, id)).toEqual(['owed', 'under way', 'performed']);
    }
  });

  test('R19: but not one that covers more than was done', () => {
    const history = played({ do: 'withdraw_all' }, act(6, 'reeve', 'withdraw'));
    expect(obligationCourse(history, GIVE)).toEqual(['owed']);
  });

  test('R19: a clause that needs a third party obliges its giver to procure it', () => {
    const history = played({ do: 'lift_toll', who: 'mill' }, act(6, 'miller', 'lift_toll'));
    const [owed] = changes(history, 'obligation');
    expect(owed!.obligation).toMatchObject({
      obligor: 'south',
      beneficiaries: ['north'],
      clause: { who: 'mill', act: 'lift_toll' },
    });
    expect(obligationCourse(history, GIVE)).toEqual(['owed', 'under way', 'performed']);
  });

  test('R19: words alone can be owed, and are never performed by an act', () => {
    const history = played({ says: 'never again' }, act(6, 'reeve', 'withdraw_all'));
    expect(obligationCourse(history, GIVE)).toEqual(['owed']);
  });
});

describe('R19: deadlines', () => {
  test('R3: by-when is inclusive', () => {
    const due = { do: 'withdraw', within: 3 };
    expect(obligationCourse(played(due, act(6, 'reeve', 'withdraw')), GIVE)).toEqual([
      'owed',
      'under way',
      'performed',
    ]);
    const late = played(due, act(6 + 1 / 3_600_000, 'reeve', 'withdraw'));
    expect(obligationCourse(late, GIVE)).toEqual(['owed', 'under way', 'breached', 'performed']);
  });

  test('R19: a fixed day that is over when the bargain takes effect is breached at once', () => {
    const history = played({ do: 'withdraw', by: 3 });
    expect(changes(history, 'obligation').map(({ hour, status }) => [hour, status])).toEqual([
      [5, 'owed'],
      [5, 'owed'],
      [5, 'breached'],
    ]);
  });

  test('R12: a breach is a fact of the world, of which nobody is told', () => {
    const kept = told(played({ do: 'withdraw', within: 9 }, act(6, 'reeve', 'withdraw')), 'mayor');
    const broken = told(played({ do: 'withdraw', within: 9 }), 'mayor');
    expect(broken).toEqual(kept);
  });
});

describe('R19: a pledge asks nothing', () => {
  const pledge = (to: readonly string[]): TimedInput =>
    order(1, {
      seat: 'reeve',
      id: 'pledge',
      type: 'write',
      to,
      by: ['wire'],
      kind: 'private letter',
      give: [{ do: 'withdraw' }],
    });

  test('R19: it binds its giver when it is read', () => {
    const history = play(smallProgram(SMALL), [pledge(['mayor']), act(3, 'reeve', 'withdraw')]);
    expect(changes(history, 'obligation').map(({ hour, status }) => [hour, status])).toEqual([
      [2, 'owed'],
      [3, 'under way'],
      [5, 'performed'],
    ]);
    expect(heard(history, 'mayor', 'obligation')).toMatchObject([{ hour: 2, status: 'owed' }]);
  });

  test('R19: read by two sides it is owed to both and done once', () => {
    const history = play(smallProgram(SMALL), [pledge(['mayor', 'miller'])]);
    expect(obligationCourse(history, 'pledge:give1')).toEqual(['owed']);
    const [owed] = heard(history, 'miller', 'obligation');
    expect(owed!.obligation.beneficiaries).toEqual(['north', 'mill']);
  });

  test('R19: who intercepts it is promised nothing', () => {
    const small = { ...SMALL, channels: { wire: { delay: 1, intercepted: { miller: 1 } } } };
    const history = play(smallProgram(small), [pledge(['mayor'])]);
    expect(heard(history, 'miller', 'dispatch')).toHaveLength(1);
    expect(heard(history, 'miller', 'obligation')).toEqual([]);
    const lost = { ...SMALL, channels: { wire: { leak: 1, leaksTo: ['miller'], loss: 1 } } };
    const alone = play(smallProgram(lost), [pledge(['mayor'])]);
    expect(heard(alone, 'miller', 'dispatch')).toHaveLength(1);
    expect(changes(alone, 'obligation')).toEqual([]);
  });

  test('R19: read by its own side first, it still binds towards the other', () => {
    const small: Small = {
      ...SMALL,
      seats: { ...SMALL.seats, clerk: { side: 'south', under: 'reeve' } },
      channels: { wire: { delay: 0 }, crier: {} },
    };
    const history = play(smallProgram(small), [pledge(['clerk', 'mayor'])]);
    expect(heard(history, 'clerk', 'obligation')).toEqual([]);
    expect(heard(history, 'mayor', 'obligation')).toHaveLength(1);
  });
});

describe('R19: inspection, knowledge of the beneficiary', () => {
  const inspectAt = (hours: number): TimedInput => act(hours, 'mayor', 'inspect');

  /** What each of many inspections of one obligation found. */
  function verdicts(performed: boolean, count: number): boolean[] {
    const { program, inputs } = bargain([{ do: 'withdraw' }], { closes: count + 100 });
    const done = performed ? [act(6, 'reeve', 'withdraw')] : [];
    const looks = Array.from({ length: count }, (_, k) => inspectAt(20 + k));
    const history = play(program, [...inputs, ...done, ...looks]);
    return heard(history, 'mayor', 'inspection').map(({ performed }) => performed);
  }

  test('R19: it finds non-performance with its detects, denies performance with its false_alarm', () => {
    const count = 1200;
    const found = (list: readonly boolean[]) => list.filter((x) => x).length / count;
    // Four standard errors: 0.035 for a share of 0.1, 0.026 for one of 0.05.
    expect(Math.abs(found(verdicts(false, count)) - 0.1)).toBeLessThan(0.035);
    expect(Math.abs(1 - found(verdicts(true, count)) - 0.05)).toBeLessThan(0.026);
  });

  test('R19: verification and performance can exist without each other', () => {
    const { program, inputs } = bargain([{ do: 'withdraw' }], {
      acts: { ...SMALL.acts, inspect: { ...SMALL.acts.inspect, detects: 0, falseAlarm: 1 } },
    });
    const fooled = play(program, [...inputs, inspectAt(20)]);
    expect(obligationCourse(fooled, GIVE)).toEqual(['owed', 'verified']);
    const denied = play(program, [...inputs, act(6, 'reeve', 'withdraw'), inspectAt(20)]);
    expect(obligationCourse(denied, GIVE)).toEqual(['owed', 'under way', 'performed', 'denied']);
    expect(heard(denied, 'mayor', 'obligation').at(-1)!.status).toBe('denied');
    expect(heard(denied, 'reeve', 'obligation').map(({ status }) => status)).toEqual([
      'owed',
      'owed',
    ]);
  });

  test('R9: it can need a consent, which is asked and given by dispatch', () => {
    const { program, inputs } = bargain([{ do: 'withdraw' }]);
    const asked = act(10, 'mayor', 'inspect_with_leave');
    const request = heard(play(program, [...inputs, asked]), 'reeve', 'consent asked')[0]!;
    expect(request).toMatchObject({ hour: 11, act: 'inspect_with_leave', by: 'mayor' });
    const answer = (give: boolean) =>
      order(12, { seat: 'reeve', type: 'consent', request: request.id, give, by: 'wire' });
    const given = play(program, [...inputs, asked, answer(true)]);
    expect(heard(given, 'mayor', 'consent given')).toMatchObject([{ hour: 13 }]);
    expect(heard(given, 'mayor', 'inspection')).toMatchObject([{ hour: 13, performed: false }]);
    const refused = play(program, [...inputs, asked, answer(false)]);
    expect(heard(refused, 'mayor', 'consent refused')).toMatchObject([{ hour: 13 }]);
    expect(heard(refused, 'mayor', 'inspection')).toEqual([]);
    expect(changes(refused, 'act').at(-1)!.status).toBe('refused');
  });

  test('R12: a consent that was not asked cannot be given', () => {
    const { program, inputs } = bargain([{ do: 'withdraw' }]);
    const asked = act(10, 'mayor', 'inspect_with_leave');
    const { id } = heard(play(program, [...inputs, asked]), 'reeve', 'consent asked')[0]!;
    const consent = (hours: number, seat: string, request: string) =>
      order(hours, { seat, type: 'consent', request, give: true, by: 'wire' });
    const history = play(program, [
      ...inputs,
      consent(10.5, 'reeve', id),
      consent(12, 'miller', id),
      consent(12, 'reeve', '0123456789abcdef'),
      asked,
    ]);
    expect(refusals(history, 'reeve')).toEqual(['unknown-request', 'unknown-request']);
    expect(refusals(history, 'miller')).toEqual(['unknown-request']);
  });
});

describe('R20: disputes', () => {
  const open = (hours: number, more: Partial<Extract<Input, { type: 'dispute' }>> = {}) =>
    order(hours, {
      seat: 'mayor',
      id: 'mortars',
      type: 'dispute',
      obligation: GIVE,
      about: 'scope',
      issue: 'do mortars count?',
      by: ['wire'],
      ...more,
    });
  const argue = (hours: number, seat: string, text: string) =>
    order(hours, { seat, type: 'argue', dispute: 'mortars', by: ['wire'], text });
  const settle = (
    hours: number,
    outcome: 'settled' | 'replaced' | 'left open',
    replacement?: string,
  ) =>
    order(hours, {
      seat: 'reeve',
      type: 'settle',
      dispute: 'mortars',
      outcome,
      by: ['wire'],
      ...(replacement === undefined ? {} : { replacement }),
    });

  test('R20: it is opened and argued by dispatches, then settled', () => {
    const history = played(
      { do: 'withdraw' },
      act(6, 'reeve', 'withdraw'),
      open(20),
      argue(22, 'reeve', 'they do not'),
      argue(24, 'mayor', 'they do'),
      settle(26, 'settled'),
    );
    expect(changes(history, 'dispute').map(({ hour, status }) => [hour, status])).toEqual([
      [20, 'opened'],
      [22, 'argued'],
      [24, 'argued'],
      [27, 'settled'],
    ]);
    expect(heard(history, 'reeve', 'dispute').map(({ hour, status }) => [hour, status])).toEqual([
      [21, 'opened'],
      [22, 'argued'],
      [25, 'argued'],
    ]);
    expect(heard(history, 'mayor', 'dispute').map(({ hour, status }) => [hour, status])).toEqual([
      [20, 'opened'],
      [23, 'argued'],
      [24, 'argued'],
      [27, 'settled'],
    ]);
    expect(heard(history, 'mayor', 'dispute').at(-1)!.dispute).toMatchObject({
      about: 'scope',
      obligation: GIVE,
      positions: [
        { who: 'south', says: 'they do not' },
        { who: 'north', says: 'they do' },
      ],
    });
    expect(obligationCourse(history, GIVE)).toEqual(['owed', 'under way', 'performed', 'disputed']);
  });

  test('R12: an argument is not known to the other side before it has arrived', () => {
    const history = played({ do: 'withdraw' }, open(20), argue(20.5, 'mayor', 'they do'));
    const [opened, argued] = heard(history, 'reeve', 'dispute');
    expect(opened).toMatchObject({ hour: 21, dispute: { positions: [] } });
    expect(argued).toMatchObject({ hour: 21.5, dispute: { positions: [{ says: 'they do' }] } });
  });

  test('R12: a dispute of which one has not heard cannot be spoken of', () => {
    const history = played({ do: 'withdraw' }, open(20), argue(20.5, 'reeve', 'what?'));
    expect(refusals(history, 'reeve')).toEqual(['unknown-dispute']);
  });

  test('R12: disputes are counted by their opener alone', () => {
    const { program, inputs } = bargain([{ do: 'withdraw' }]);
    const unnamed = (hours: number, seat: string, obligation = GIVE) =>
      order(hours, {
        seat,
        type: 'dispute',
        obligation,
        about: 'form',
        issue: '?',
        by: ['wire'],
      });
    const ids = (inputs: readonly TimedInput[]) =>
      changes(play(program, inputs), 'dispute').map(({ dispute }) => dispute.id);
    expect(ids([...inputs, unnamed(7, 'mayor'), unnamed(7.5, 'reeve')])).toEqual([
      'offer:give1:dispute:mayor1',
      'offer:give1:dispute:reeve1',
    ]);
    expect(ids([...inputs, unnamed(7, 'reeve'), unnamed(8, 'reeve')])).toEqual([
      'offer:give1:dispute:reeve1',
      'offer:give1:dispute:reeve2',
    ]);
  });

  test('R20: the disputed means is replaced by another: how it is verified', () => {
    const history = played(
      { do: 'withdraw', verified: 'inspect_with_leave' },
      open(20, { about: 'verification' }),
      settle(22, 'replaced', 'watch_at_sea'),
    );
    expect(changes(history, 'dispute').at(-1)).toMatchObject({ hour: 23, status: 'replaced' });
    const last = changes(history, 'obligation').at(-1)!;
    expect(last.obligation.clause).toMatchObject({ act: 'withdraw', verified: 'watch_at_sea' });
    expect(last.status).toBe('owed');
  });

  test('R19: one on which an act is at work that was begun before it is under way', () => {
    const { program, inputs } = bargain([{ do: 'withdraw', verified: 'inspect' }], {
      acts: { ...SMALL.acts, withdraw: { ...SMALL.acts.withdraw, takes: 90 } },
    });
    const history = play(program, [
      ...inputs,
      act(3, 'reeve', 'withdraw'),
      open(20, { about: 'verification' }),
      settle(22, 'replaced', 'watch_at_sea'),
    ]);
    expect(obligationCourse(history, GIVE).slice(0, 3)).toEqual(['owed', 'disputed', 'under way']);
  });

  test('R20: or the act itself, which is then owed anew', () => {
    const history = played(
      { do: 'withdraw' },
      act(6, 'reeve', 'withdraw'),
      open(20),
      settle(22, 'replaced', 'withdraw_all'),
      act(30, 'reeve', 'withdraw'),
      act(40, 'reeve', 'withdraw_all'),
    );
    expect(obligationCourse(history, GIVE)).toEqual([
      'owed',
      'under way',
      'performed',
      'disputed',
      'owed',
      'under way',
      'performed',
    ]);
    expect(changes(history, 'obligation').at(-1)).toMatchObject({
      hour: 40,
      obligation: { clause: { act: 'withdraw_all', covers: ['cannon', 'mortars'] } },
    });
  });

  test('R20: or left open', () => {
    const history = played({ do: 'withdraw' }, open(20), settle(22, 'left open'));
    expect(changes(history, 'dispute').at(-1)).toMatchObject({ status: 'left open' });
    expect(obligationCourse(history, GIVE)).toEqual(['owed', 'disputed']);
  });

  test('R12: one can dispute a bargain of which one does not know whether it is in force', () => {
    const { program, inputs } = bargain([{ do: 'withdraw' }]);
    // The mayor's acceptance has not arrived: to the mayor that makes no difference.
    const early = play(program, [...inputs, open(4.5), argue(4.6, 'mayor', 'they do')]);
    expect(refusals(early, 'mayor')).toEqual([]);
    expect(heard(early, 'reeve', 'dispute')).toMatchObject([
      { hour: 5.5, dispute: { id: 'mortars', obligation: GIVE } },
      { hour: 5.6 },
    ]);
  });

  test.each([
    ['an offer that one has not read', open(1.5)],
    ['a clause that the offer does not have', open(20, { obligation: 'offer:give2' })],
    ['an obligation of others', open(20, { seat: 'miller' })],
  ])('R12: refused: %s', (_, input) => {
    expect(refusals(played({ do: 'withdraw' }, input), input.seat)).toEqual(['unknown-obligation']);
  });
});

describe('R19: release', () => {
  const release = (hours: number, seat: string, obligation = GIVE) =>
    order(hours, { seat, type: 'release', obligation, by: ['wire'] });

  test('R19: the beneficiary gives it up, and the obligor is free when it hears so', () => {
    const history = played({ do: 'withdraw' }, release(8, 'mayor'));
    expect(changes(history, 'obligation').at(-1)).toMatchObject({ hour: 9, status: 'released' });
    expect(heard(history, 'reeve', 'obligation').at(-1)).toMatchObject({
      hour: 9,
      status: 'released',
    });
  });

  test('R12: an obligor cannot release itself, whether or not the bargain is in force', () => {
    expect(refusals(played({ do: 'withdraw' }, release(8, 'reeve')), 'reeve')).toEqual([
      'unknown-obligation',
    ]);
    expect(refusals(played({ do: 'withdraw' }, release(4.5, 'reeve')), 'reeve')).toEqual([
      'unknown-obligation',
    ]);
  });
});

describe('R21: trust moves by what is delivered', () => {
  const trust = (history: ReturnType<typeof play>) =>
    changes(history, 'trust').map(({ hour, seat, side, alpha, beta, because }) => [
      hour,
      `${seat} in ${side}`,
      alpha,
      beta,
      because,
    ]);
  const certain = { ...SMALL.acts, inspect: { ...SMALL.acts.inspect, detects: 1, falseAlarm: 0 } };

  test('R21: verified performance raises it', () => {
    const { program, inputs } = bargain([{ do: 'withdraw' }], { acts: certain });
    const history = play(program, [
      ...inputs,
      act(6, 'reeve', 'withdraw'),
      act(20, 'mayor', 'inspect'),
    ]);
    expect(trust(history)).toEqual([[20, 'mayor in south', 3, 2, 'verified']]);
  });

  test('R21: a breach lowers it when it is found, and not before the day', () => {
    const { program, inputs } = bargain([{ do: 'withdraw', within: 10 }], { acts: certain });
    const history = play(program, [
      ...inputs,
      act(8, 'mayor', 'inspect'),
      act(20, 'mayor', 'inspect'),
    ]);
    expect(trust(history)).toEqual([
      [15, 'mayor in south', 2, 2.5, 'delay'],
      [20, 'mayor in south', 2, 4.5, 'breach'],
    ]);
  });

  test('R21: delay lowers it where nothing was heard by the day, though it was done', () => {
    const history = played({ do: 'withdraw', within: 10 }, act(6, 'reeve', 'withdraw'));
    expect(trust(history)).toEqual([[15, 'mayor in south', 2, 2.5, 'delay']]);
  });

  test('R21: and does not where a report of the performance came in time', () => {
    const { program, inputs } = bargain([{ do: 'withdraw', within: 10 }], {
      acts: { ...SMALL.acts, withdraw: { ...SMALL.acts.withdraw, learn: { mayor: 'wire' } } },
    });
    expect(trust(play(program, [...inputs, act(6, 'reeve', 'withdraw')]))).toEqual([]);
  });

  test('R21: a dispute lowers it when its letter is read', () => {
    const dispute = order(20, {
      seat: 'mayor',
      type: 'dispute',
      obligation: GIVE,
      about: 'scope',
      issue: '?',
      by: ['wire'],
    });
    expect(trust(played({ do: 'withdraw' }, dispute))).toEqual([
      [21, 'reeve in north', 1, 1.5, 'dispute'],
    ]);
  });

  test('R21: a provocation lowers it in the side that is provoked, when it hears of it', () => {
    const program = smallProgram({
      ...SMALL,
      acts: { parade: { by: 'reeve', provokes: 'north', learn: { everyone: 'wire' } } },
      trust: {
        beliefs: [
          { seat: 0, side: 1, alpha: 2, beta: 2 },
          { seat: 2, side: 1, alpha: 2, beta: 2 },
        ],
      },
    });
    expect(trust(play(program, [act(3, 'reeve', 'parade')]))).toEqual([
      [4, 'mayor in south', 2, 3, 'provocation'],
    ]);
  });

  test('R21: an incident is blamed by all who hear of it but those who are blamed', () => {
    const program = smallProgram({
      ...SMALL,
      incidents: { shot: { rate: 0, blames: 'south', learn: { everyone: 'wire' } } },
      trust: {
        beliefs: [
          { seat: 0, side: 1, alpha: 2, beta: 2 },
          { seat: 2, side: 1, alpha: 2, beta: 2 },
        ],
      },
    });
    const shot = order(3, { seat: 'control', type: 'inject', name: 'shot', incident: 'shot' });
    expect(trust(play(program, [shot])).map(([, who]) => who)).toEqual([
      'mayor in south',
      'miller in south',
    ]);
  });

  test('R21: a seat with no belief about a side has none to move', () => {
    const { program, inputs } = bargain([{ do: 'withdraw', within: 10 }], { trust: {} });
    expect(trust(play(program, inputs))).toEqual([]);
  });
});
