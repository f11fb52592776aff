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

  test('copies as tab-separated text with a heading', () => {
    const lines = tabText(rows).split('\n');
    expect(lines[0]).toBe(COLUMNS.join('\t'));
    expect(lines.every((line) => line.split('\t').length === COLUMNS.length)).toBe(true);
  });
});
