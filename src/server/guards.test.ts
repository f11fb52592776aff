import { describe, expect, test } from 'vitest';
import { isOwnHost } from './guards.js';

describe('the host that a request is for', () => {
  test.each([
    ['127.0.0.1', 'localhost:1962', true],
    ['127.0.0.1', '192.168.1.7:1962', false],
    ['localhost', '192.168.1.7', false],
    ['0.0.0.0', '192.168.1.7:1962', true],
    ['0.0.0.0', '[fe80::1]:1962', true],
    ['0.0.0.0', 'evil.example', false],
    ['crisis.local', 'CRISIS.local:1962', true],
    ['crisis.local', 'other.local', false],
    ['127.0.0.1', undefined, false],
    ['127.0.0.1', 'localhost:1962:evil', false],
    ['127.0.0.1', 'localhost@evil', false],
  ])('bound to %s, asked for %s: %s', (own, header, answer) => {
    expect(isOwnHost(header, own)).toBe(answer);
  });
});
