import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileSourceCriticism } from './compile-sources.js';
import { faultText } from './faults.js';
import { readScenarioFolder } from './folder.js';

const SHIPPED = fileURLToPath(new URL('../../scenarios', import.meta.url));

const names = readdirSync(SHIPPED).filter((name) => existsSync(`${SHIPPED}/${name}/scenario.yaml`));

test.each(names)('%s has no fault', async (name) => {
  const folder = await readScenarioFolder(`${SHIPPED}/${name}`);
  const result = folder.type === 'files' ? compileSourceCriticism(name, folder.files) : folder;
  expect(result.type === 'faulty' ? result.faults.map(faultText) : []).toEqual([]);
});
