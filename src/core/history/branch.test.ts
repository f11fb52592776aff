import { describe, expect, test } from 'vitest';
import type { History } from './event.js';
import type { Program } from '../program.js';
import type { Entry } from '../parts/record.js';
import { runHistory } from '../run.js';
import type { TimedInput } from '../state.js';
import { without } from '../without.js';
import { changes, firings, heard, hour, offerCourse, order, play, told } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';
import {
  learned,
  recordedAt,
  recordedDispute,
  recordedIncident,
  recordedLeg,
  recordedLetter,
  recordedObligation,
  recordedPosture,
} from '../testing/small-record.js';

const [MAYOR, REEVE] = [0, 1];

/** Letters cross, a shot is fired and told of, an obligation is made, kept and argued about. */
const ENTRIES: readonly Entry[] = [
  recordedLetter('D0', [MAYOR, 1], [REEVE, 4], {
    terms: {
      give: [],
      ask: [clause(1)],
      linkage: [],
      refuses: [],
      lapses: -1,
    },
  }),
  recordedLetter('D1', [REEVE, 6], [MAYOR, 9], { answers: [0, 'accept'] }),
  recordedIncident('I2', 12, {
    set: [{ track: 0, value: { type: 'number', value: 1 } }],
    learn: [learned(MAYOR, 13), learned(REEVE, 23, 3)],
    standsFor: 0,
  }),
  recordedLetter('D3', [MAYOR, 20], [REEVE, 23]),
  recordedLetter('D4', [REEVE, 25], [MAYOR, 28], { answers: [3, 'none'] }),
  recordedPosture('P5', 26, { causes: [4] }),
  recordedObligation('O6', 30, { madeIn: 1, performed: recordedAt(40), verified: recordedAt(50) }),
  recordedDispute('C7', 45, { obligation: 6, closed: recordedAt(60) }),
];

function clause(who: number) {
  return {
    who,
    act: 0,
    says: 'withdraw',
    within: -1,
    by: null,
    verified: -1,
    condition: null,
    covers: [],
    arguably: [],
    strength: '',
  };
}

const SMALL: Small = {
  tracks: { fear: { count: [0, 9], starts: 0 } },
  channels: { ferry: { delay: 3 } },
  acts: { withdraw: { by: 'reeve' } },
  incidents: { shot: { rate: 1 / (4 * HOUR), learn: { reeve: 'ferry' } } },
  routines: { market: { first: 5, every: 10, set: { fear: ['add', 'fear', 1] } } },
  unknowns: { kappa: { type: 'uniform', low: 0, high: 1 } },
};

const program = smallProgram({ ...SMALL, entries: ENTRIES });

function changed(entry: number, change: Partial<Entry>): Program {
  const entries = ENTRIES.map((e, i) => (i === entry ? ({ ...e, ...change } as Entry) : e));
  return { ...program, entries };
}

interface BranchWords {
  readonly at: number;
  readonly program?: Program;
  readonly keep?: readonly string[];
  readonly seatsOff?: readonly string[];
  readonly inputs?: readonly TimedInput[];
}

function branched({ at, inputs = [], ...rest }: BranchWords): History {
  const branch = { program, ...rest, at: OPENS + at * HOUR };
  return play(program, inputs, { record: true, branch });
}

function overtaken(history: History) {
  return changes(history, 'overtaken').map(({ entry, because }) => [entry, because]);
}

const record = play(program, [], { record: true });
const eventsBefore = (history: History, at: number) =>
  history.events.filter((event) => event.at < hour(at)).map((event) => without(event, 'hash'));

describe('R26: the record is a script of entries', () => {
  test('R26: it happens as recorded, and no chance and no calendar beside it', () => {
    expect(overtaken(record)).toEqual([]);
    expect(changes(record, 'entry').map(({ hour, entry }) => [hour, entry])).toEqual([
      [1, 'D0'],
      [6, 'D1'],
      [12, 'I2'],
      [20, 'D3'],
      [25, 'D4'],
      [26, 'P5'],
      [30, 'O6'],
      [45, 'C7'],
    ]);
    expect(firings(record, 'shot')).toEqual([]);
    expect(changes(record, 'track').map(({ hour }) => hour)).toEqual([12]);
  });

  test('R2: what a seat learned keeps its recorded interval', () => {
    const [letter] = told(record, 'reeve').filter(({ item }) => item.type === 'dispatch');
    expect(letter!.learned).toMatchObject({ placed: hour(4), precision: 'minute', place: 'here' });
    expect(letter!.learned.latest).toBe(hour(4 + 59_999 / HOUR));
  });

  test('R11: news of an entry carries its tracks as of the event, brought by a letter', () => {
    expect(told(record, 'reeve').filter(({ item }) => item.type === 'report')).toMatchObject([
      {
        broughtBy: 'D3',
        learned: { placed: hour(23) },
        item: { of: { id: 'I2' }, occurred: { placed: hour(12) }, tracks: [{ value: 1 }] },
      },
    ]);
  });

  test('R26: a recorded bargain takes effect by its entries', () => {
    expect(offerCourse(record, 'D0')).toEqual(['open', 'accepted']);
    expect(changes(record, 'obligation').map(({ hour, status }) => [hour, status])).toEqual([
      [30, 'owed'],
      [40, 'performed'],
      [45, 'disputed'],
      [50, 'verified'],
    ]);
    expect(changes(record, 'dispute').map(({ hour, status }) => [hour, status])).toEqual([
      [45, 'opened'],
      [60, 'settled'],
    ]);
  });

  test('R14: a text placed ahead leaves before its nominal hour', () => {
    const early = recordedLetter('D0', [MAYOR, 10], [REEVE, 10], {
      legs: [recordedLeg([MAYOR, 3], [REEVE, 10])],
    });
    const history = play(smallProgram({ ...SMALL, entries: [early] }), [], { record: true });
    expect(changes(history, 'entry')).toMatchObject([{ hour: 3 }]);
    expect(changes(history, 'dispatch')[0]!.dispatch.sent.placed).toBe(hour(10));
    expect(heard(history, 'reeve', 'dispatch')).toMatchObject([{ hour: 10 }]);
  });

  test('R11: no entry at the opening changes what the seats are told by it', () => {
    const first = recordedIncident('A0', 0, {
      set: [{ track: 0, value: { type: 'number', value: 7 } }],
    });
    const history = play(smallProgram({ ...SMALL, entries: [first] }), [], { record: true });
    expect(heard(history, 'mayor', 'opening')[0]!.tracks).toEqual([{ track: 'fear', value: 0 }]);
  });
});

describe('R26: an entry whose guard fails or whose cause is missing is overtaken', () => {
  const NEVER = { type: 'number', value: 0 } as const;

  test('R26: a false guard overtakes, and what hangs on the entry with it', () => {
    const history = play(changed(1, { guard: NEVER }), [], { record: true });
    expect(overtaken(history)).toEqual([
      ['D1', 'its condition does not hold'],
      ['O6', 'D1 has not happened'],
      ['C7', 'O6 has not happened'],
    ]);
    expect(changes(history, 'obligation')).toEqual([]);
  });

  test('R26: a reply to a letter that was not sent, and what follows the reply', () => {
    const history = play(changed(3, { guard: NEVER }), [], { record: true });
    expect(overtaken(history)).toEqual([
      ['D3', 'its condition does not hold'],
      ['D4', 'D3 has not happened'],
      ['P5', 'D4 has not happened'],
    ]);
    // Nor is the news learned that the letter would have brought.
    expect(heard(history, 'reeve', 'report')).toEqual([]);
  });

  test.each([
    ['lost on the way', { legs: [recordedLeg([MAYOR, 20], [REEVE, 23], { lost: true })] }],
    ['late', { legs: [recordedLeg([MAYOR, 20], [REEVE, 25.5])] }],
  ])('R26: a reply to a letter that was %s', (_, change) => {
    const history = branched({ at: 15, program: changed(3, change) });
    expect(overtaken(history)).toEqual([
      ['D4', 'D3 has not reached its reader'],
      ['P5', 'D4 has not happened'],
    ]);
  });

  test.each(['hold', 'lose'] as const)(
    'R26: a reply to a letter on which control laid hands: %s',
    (type) => {
      const history = branched({
        at: 15,
        inputs: [order(21, { seat: 'control', type, dispatch: 'D3' })],
      });
      expect(overtaken(history)[0]).toEqual(['D4', 'D3 has not reached its reader']);
    },
  );

  test('R14: a leg does not arrive whose forerunner is lost', () => {
    const legs = [
      recordedLeg([MAYOR, 20], [MAYOR, 21], { to: { type: 'relay', relay: 0 }, lost: true }),
      recordedLeg([MAYOR, 21], [REEVE, 23], { from: { type: 'relay', relay: 0 } }),
    ];
    const small = smallProgram({ ...SMALL, relays: { embassy: 'south' }, entries: ENTRIES });
    const entries = ENTRIES.map((e, i) => (i === 3 ? ({ ...e, legs } as Entry) : e));
    const history = play({ ...small, entries }, [], { record: true });
    expect(heard(history, 'reeve', 'dispatch').map(({ dispatch }) => dispatch.id)).toEqual(['D0']);
  });
});

describe('R25: a branch is a prefix plus stated changes', () => {
  const ends = branched({ at: 24.5 });

  test('R25: all before it is the same, to the byte', () => {
    expect(eventsBefore(ends, 24.5)).toEqual(eventsBefore(record, 24.5));
    const late = changed(3, { legs: [recordedLeg([MAYOR, 20], [REEVE, 40])] });
    expect(eventsBefore(branched({ at: 22, program: late }), 22)).toEqual(eventsBefore(record, 22));
  });

  test('R25: with nothing changed, nothing dropped and no chance it is the same to its end', () => {
    const still = smallProgram({
      ...SMALL,
      incidents: { shot: { rate: 0 } },
      routines: {},
      entries: ENTRIES,
    });
    const plain = play(still, [], { record: true });
    for (const at of [0, 4, 12, 22, 30, 45]) {
      const branch = { at: OPENS + at * HOUR, program: still, keep: at <= 12 ? ['I2'] : [] };
      const same = play(still, [], { record: true, branch });
      expect(eventsBefore(same, 1000)).toEqual(eventsBefore(plain, 1000));
      expect(same.end.stateHash).toBe(plain.end.stateHash);
    }
  });

  test('R25: what stands at the very instant of the branch is as changed', () => {
    const set = [{ track: 0, value: { type: 'number', value: 5 } as const }];
    const history = branched({ at: 12, keep: ['I2'], program: changed(2, { set }) });
    expect(changes(history, 'track').find(({ hour }) => hour === 12)).toMatchObject({ to: 5 });
  });

  test('R26: mail under way arrives as recorded', () => {
    expect(heard(branched({ at: 2 }), 'reeve', 'dispatch')[0]).toMatchObject({ hour: 4 });
    const off = branched({ at: 2, seatsOff: ['mayor', 'reeve'] });
    expect(heard(off, 'reeve', 'dispatch').map(({ hour }) => hour)).toEqual([4]);
  });

  test('R25: unless the arrival itself is what is changed', () => {
    const late = changed(3, { legs: [recordedLeg([MAYOR, 20], [REEVE, 24])] });
    expect(heard(branched({ at: 22, program: late }), 'reeve', 'dispatch')[1]).toMatchObject({
      hour: 24,
    });
  });

  test('R26: seats not named stay on the record, those named leave it', () => {
    const sent = (history: History) => changes(history, 'entry').map(({ entry }) => entry);
    expect(sent(branched({ at: 2 }))).toContain('D1');
    const off = branched({ at: 2, seatsOff: ['reeve'] });
    expect(sent(off)).not.toContain('D1');
    expect(sent(off)).toContain('D3');
    expect(overtaken(off)).toContainEqual(['O6', 'D1 has not happened']);
  });

  test('R26: recorded incidents are dropped unless kept by id', () => {
    const kept = (keep: readonly string[]) =>
      changes(branched({ at: 2, keep }), 'entry').some(({ entry }) => entry === 'I2');
    expect(kept([])).toBe(false);
    expect(kept(['I2'])).toBe(true);
  });

  test('R26: chance and the calendar are back after the branch', () => {
    const history = branched({ at: 2 });
    expect(firings(history, 'shot').length).toBeGreaterThan(0);
    expect(changes(history, 'track').map(({ hour }) => hour)).toContain(5);
  });

  test('R26: while an entry is pending, the random trigger of the same thing is off', () => {
    const free = firings(branched({ at: 2 }), 'shot');
    expect(free[0]).toBeLessThan(12);
    const held = firings(branched({ at: 2, keep: ['I2'] }), 'shot');
    expect(held[0]).toBeGreaterThan(12);
    // Frozen, never redrawn: the same gap runs from hour 12 instead of hour 2 (R6).
    expect(held[0]! - 12).toBeCloseTo(free[0]! - 2, 5);
  });

  test('R26: and is free at once where the branch takes the entry out', () => {
    const never = { type: 'number', value: 0 } as const;
    const absent = { guard: never, standsFor: -1 };
    const history = branched({ at: 2, keep: ['I2'], program: changed(2, absent) });
    expect(firings(history, 'shot')).toEqual(firings(branched({ at: 2 }), 'shot'));
    expect(overtaken(history)).toContainEqual(['I2', 'its condition does not hold']);
  });

  test('R25: draws that both branches use are shared', () => {
    const a = play(program, [], { record: false });
    const slow = {
      ...program,
      channels: smallProgram({ ...SMALL, channels: { ferry: { delay: 9 } } }).channels,
    };
    const branch = { at: OPENS + 30 * HOUR, program: slow };
    const b = play(program, [], { record: false, branch });
    expect(firings(b, 'shot')).toEqual(firings(a, 'shot'));
    const delays = heard(b, 'reeve', 'report').map(
      ({ hour, occurred }) => hour - (Date.parse(occurred.placed) - OPENS) / HOUR,
    );
    expect(new Set(delays.map(Math.round))).toEqual(new Set([3, 9]));
  });

  test('R25: a changed prior holds from the branch on, under the same draw', () => {
    const price = (program: Program) =>
      ({
        ...program,
        endings: [
          {
            name: 'end',
            title: 'end',
            silences: [],
            when: { type: 'gt', a: { type: 'track', track: 0 }, b: { type: 'number', value: 3 } },
          },
        ],
        seats: program.seats.map((seat) => ({ ...seat, value: { type: 'unknown', unknown: 0 } })),
      }) as Program;
    const truth = (history: History) => changes(history, 'judgement')[0]!.truth;
    const base = price(program);
    const doubled = {
      ...base,
      unknowns: [{ ...base.unknowns[0]!, prior: { type: 'uniform', low: 0, high: 2 } as const }],
    };
    const plain = truth(play(base, [], { record: false }));
    const branch = { at: OPENS + 12 * HOUR, program: doubled };
    expect(truth(play(base, [], { record: false, branch }))).toBeCloseTo(2 * plain, 12);
  });

  test.each<[string, BranchWords]>([
    ['the past cannot be changed', { at: 22, program: changed(0, { title: 'x' }) }],
    [
      'nor can an arrival that has been',
      { at: 24, program: changed(3, { legs: [recordedLeg([MAYOR, 20], [REEVE, 40])] }) },
    ],
    [
      'nor a thing be put into the past',
      {
        at: 22,
        program: changed(4, {
          time: recordedAt(5),
          legs: [recordedLeg([REEVE, 5], [MAYOR, 28])],
        }),
      },
    ],
    ['nor a dropped incident be changed', { at: 2, program: changed(2, { text: 'x' }) }],
    [
      'nor a performance that has been',
      { at: 45, program: changed(6, { performed: recordedAt(46) }) },
    ],
    [
      'nor the opening',
      { at: 2, program: { ...program, tracks: [{ ...program.tracks[0]!, starts: 5 }] } },
    ],
    ['only incidents are kept', { at: 2, keep: ['D1'] }],
    ['that stand after the branch', { at: 13, keep: ['I2'] }],
    ['only seats leave the record', { at: 2, seatsOff: ['miller'] }],
    ['a branch lies inside the scenario', { at: 9999 }],
  ])('R25: a change that can never apply is an error: %s', (_, { at, ...rest }) => {
    const branch = { program, ...rest, at: OPENS + at * HOUR };
    const result = runHistory(program, { seed: 'a', record: true, branch });
    expect(result).toMatchObject({ type: 'fault', code: 'bad-branch' });
  });
});

describe('R26: seats are interchangeable', () => {
  const orders: Record<string, TimedInput> = {
    accept: order(5, {
      seat: 'reeve',
      type: 'answer',
      offer: 'D0',
      answer: 'accept',
      by: ['ferry'],
    }),
    withdraw: order(5, {
      seat: 'mayor',
      type: 'answer',
      offer: 'D0',
      answer: 'withdraw',
      by: ['ferry'],
    }),
  };

  test('R26: a human takes the seat, and what the record sent it can be answered', () => {
    const history = branched({ at: 4.5, seatsOff: ['reeve'], inputs: [orders['accept']!] });
    expect(offerCourse(history, 'D0')).toEqual(['open', 'accepted']);
    expect(changes(history, 'obligation').map(({ obligation }) => obligation.id)).toEqual([
      'D0:ask1',
    ]);
  });

  test('R17: a recorded acceptance and the withdrawal of a human can cross', () => {
    const late = { ...orders['withdraw']!, at: hour(7) };
    const history = branched({ at: 6.5, inputs: [late] });
    expect(offerCourse(history, 'D0')).toEqual(['open', 'contested']);
  });

  test('R17: so can a recorded withdrawal and the acceptance of a human', () => {
    const entries = [
      ENTRIES[0]!,
      recordedLetter('D1', [MAYOR, 6], [REEVE, 9], { answers: [0, 'withdraw'] }),
      recordedLetter('D2', [MAYOR, 12], [REEVE, 14], { answers: [0, 'honour'] }),
    ];
    const small = smallProgram({ ...SMALL, entries });
    const branch = { at: OPENS + 4.5 * HOUR, program: small, seatsOff: ['reeve'] };
    const history = play(small, [{ ...orders['accept']!, at: hour(8) }], { record: true, branch });
    expect(offerCourse(history, 'D0')).toEqual(['open', 'contested', 'honoured']);
  });
});
