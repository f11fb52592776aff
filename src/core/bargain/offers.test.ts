import { describe, expect, test } from 'vitest';
import type { Answer } from '../parts/record.js';
import type { TimedInput } from '../state.js';
import {
  changes,
  heard,
  obligationCourse,
  offerCourse,
  order,
  play,
  refusals,
} from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';

const SMALL = {
  seats: {
    mayor: { side: 'north' },
    sergeant: { side: 'north', under: 'mayor' },
    reeve: { side: 'south' },
    miller: { side: 'mill' },
    press: { side: 'world', observer: true },
  },
  channels: {
    ferry: { delay: 4 },
    wire: { delay: 1 },
    lost: { delay: 1, loss: 1 },
    crier: { public: true, audienceCost: 0.3 },
  },
  acts: {
    open_bridge: { by: 'sergeant' },
    withdraw: { by: 'reeve' },
    lift_toll: { by: 'miller' },
  },
  letters: {
    offer: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      give: [{ do: 'withdraw' }],
      ask: [{ do: 'open_bridge' }],
    },
    second: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      ask: [{ do: 'open_bridge' }],
      linkage: ['tolls'],
    },
    open_letter: {
      from: 'reeve',
      to: ['mayor', 'sergeant', 'miller', 'press'],
      by: ['crier'],
      give: [{ do: 'withdraw' }],
      ask: [{ do: 'open_bridge' }],
    },
    short: { from: 'reeve', to: ['mayor'], by: ['wire'], ask: [{ do: 'open_bridge' }], lapses: 10 },
    counter: {
      from: 'mayor',
      to: ['reeve'],
      by: ['wire'],
      give: [{ says: 'a smaller guard' }],
      ask: [{ do: 'withdraw' }],
    },
  },
} as const satisfies Small;

const program = smallProgram(SMALL);

function send(hours: number, letter: string, seat = 'reeve', id = 'offer'): TimedInput {
  return order(hours, { seat, id, type: 'send', letter });
}

function answer(
  hours: number,
  seat: string,
  what: Exclude<Answer, 'none'>,
  by = 'wire',
  more: { offer?: string; letter?: string; refuses?: string[]; id?: string } = {},
): TimedInput {
  return order(hours, { seat, type: 'answer', offer: 'offer', answer: what, by: [by], ...more });
}

describe('R16: an offer is open until it lapses, is withdrawn or is answered', () => {
  test('R16: an acceptance takes effect on arrival, and is known to the offeror alone', () => {
    const history = play(program, [send(1, 'offer'), answer(5, 'mayor', 'accept', 'ferry')]);
    expect(changes(history, 'offer').map(({ hour, status, by }) => [hour, status, by])).toEqual([
      [1, 'open', 'mayor'],
      [9, 'accepted', 'mayor'],
    ]);
    expect(heard(history, 'reeve', 'offer')).toMatchObject([{ hour: 9, status: 'accepted' }]);
    expect(heard(history, 'mayor', 'offer')).toEqual([]);
    expect(obligationCourse(history, 'offer:give1')).toEqual(['owed']);
    expect(obligationCourse(history, 'offer:ask1')).toEqual(['owed']);
  });

  test.each([
    ['decline', 'declined'],
    ['counter', 'countered'],
  ] as const)('R16: to %s it closes it', (what, status) => {
    const more = what === 'counter' ? { letter: 'counter', id: 'counter' } : {};
    const history = play(program, [send(1, 'offer'), answer(5, 'mayor', what, 'wire', more)]);
    expect(offerCourse(history, 'offer')).toEqual(['open', status]);
    expect(changes(history, 'obligation')).toEqual([]);
  });

  test('R16: a counter-offer is itself an offer, and names what it answers', () => {
    const more = { letter: 'counter', id: 'counter' };
    const history = play(program, [
      send(1, 'offer'),
      answer(5, 'mayor', 'counter', 'wire', more),
      answer(8, 'reeve', 'accept', 'wire', { offer: 'counter' }),
    ]);
    expect(heard(history, 'reeve', 'dispatch')[0]!.dispatch).toMatchObject({
      id: 'counter',
      repliesTo: 'offer',
      answer: 'counter',
    });
    expect(offerCourse(history, 'counter')).toEqual(['open', 'accepted']);
    expect(obligationCourse(history, 'counter:ask1')).toEqual(['owed']);
  });

  test('R16: one may answer the first of two letters and leave the second alone', () => {
    const history = play(program, [
      send(1, 'offer'),
      send(2, 'second', 'reeve', 'harder'),
      answer(5, 'mayor', 'accept', 'wire', { refuses: ['tolls'] }),
    ]);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'accepted']);
    expect(offerCourse(history, 'harder')).toEqual(['open']);
    expect(heard(history, 'reeve', 'dispatch')[0]!.dispatch.refuses).toEqual(['tolls']);
    expect(heard(history, 'mayor', 'dispatch')[1]!.dispatch.linkage).toEqual(['tolls']);
  });

  test('R16: an answer in time by arrival counts, and one a millisecond late does not', () => {
    const at = (hours: number) =>
      offerCourse(play(program, [send(1, 'short'), answer(hours, 'mayor', 'accept')]), 'offer');
    expect(at(10)).toEqual(['open', 'accepted']);
    expect(at(10 + 1 / 3_600_000)).toEqual(['open', 'lapsed']);
  });

  test('R16: a lapsed offer is refused to its reader, who can count hours', () => {
    const history = play(program, [send(1, 'short'), answer(12, 'mayor', 'accept')]);
    expect(refusals(history, 'mayor')).toEqual(['offer-lapsed']);
  });

  test('R16: offerees are the addressees with power over an asked clause', () => {
    const history = play(program, [send(1, 'open_letter'), answer(3, 'miller', 'accept')]);
    const offerees = changes(history, 'offer').map(({ by }) => by);
    // The mayor commands the sergeant, who opens the bridge; the miller and the press do not.
    expect(offerees).toEqual(['mayor', 'sergeant']);
    expect(refusals(history, 'miller')).toEqual(['not-offeree']);
  });

  test('R16: a clause of a third side is in the power of no addressee', () => {
    const asking = (who: string) =>
      order(1, {
        seat: 'reeve',
        id: 'offer',
        type: 'write',
        to: ['mayor'],
        by: ['wire'],
        kind: 'private letter',
        ask: [{ says: 'leave the mill alone', who }],
      });
    expect(offerCourse(play(program, [asking('north')]), 'offer')).toEqual(['open']);
    expect(offerCourse(play(program, [asking('mill')]), 'offer')).toEqual([]);
  });

  test('R16: everyone excludes the sender', () => {
    const history = play(program, [
      order(1, {
        seat: 'reeve',
        id: 'offer',
        type: 'write',
        to: ['everyone'],
        by: ['crier'],
        kind: 'public statement',
        ask: [{ do: 'withdraw', who: 'south' }],
      }),
    ]);
    expect(changes(history, 'dispatch')[0]!.dispatch.to).toEqual([
      'mayor',
      'sergeant',
      'miller',
      'press',
    ]);
    expect(changes(history, 'offer')).toEqual([]);
  });

  test('R19: a clause accepted by two of one side binds once', () => {
    const history = play(program, [
      send(1, 'open_letter'),
      answer(3, 'mayor', 'accept'),
      answer(4, 'sergeant', 'accept'),
    ]);
    expect(obligationCourse(history, 'offer:give1')).toEqual(['owed']);
    expect(obligationCourse(history, 'offer:ask1')).toEqual(['owed']);
  });

  test.each([
    [
      'no such letter',
      [send(1, 'offer'), answer(5, 'mayor', 'accept', 'wire', { offer: 'x' })],
      'unknown-offer',
    ],
    ['not read yet', [send(1, 'offer'), answer(1.5, 'mayor', 'accept')], 'unknown-offer'],
    [
      'answered before',
      [send(1, 'offer'), answer(5, 'mayor', 'decline'), answer(6, 'mayor', 'accept')],
      'already-answered',
    ],
    [
      'no such channel',
      [send(1, 'offer'), answer(5, 'mayor', 'accept', 'raven')],
      'unknown-channel',
    ],
    ["another's to withdraw", [send(1, 'offer'), answer(5, 'mayor', 'withdraw')], 'not-your-offer'],
    ['nothing contested', [send(1, 'offer'), answer(5, 'mayor', 'honour')], 'not-your-offer'],
  ] as const)('R12: refused from what the seat knows: %s', (_, inputs, code) => {
    expect(refusals(play(program, inputs), 'mayor')).toEqual([code]);
  });
});

describe('R17: contested bargains', () => {
  const accepted = answer(3, 'mayor', 'accept', 'ferry');
  const withdrawn = answer(5, 'reeve', 'withdraw');

  test('R17: accepted before the withdrawal arrived, withdrawn before the acceptance did', () => {
    const history = play(program, [send(1, 'offer'), accepted, withdrawn]);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'contested']);
    expect(heard(history, 'reeve', 'offer')).toMatchObject([{ hour: 7, status: 'contested' }]);
    expect(heard(history, 'mayor', 'offer')).toMatchObject([{ hour: 6, status: 'withdrawn' }]);
    expect(changes(history, 'obligation')).toEqual([]);
  });

  test('R17: an acceptance after the withdrawal reached the offeree is refused', () => {
    const history = play(program, [send(1, 'offer'), withdrawn, answer(6.5, 'mayor', 'accept')]);
    expect(refusals(history, 'mayor')).toEqual(['offer-withdrawn']);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'withdrawn']);
  });

  test('R17: a withdrawal after the acceptance arrived is refused', () => {
    const history = play(program, [send(1, 'offer'), accepted, answer(7.5, 'reeve', 'withdraw')]);
    expect(refusals(history, 'reeve')).toEqual(['offer-closed']);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'accepted']);
  });

  test('R17: a withdrawal that was lost leaves it contested, however late the acceptance', () => {
    const lost = answer(5, 'reeve', 'withdraw', 'lost');
    const history = play(program, [send(1, 'offer'), lost, answer(60, 'mayor', 'accept')]);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'contested']);
  });

  test('R17: to the very instant, event order decides: inputs come before deliveries', () => {
    // The withdrawal is sent in the instant in which the acceptance arrives, and so before it.
    const same = play(program, [send(1, 'offer'), accepted, answer(7, 'reeve', 'withdraw')]);
    expect(offerCourse(same, 'offer')).toEqual(['open', 'contested']);
    // The acceptance is sent in the instant in which the withdrawal arrives, and so before it.
    const other = play(program, [send(1, 'offer'), withdrawn, answer(6, 'mayor', 'accept')]);
    expect(offerCourse(other, 'offer')).toEqual(['open', 'contested']);
  });

  test('R17: the offeror honours, and obligations start on honouring', () => {
    const history = play(program, [
      send(1, 'offer'),
      accepted,
      withdrawn,
      answer(9, 'reeve', 'honour'),
    ]);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'contested', 'honoured']);
    expect(
      changes(history, 'obligation').map(({ hour, obligation }) => [hour, obligation.id]),
    ).toEqual([
      [9, 'offer:give1'],
      [9, 'offer:ask1'],
    ]);
    expect(heard(history, 'mayor', 'dispatch').at(-1)!.dispatch.answer).toBe('honour');
  });

  test('R17: or repudiates, and nothing is owed', () => {
    const history = play(program, [
      send(1, 'offer'),
      accepted,
      withdrawn,
      answer(9, 'reeve', 'repudiate'),
      answer(10, 'reeve', 'honour'),
    ]);
    expect(offerCourse(history, 'offer')).toEqual(['open', 'contested', 'repudiated']);
    expect(changes(history, 'obligation')).toEqual([]);
    expect(refusals(history, 'reeve')).toEqual(['not-contested']);
  });
});

describe('R18: a public dispatch binds', () => {
  const costs = (inputs: readonly TimedInput[]) =>
    changes(play(program, inputs), 'audience cost').map(({ seat, cost }) => [seat, cost]);

  test('R18: taking back a public offer costs, a private one does not', () => {
    expect(costs([send(1, 'open_letter'), answer(2, 'reeve', 'withdraw')])).toEqual([
      ['reeve', 0.3],
    ]);
    expect(costs([send(1, 'offer'), answer(2, 'reeve', 'withdraw')])).toEqual([]);
  });

  test('R18: so does repudiating it', () => {
    const inputs = [
      send(1, 'open_letter'),
      answer(3, 'mayor', 'accept', 'ferry'),
      answer(5, 'reeve', 'withdraw'),
      answer(9, 'reeve', 'repudiate'),
    ];
    expect(costs(inputs)).toEqual([
      ['reeve', 0.3],
      ['reeve', 0.6],
    ]);
  });

  test('R18: so does accepting in public less than one demanded in public, once', () => {
    const less = (hours: number, id: string) =>
      order(hours, {
        seat: 'mayor',
        id,
        type: 'write',
        to: ['reeve'],
        by: ['wire'],
        kind: 'private letter',
        ask: [{ do: 'withdraw' }],
      });
    const accept = (hours: number, offer: string, by: string) =>
      answer(hours, 'reeve', 'accept', by, { offer });
    const open = [less(2, 'a'), accept(5, 'a', 'crier'), less(6, 'b'), accept(9, 'b', 'crier')];
    expect(costs([send(1, 'open_letter'), ...open])).toEqual([['reeve', 0.3]]);
    expect(costs([send(1, 'offer'), ...open])).toEqual([]);
    const secret = [less(2, 'a'), accept(5, 'a', 'wire')];
    expect(costs([send(1, 'open_letter'), ...secret])).toEqual([]);
  });

  test('R18: an answer given in public is heard by everybody, one by wire by its offeror alone', () => {
    const readers = (by: string) => {
      const history = play(program, [send(1, 'offer'), answer(3, 'mayor', 'accept', by)]);
      const answers = ['sergeant', 'reeve', 'miller', 'press'].map((seat) =>
        heard(history, seat, 'dispatch').some(({ dispatch }) => dispatch.answer === 'accept'),
      );
      return [...answers, offerCourse(history, 'offer').includes('accepted')];
    };
    expect(readers('crier')).toEqual([true, true, true, true, true]);
    expect(readers('wire')).toEqual([false, true, false, false, true]);
  });

  test('R18: a demand that was met is not backed down from', () => {
    const inputs = [
      send(1, 'open_letter'),
      answer(3, 'mayor', 'accept'),
      order(6, {
        seat: 'mayor',
        id: 'a',
        type: 'write',
        to: ['reeve'],
        by: ['wire'],
        kind: 'private letter',
        ask: [{ do: 'withdraw' }],
      }),
      answer(9, 'reeve', 'accept', 'wire', { offer: 'a' }),
    ];
    expect(costs(inputs)).toEqual([]);
  });

  test('R18: what it cost stands in the judgement of the one who paid', () => {
    const priced = smallProgram({
      ...SMALL,
      seats: { ...SMALL.seats, reeve: { side: 'south', value: ['sub', 1, 'audience_cost'] } },
      endings: { peace: { when: ['gt', 'silence', 10 * 3_600_000], silences: [10] } },
    });
    const history = play(priced, [send(1, 'open_letter'), answer(2, 'reeve', 'withdraw')]);
    expect(changes(history, 'judgement')).toMatchObject([
      { seat: 'reeve', picture: 0.7, truth: 0.7 },
    ]);
  });
});
