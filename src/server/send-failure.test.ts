import { expect, test } from 'vitest';
import { failure } from './failure.js';
import { libraryFailure } from './rooms.js';
import { messageTo } from './send-failure.js';

const FAULT = { code: 'unreadable-library', message: 'the library in /home/ada cannot be read' };

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['192.168.1.7', false],
  ['fe80::1', false],
  [undefined, false],
])('where the library lies is told to this machine alone: to %s, %s', (address, isTold) => {
  expect(messageTo(address, libraryFailure(FAULT)).includes('/home/ada')).toBe(isTold);
});

test('what tells nothing of this machine is told to all alike', () => {
  const nothing = failure(404, 'no-such-page');
  expect(messageTo('192.168.1.7', nothing)).toBe(nothing.message);
});
