import { describe, expect, test } from 'vitest';
import type { TimedInput } from '../state.js';
import { changes, offerCourse, order, play } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';
import { recordedLetter, recordedObligation, recordedPosture } from '../testing/small-record.js';

const MAYOR = 0;
const REEVE = 1;
const PRICE = 0;

/** The mayor's price at 10, its acceptance at 20; and the same again at 30 and 40. */
const ENTRIES = [
  recordedLetter('D0', [MAYOR, 10], [REEVE, 13], { letter: PRICE }),
  recordedLetter('D1', [REEVE, 20], [MAYOR, 23], { answers: [0, 'accept'] }),
  recordedPosture('P2', 15, { causes: [0] }),
  recordedObligation('O3', 24, { madeIn: 0 }),
  recordedObligation('O4', 25, { madeIn: 1 }),
  recordedLetter('D5', [MAYOR, 30], [REEVE, 33], { letter: PRICE }),
  recordedLetter('D6', [REEVE, 40], [MAYOR, 43], { answers: [5, 'accept'] }),
];

const SMALL: Small = {
  channels: { ferry: { delay: 3 } },
  acts: { withdraw: { by: 'reeve' } },
  letters: {
    price: { from: 'mayor', to: ['reeve'], by: ['ferry'], ask: [{ do: 'withdraw' }] },
    plea: { from: 'mayor', to: ['reeve'], by: ['ferry'], ask: [{ do: 'withdraw' }] },
  },
  entries: ENTRIES,
  closes: 72,
};

const send = (hours: number, letter = 'price'): TimedInput =>
  order(hours, { seat: 'mayor', id: `at${hours}`, type: 'send', letter });

/** What becomes of the record after the branch at 5, where the mayor leaves it. */
function course(inputs: readonly TimedInput[], small: Small = SMALL, seatsOff = ['mayor']) {
  const program = smallProgram(small);
  const branch = { at: OPENS + 5 * HOUR, program, seatsOff };
  const history = play(program, inputs, { record: true, branch });
  return {
    history,
    happened: changes(history, 'entry').map(({ entry }) => entry),
    overtaken: Object.fromEntries(
      changes(history, 'overtaken').map(({ entry, because }) => [entry, because]),
    ),
  };
}

describe('R26: a letter can stand in for one that its writer, off the record, no longer sends', () => {
  test('R26: read in time, the recorded reply is a reply to it, and takes its offer', () => {
    const { history, happened } = course([send(8)]);
    expect(happened).toEqual(['P2', 'D1', 'O4']);
    expect(offerCourse(history, 'at8')).toEqual(['open', 'accepted']);
    // The obligations of a recorded acceptance are the record's.
    expect(changes(history, 'obligation').map(({ obligation }) => obligation.id)).toEqual(['O4']);
  });

  test('R26: sent, but not read in time, the reply is overtaken; what follows sooner is too', () => {
    const { happened, overtaken } = course([send(18)]);
    expect(happened).toEqual([]);
    expect(overtaken).toMatchObject({
      P2: 'D0 has not happened',
      D1: 'D0 has not reached its reader',
      O4: 'D1 has not happened',
    });
  });

  test('R26: what is lost on the way is not read', () => {
    const { overtaken } = course([send(8)], {
      ...SMALL,
      channels: { ferry: { delay: 3, loss: 1 } },
    });
    expect(overtaken['D1']).toBe('D0 has not reached its reader');
  });

  test('R26: it makes none of the obligations that the record has of the letter', () => {
    expect(course([send(8)]).overtaken['O3']).toBe('D0 has not happened');
  });

  test('R26: one letter stands in for one, the earliest of its template', () => {
    expect(course([send(8)]).overtaken['D6']).toBe('D5 has not happened');
    expect(course([send(8), send(9)]).happened).toEqual(['P2', 'D1', 'O4', 'D6']);
  });

  test.each<[string, readonly TimedInput[], readonly string[]]>([
    ['a letter of another template', [send(8, 'plea')], ['mayor']],
    ['one sent before the branch, when its writer was on the record', [send(3)], ['mayor']],
    ['one of a seat that follows the record, whose own is sent', [send(8)], []],
  ])('R26: %s stands in for nothing', (_, inputs, seatsOff) => {
    const { history, overtaken } = course(inputs, SMALL, [...seatsOff]);
    const offer = changes(history, 'offer').filter(({ status }) => status === 'accepted');
    expect(offer.filter(({ offer }) => offer.startsWith('at'))).toEqual([]);
    expect('D1' in overtaken).toBe(seatsOff.length > 0);
  });

  test('R26: a machine in the seat is like a human there', () => {
    const doctrines = {
      mayor: {
        calm: { first: 6, every: 100, precision: 1000, options: { nothing: 0, 'send price': 1 } },
      },
    };
    const program = smallProgram({ ...SMALL, doctrines });
    const branch = { at: OPENS + 5 * HOUR, program };
    const machine = [{ seat: 'mayor', doctrine: 'calm' }];
    const history = play(program, [], { record: true, branch, doctrines: machine });
    expect(changes(history, 'entry').map(({ entry }) => entry)).toEqual(['P2', 'D1', 'O4']);
  });
});
