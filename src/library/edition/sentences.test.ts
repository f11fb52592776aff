import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.js';

test.each([
  ['A rope. A bridge.', ['A rope.', 'A bridge.']],
  [
    'Mr. Orlov met U. Alexis Pell, Jr. in the U.S. Embassy. He left.',
    ['Mr. Orlov met U. Alexis Pell, Jr. in the U.S. Embassy.', 'He left.'],
  ],
  ['See vol. V, pp. 3-4. Secret.', ['See vol. V, pp. 3-4.', 'Secret.']],
  [
    'Passed at 11:05 a.m. October 23. It rained.',
    ['Passed at 11:05 a.m. October 23.', 'It rained.'],
  ],
  ['It came at 4 p.m. The river rose.', ['It came at 4 p.m.', 'The river rose.']],
  ['It came at 4 p.m. Moscow time.', ['It came at 4 p.m. Moscow time.']],
  [
    'He said “so.” (Memorandum; ibid.) Then he went.',
    ['He said “so.”', '(Memorandum; ibid.)', 'Then he went.'],
  ],
  ['', []],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
