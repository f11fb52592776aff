import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { faultText } from '../scenario/faults.js';
import { readScenarioFolder } from '../scenario/folder.js';
import { brokenInvariants } from '../scenario/program-invariants.js';
import { compileWithDoctrines } from './compile-doctrines.js';

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));
const shipped = readdirSync(SCENARIOS).filter((id) =>
  existsSync(`${SCENARIOS}/${id}/scenario.yaml`),
);

test.each(shipped)('%s has a line-up of doctrines, and no fault', async (id) => {
  const folder = await readScenarioFolder(`${SCENARIOS}/${id}`);
  const result = folder.type === 'files' ? compileWithDoctrines(id, folder.files) : folder;
  expect(result.type === 'faulty' ? result.faults.map(faultText) : []).toEqual([]);
  if (result.type === 'faulty') return;
  expect(brokenInvariants(result.program)).toEqual([]);
  expect(result.program.lineup.doctrines.length).toBeGreaterThan(1);
});
