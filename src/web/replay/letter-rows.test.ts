import { describe, expect, test } from 'vitest';
import { sceneAt } from '../knowledge/scene.js';
import { at, hour, leg, letter, view } from '../sample/two-towns.js';
import { COLUMNS, rowsOf, tabText } from './letter-rows.js';
import { namesOf } from './names.js';

const LETTERS = [
  letter({ id: 'L2', sent: at(9) }),
  letter({
    id: 'L1',
    sent: at(8),
    ask: [{ who: 'southbank', says: 'open the bridge' }],
    legs: [leg({ from: 'mayor', to: 'reeve', sent: at(8), arrived: at(10) })],
  }),
];

describe('the table of dispatches', () => {
  const rows = rowsOf(
    sceneAt(view({ letters: LETTERS }), hour(24)).letters,
    namesOf(view({ letters: LETTERS })),
  );

  test('says what the drawing says, in the order of sending', () => {
    expect(rows[0]?.cells).toEqual([
      'L1',
      'Letter L1',
      'Mayor',
      'Reeve',
      'demand',
      '1 May 1900 08:00Z',
      'ferry',
      'Reeve 1 May 1900 10:00Z',
      '',
    ]);
    expect(rows.map(({ id }) => id)).toEqual(['L1', 'L2']);
  });

  test('a letter to all others is for everyone, from the first reader to the last', () => {
    const seat = { side: 'southbank', place: 'south', observer: false };
    const seats = ['mayor', 'reeve', 'clerk'].map((name) => ({ ...seat, name, title: name }));
    const toReeve = leg({ from: 'mayor', to: 'reeve', sent: at(8), arrived: at(10) });
    const clerk = { ...toReeve.to, name: 'clerk', title: 'Clerk' };
    const legs = [toReeve, { ...toReeve, to: clerk, arrived: at(12), arrivalKnown: at(12) }];
    const shown = view({
      seats,
      letters: [letter({ id: 'L3', sent: at(8), to: ['reeve', 'clerk'], public: true, legs })],
    });
    const reachedBy = (hours: number) =>
      rowsOf(sceneAt(shown, hour(hours)).letters, namesOf(shown))[0]?.cells;
    expect(reachedBy(24)?.[3]).toBe('everyone');
    expect(reachedBy(24)?.[7]).toBe('everyone, from 1 May 1900 10:00Z to 1 May 1900 12:00Z');
    expect(reachedBy(11)?.[7]).toBe('1 of 2, 1 May 1900 10:00Z');
  });

  test('copies as tab-separated text with a heading', () => {
    const lines = tabText(rows).split('\n');
    expect(lines[0]).toBe(COLUMNS.join('\t'));
    expect(lines.every((line) => line.split('\t').length === COLUMNS.length)).toBe(true);
  });
});
