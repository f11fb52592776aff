import { expect, test } from 'vitest';
import { nameText, personOrBody } from './names.js';

test.each([
  ['Charles S. Sampson', 'Sampson', 'Charles S.'],
  ['Glenn W. LaFantasie', 'LaFantasie', 'Glenn W.'],
  ['R.S. Norris', 'Norris', 'R.S.'],
  ['John van der Meer', 'van der Meer', 'John'],
  ['Norris, R. S.', 'Norris', 'R. S.'],
  ['Raúl Castro-Ruz', 'Castro-Ruz', 'Raúl'],
])('%s is a person: family %s, given %s', (printed, family, given) => {
  expect(personOrBody(printed)).toEqual({ family, given });
});

test('a suffix is no family name', () => {
  const king = { family: 'King', given: 'Martin Luther', suffix: 'Jr.' };
  expect(personOrBody('Martin Luther King Jr.')).toEqual(king);
  expect(personOrBody('Martin Luther King, Jr.')).toEqual(king);
  expect(nameText(king)).toBe('Martin Luther King Jr.');
});

test.each([
  'National Security Archive',
  'Embassy in the Soviet Union',
  'Department of State',
  'Chairman Khrushchev',
  'President Kennedy',
  'CNB',
  'Khrushchev',
  'Department of State, Washington',
  'one, two, three',
  'x'.repeat(400),
])('%.40s stays as printed', (printed) => {
  expect(personOrBody(printed)).toEqual({ literal: printed });
});
