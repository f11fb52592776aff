import { describe, expect, test } from 'vitest';
import { at, hour, leg, letter, view } from '../sample/two-towns.js';
import { mailOf } from './mail.js';
import { sceneAt } from './scene.js';

const LETTERS = [
  letter({
    id: 'L1',
    sent: at(8),
    legs: [leg({ from: 'mayor', to: 'reeve', sent: at(8), arrived: at(10) })],
  }),
  letter({
    id: 'L2',
    sent: at(9),
    from: 'reeve',
    to: ['mayor'],
    legs: [leg({ from: 'reeve', to: 'mayor', sent: at(9), arrived: at(11) })],
  }),
];

function trays(as: string, hours: number): string[][] {
  const mail = mailOf(sceneAt(view({ as, letters: LETTERS }), hour(hours)), as);
  return [mail.received, mail.sent, mail.inTransit].map((letters) =>
    letters.map((item) => item.letter.id),
  );
}

describe('mail', () => {
  test('a letter lies in transit until its arrival is known', () => {
    expect(trays('mayor', 8)).toEqual([[], [], ['L1']]);
    expect(trays('mayor', 10)).toEqual([['L2'], ['L1'], []]);
  });

  test('the truth has one tray of what arrived, newest first', () => {
    expect(trays('truth', 9)).toEqual([[], [], ['L2', 'L1']]);
    expect(trays('truth', 12)).toEqual([['L2', 'L1'], [], []]);
  });
});
