import { expect, test } from 'vitest';
import { sentence } from './sentence.js';

test('a message of the server becomes a sentence, and a sentence stays one', () => {
  expect(sentence('the file is empty; there is nothing to import')).toBe(
    'The file is empty; there is nothing to import.',
  );
  expect(sentence('The server does not answer.')).toBe('The server does not answer.');
});
