import { expect, test } from 'vitest';
import { missingOptionals } from './complete-lockfile.mjs';

test('an optional package counts as held at the top or under its owner, else as missing', () => {
  const optionalDependencies = { top: '1.0.0', nested: '2.0.0', 'tool-linux-x64': '3.0.0' };
  const packages = {
    'node_modules/tool': { optionalDependencies, dev: true },
    'node_modules/top': {},
    'node_modules/tool/node_modules/nested': {},
  };
  const missing = [{ name: 'tool-linux-x64', version: '3.0.0', dev: true }];
  expect(missingOptionals({ packages })).toEqual(missing);
});
