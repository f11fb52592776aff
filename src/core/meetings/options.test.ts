import { describe, expect, test } from 'vitest';
import {
  changes,
  heard,
  obligationCourse,
  offerCourse,
  order,
  play,
  playSilently,
  refusals,
} from '../testing/given.js';
import type { SmallDoctrine } from '../testing/small-doctrine.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import { meetings } from './testing/meetings.js';

const SMALL: Small = {
  seats: {
    mayor: { side: 'north' },
    reeve: { side: 'south' },
    miller: { side: 'mill' },
  },
  tracks: { bridge: { levels: ['open', 'closed'], starts: 0 } },
  channels: { wire: { delay: 1 }, ferry: { delay: 4 }, crier: { public: true, delay: 1 } },
  acts: {
    close: {
      by: 'mayor',
      takes: 5,
      may: ['eq', 'bridge', 0],
      set: { bridge: 1 },
      learn: { mayor: 'wire' },
    },
    fail: { by: 'mayor', when: 0, failure: 'wire' },
    open_bridge: { by: 'mayor' },
    withdraw: { by: 'reeve' },
    inspect: { by: 'reeve', consent: 'mayor', consentBy: 'wire', learn: { mayor: 'at once' } },
  },
  letters: {
    first: { from: 'reeve', to: ['mayor'], by: ['wire'], ask: [{ do: 'open_bridge' }], lapses: 12 },
    second: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      give: [{ do: 'withdraw' }],
      ask: [{ do: 'open_bridge' }],
    },
    answer: { from: 'mayor', to: ['reeve'], by: ['wire'], ask: [{ do: 'withdraw' }] },
  },
  closes: 48,
};

const MAYOR = [{ seat: 'mayor', doctrine: 'fitted' }];

function history(
  options: SmallDoctrine['options'],
  inputs: Parameters<typeof play>[1] = [],
  doctrine: Partial<SmallDoctrine> = {},
) {
  const program = smallProgram({
    ...SMALL,
    doctrines: { mayor: { fitted: { first: 3, every: 3, ...doctrine, options } } },
  });
  const played = play(program, inputs, { doctrines: MAYOR });
  // The log changes nothing: every scene here comes to the same state without it.
  expect(playSilently(program, inputs, { doctrines: MAYOR })).toMatchObject({
    stateHash: played.end.stateHash,
  });
  return played;
}

/** The hours at which an option could be taken. */
function open(of: ReturnType<typeof history>, option: string): number[] {
  return meetings(of).flatMap(({ hour, options }) =>
    options.some(({ name }) => name === option) ? [hour] : [],
  );
}

const send = (hours: number, letter: string, id = letter) =>
  order(hours, { seat: 'reeve', type: 'send', letter, id });
const reply = { utility: 50, by: ['wire'] };
const idle = { utility: -50, by: ['wire'] };

describe('R9: an act', () => {
  test('R12: is open where its guard holds over the picture, and not while it is being done', () => {
    const scene = history({ nothing: 0, 'act close': 60 });
    // Ordered at 3, done at 8, known at 9: from then on the bridge is known to be closed.
    expect(open(scene, 'act close')).toEqual([3]);
    expect(changes(scene, 'act').map(({ hour, status }) => [hour, status])).toEqual([
      [3, 'ordered'],
      [3, 'under way'],
      [8, 'completed'],
    ]);
    expect(refusals(scene, 'mayor')).toEqual([]);
  });

  test('R9: is being done until its orderer hears that it failed', () => {
    const scene = history({ nothing: 0, 'act fail': 60 }, [], { drawsLast: 1, every: 0.5 });
    expect(open(scene, 'act fail').slice(0, 3)).toEqual([3, 4, 5]);
    expect(
      heard(scene, 'mayor', 'act')
        .map(({ hour, status }) => [hour, status])
        .slice(0, 2),
    ).toEqual([
      [3, 'ordered'],
      [4, 'failed'],
    ]);
  });

  test('R9: or, where nobody reports it, until it is completed: its orderer knows', () => {
    const scene = history({ nothing: 0, 'act open_bridge': 60 }, [], { drawsLast: 3 });
    expect(open(scene, 'act open_bridge').length).toBe(16);
    expect(
      heard(scene, 'mayor', 'act')
        .map(({ status }) => status)
        .slice(0, 2),
    ).toEqual(['ordered', 'completed']);
  });
});

describe('R16: replies', () => {
  test('R16: are weighed from the reading of an offer until it is answered, and name it', () => {
    const scene = history({ nothing: 0, accept: { ...reply, when: ['gt', 'hours', 7] } }, [
      send(1, 'second'),
    ]);
    expect(open(scene, 'accept')).toEqual([9]);
    expect(offerCourse(scene, 'second')).toEqual(['open', 'accepted']);
    const [accepted] = heard(scene, 'reeve', 'dispatch');
    expect(accepted!.dispatch).toMatchObject({ answer: 'accept', repliesTo: 'second' });
    expect(obligationCourse(scene, 'second:give1')).toEqual(['owed']);
  });

  test('R16: not of an offer that has lapsed, or that its reader knows to be withdrawn', () => {
    expect(open(history({ nothing: 50, decline: idle }, [send(1, 'first')]), 'decline')).toEqual([
      3, 6, 9, 12,
    ]);
    const withdrawn = [
      send(1, 'second'),
      order(6, {
        seat: 'reeve',
        type: 'answer',
        offer: 'second',
        answer: 'withdraw',
        by: ['ferry'],
      }),
    ];
    expect(open(history({ nothing: 50, decline: idle }, withdrawn), 'decline')).toEqual([3, 6, 9]);
  });

  test('R16: of the letters that they are for, each with a draw of its own', () => {
    const scene = history({ nothing: 0, 'accept second': reply, 'leave first': { utility: 40 } }, [
      send(0, 'first'),
      send(1, 'second'),
    ]);
    expect(meetings(scene)[0]).toMatchObject({ chosen: 'accept second' });
    expect(meetings(scene)[1]).toMatchObject({ chosen: 'leave first' });
    expect(offerCourse(scene, 'first')).toEqual(['open', 'lapsed']);
  });

  test('R16: a decline and a counter-offer answer it too; a counter-offer is an offer of its own', () => {
    const declined = history({ nothing: 0, decline: reply }, [send(1, 'second')]);
    expect(offerCourse(declined, 'second')).toEqual(['open', 'declined']);
    const countered = history({ nothing: 0, 'counter second with answer': reply }, [
      send(1, 'second'),
    ]);
    expect(offerCourse(countered, 'second')).toEqual(['open', 'countered']);
    const [counter] = heard(countered, 'reeve', 'dispatch');
    expect(counter!.dispatch).toMatchObject({ name: 'answer', repliesTo: 'second' });
    expect(offerCourse(countered, counter!.dispatch.id)).toEqual(['open']);
  });

  test('R7: what is left unanswered rests until the end of that period', () => {
    const scene = history(
      { nothing: 0, leave: { utility: 50 }, accept: idle },
      [send(0, 'second')],
      {
        drawsLast: 12,
      },
    );
    const weighed = open(scene, 'accept');
    const gaps = weighed.slice(2).map((hour, i) => hour - weighed[i + 1]!);
    expect(new Set(gaps)).toEqual(new Set([12]));
    expect(open(scene, 'leave')).toEqual(weighed);
    expect(changes(scene, 'decision')).toEqual([]);
  });

  test('R18: a public answer is heard by everybody', () => {
    const scene = history({ nothing: 0, accept: { utility: 50, by: ['crier'] } }, [
      send(1, 'second'),
    ]);
    for (const seat of ['reeve', 'miller']) {
      expect(heard(scene, seat, 'dispatch').map(({ dispatch }) => dispatch.answer)).toContain(
        'accept',
      );
    }
  });
});

describe('R17: an own offer', () => {
  const taken = order(7, {
    seat: 'reeve',
    type: 'answer',
    offer: 'o',
    answer: 'accept',
    by: ['ferry'],
  });
  const offered = order(0, { seat: 'mayor', type: 'send', letter: 'answer', id: 'o' });

  test('R17: can be withdrawn while it stands, once', () => {
    const scene = history({ nothing: 0, withdraw: reply }, [offered]);
    expect(open(scene, 'withdraw')).toEqual([3]);
    expect(offerCourse(scene, 'o')).toEqual(['open', 'withdrawn']);
  });

  test('R17: not when its acceptance has been read', () => {
    const scene = history({ nothing: 50, withdraw: idle }, [offered, taken]);
    expect(open(scene, 'withdraw')).toEqual([3, 6, 9]);
    expect(offerCourse(scene, 'o')).toEqual(['open', 'accepted']);
  });

  test.each([
    ['honour', ['open', 'contested', 'honoured'], 1],
    ['repudiate', ['open', 'contested', 'repudiated'], 0],
  ] as const)('R17: contested, it can be decided: %s', (key, course, obligations) => {
    const late = { utility: 50, by: ['ferry'], when: ['eq', 'hours', 6] } as const;
    const scene = history({ nothing: 0, withdraw: late, [key]: reply }, [offered, taken]);
    // Withdrawn at 6, read at 10; accepted at 7, which is read at 11.
    expect(open(scene, key)).toEqual([12]);
    expect(offerCourse(scene, 'o')).toEqual(course);
    const made = changes(scene, 'obligation').filter(({ status }) => status === 'owed');
    expect(made.length).toBe(obligations);
  });
});

describe('R9: a consent', () => {
  const asked = order(0, { seat: 'reeve', type: 'act', act: 'inspect' });
  const statuses = (scene: ReturnType<typeof history>) =>
    changes(scene, 'act').map(({ hour, status }) => [hour, status]);

  test('R9: is weighed from the reading of the request, and given over its route', () => {
    const scene = history({ nothing: 0, 'consent inspect': reply }, [asked]);
    expect(open(scene, 'consent inspect')).toEqual([3]);
    expect(statuses(scene)).toEqual([
      [0, 'awaiting consent'],
      [4, 'ordered'],
      [4, 'under way'],
      [4, 'completed'],
    ]);
  });

  test('R9: or refused, or spoken', () => {
    const refused = history({ nothing: 0, 'refuse inspect': { utility: 50 } }, [asked]);
    expect(statuses(refused)).toEqual([
      [0, 'awaiting consent'],
      [3, 'refused'],
    ]);
    expect(open(refused, 'refuse inspect')).toEqual([3]);
  });
});
