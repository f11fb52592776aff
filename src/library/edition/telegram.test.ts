import { describe, expect, test } from 'vitest';
import { carriedLetter, telegramNumber } from './telegram.js';

describe('the opening of a telegram', () => {
  test.each([
    ['1101. Policy.', '1101'],
    ['Tosec 121. Eyes only.', 'Tosec 121'],
    ['54. For Ambassador.', '54'],
    ['DEAR MR. PRESIDENT: 12. Rope', null],
    ['1962 was a year', null],
  ])('%s has the number %s', (opening, number) => {
    expect(telegramNumber(opening)).toBe(number);
  });

  test.each([
    ['Following letter to President Hale from Orlov handed me today.', 'Orlov'],
    ['Following message to Orlov from the President.', 'President'],
    ['Please pass following Presidential message to Orlov and Reed.', 'President'],
    ['Translation of message sent by Orlov and Reed via cable.', 'Orlov and Reed'],
    ['Message sent December 30 by telegram from President Hale to Orlov.', 'President Hale'],
    ['Translation follows of Orlov’s letter of October 23 to President.', 'Orlov'],
    ['Following letter addressed by the President to Chairman Orlov.', 'President'],
    ['Following is text President’s reply to Orlov letter of October 28.', 'President'],
    [
      'Text of joint letter from President and Prime Minister Reed:',
      'President and Prime Minister Reed',
    ],
    ['Reply from Hale to Orlov’s letter of February 21.', 'Hale'],
    ['Text of message for Quill to deliver to Orlov:', null],
    ['For Reed from Quill.', null],
    ['Orlov telephoned from the river. The letter was long.', null],
  ])('%s carries the letter of %s', (opening, whose) => {
    expect(carriedLetter(opening)).toBe(whose);
  });
});
