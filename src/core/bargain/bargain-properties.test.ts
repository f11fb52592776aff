import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OfferStatus } from '../history/delivery.js';
import type { TimedInput } from '../state.js';
import { obligationCourse, offerCourse, order, play } from '../testing/given.js';
import { smallProgram } from '../testing/small-program.js';

/** One history of one offer, in quarters of an hour, so that many things fall together. */
interface Course {
  readonly offerTakes: number;
  readonly accept: number | null;
  readonly acceptTakes: number;
  readonly acceptLost: boolean;
  readonly withdraw: number | null;
  readonly withdrawTakes: number;
  readonly withdrawLost: boolean;
  readonly lapses: number | null;
  readonly decide: 'honour' | 'repudiate' | null;
  readonly decideAt: number;
}

const OFFERED = 4;

/** What happens in a course, as the rules say it and the kernel does not. */
interface Happening {
  readonly at: number;
  /**
   * Order within an instant (R3): a zero-delay consequence comes after all of the first microstep.
   */
  readonly step: number;
  /** Order within a microstep (R3): inputs, then deliveries, then deadlines. */
  readonly rank: number;
  readonly what: 'accept' | 'withdraw' | 'decide' | 'accepted' | 'withdrawn' | 'lapse';
}

/** The course of the offer by R16 and R17, from an event order of its own. */
function modelled(course: Course): OfferStatus[] {
  const queue: Happening[] = [];
  const add = (at: number | null, rank: number, what: Happening['what'], step = 0) => {
    if (at !== null) queue.push({ at, step, rank, what });
  };
  add(course.accept, 0, 'accept');
  add(course.withdraw, 0, 'withdraw');
  add(course.decide === null ? null : course.decideAt, 0, 'decide');
  add(course.lapses === null ? null : OFFERED + course.lapses, 9, 'lapse');
  const statuses: OfferStatus[] = ['open'];
  const read = OFFERED + course.offerTakes;
  let [acceptSent, withdrawSent, withdrawalRead] = [false, false, false];
  const status = () => statuses.at(-1)!;
  while (queue.length > 0) {
    queue.sort((a, b) => a.at - b.at || a.step - b.step || a.rank - b.rank);
    const { at, what } = queue.shift()!;
    // A delivery of the same instant as an input comes after it.
    const known = read < at;
    const lapsed = course.lapses !== null && at > OFFERED + course.lapses;
    switch (what) {
      case 'accept':
        if (!known || withdrawalRead || lapsed) break;
        acceptSent = true;
        if (!course.acceptLost)
          add(at + course.acceptTakes, 1, 'accepted', course.acceptTakes === 0 ? 1 : 0);
        break;
      case 'withdraw':
        if (at < OFFERED || status() === 'accepted') break;
        withdrawSent = true;
        if (!course.withdrawLost)
          add(at + course.withdrawTakes, 1, 'withdrawn', course.withdrawTakes === 0 ? 1 : 0);
        break;
      case 'withdrawn':
        withdrawalRead = true;
        if (status() === 'open' && !acceptSent) statuses.push('withdrawn');
        break;
      case 'accepted':
        if (status() === 'open') statuses.push(withdrawSent ? 'contested' : 'accepted');
        break;
      case 'decide':
        if (status() !== 'contested') break;
        statuses.push(course.decide === 'honour' ? 'honoured' : 'repudiated');
        break;
      case 'lapse':
        if (status() === 'open') statuses.push('lapsed');
    }
  }
  return statuses;
}

function scripted(course: Course) {
  const way = (quarters: number, lost: boolean) => ({ delay: quarters / 4, loss: lost ? 1 : 0 });
  const program = smallProgram({
    channels: {
      offering: way(course.offerTakes, false),
      accepting: way(course.acceptTakes, course.acceptLost),
      withdrawing: way(course.withdrawTakes, course.withdrawLost),
    },
    acts: { open: { by: 'reeve' } },
    letters: {
      offer: {
        from: 'mayor',
        to: ['reeve'],
        by: ['offering'],
        ask: [{ do: 'open' }],
        ...(course.lapses === null ? {} : { lapses: course.lapses / 4 }),
      },
    },
  });
  const answer = (
    at: number | null,
    seat: string,
    answer: 'accept' | 'withdraw' | 'honour' | 'repudiate',
    by: string,
  ): TimedInput[] =>
    at === null ? [] : [order(at / 4, { seat, type: 'answer', offer: 'offer', answer, by: [by] })];
  return play(program, [
    order(OFFERED / 4, { seat: 'mayor', id: 'offer', type: 'send', letter: 'offer' }),
    ...answer(course.accept, 'reeve', 'accept', 'accepting'),
    ...answer(course.withdraw, 'mayor', 'withdraw', 'withdrawing'),
    ...(course.decide === null
      ? []
      : answer(course.decideAt, 'mayor', course.decide, 'withdrawing')),
  ]);
}

const at = fc.option(fc.integer({ min: 0, max: 24 }), { nil: null, freq: 8 });
const takes = fc.integer({ min: 0, max: 8 });
const courses: fc.Arbitrary<Course> = fc.record({
  offerTakes: fc.integer({ min: 0, max: 3 }),
  accept: at,
  acceptTakes: takes,
  acceptLost: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  withdraw: at.map((t) => (t === null || t === OFFERED ? null : t)),
  withdrawTakes: takes,
  withdrawLost: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  lapses: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null, freq: 2 }),
  decide: fc.constantFrom('honour', 'repudiate', null),
  decideAt: fc.integer({ min: 10, max: 36 }),
});

test('R16, R17: an offer goes as a little model of the order of events says', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(courses, (course) => {
      const history = scripted(course);
      const expected = modelled(course);
      expect(offerCourse(history, 'offer')).toEqual(expected);
      const binds = expected.includes('accepted') || expected.includes('honoured');
      expect(obligationCourse(history, 'offer:ask1')).toEqual(binds ? ['owed'] : []);
      const last = expected.at(-1)!;
      seen.set(last, (seen.get(last) ?? 0) + 1);
    }),
    { seed: 1617, numRuns: 3000, endOnFailure: true },
  );
  // The cases are worth something only if each way of ending is among them.
  for (const status of [
    'open',
    'accepted',
    'withdrawn',
    'lapsed',
    'contested',
    'honoured',
    'repudiated',
  ]) {
    expect(seen.get(status) ?? 0, status).toBeGreaterThan(20);
  }
});
