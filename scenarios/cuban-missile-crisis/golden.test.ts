import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createKernel, runHistory } from '../../src/core/run.js';
import { historyText } from '../../src/core/testing/history-text.js';
import { compileScenario } from '../../src/scenario/compile.js';

/*
 * The whole record, event by event, as golden/record.txt says. After a change that is meant:
 * npx vitest run scenarios/cuban-missile-crisis/golden.test.ts -u, and read the difference.
 */

function compiled() {
  const names = ['scenario.yaml', 'record.yaml', 'sources.yaml'];
  const files = new Map(
    names.map((name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')]),
  );
  const result = compileScenario('cuban-missile-crisis', files);
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.program;
}

const program = compiled();
const options = { seed: 'record', record: true } as const;

function ran() {
  const result = runHistory(program, options);
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

const history = ran();

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

test('R23: the record has the history that is expected of it', async () => {
  await expect(historyText(history.events)).toMatchFileSnapshot('golden/record.txt');
});

test('R26: nothing of it is overtaken, and its entries are these', () => {
  expect(counted(history.events.map(({ kind }) => kind))).toMatchInlineSnapshot(`
    {
      "delivery": 640,
      "entry": 128,
    }
  `);
  const entries = history.events.flatMap(({ changes }) =>
    changes.flatMap((change) => {
      if (change.type === 'overtaken') return [`overtaken ${change.entry}`];
      return change.type === 'entry' ? [change.entry.replace(/\d+$/, '')] : [];
    }),
  );
  expect(counted(entries)).toMatchInlineSnapshot(`
    {
      "C": 8,
      "D": 50,
      "I": 12,
      "O": 10,
      "P": 16,
      "X": 17,
    }
  `);
});

test('R26: no chance plays a part in it: every seed gives the same events', () => {
  const other = runHistory(program, { ...options, seed: 'another' });
  if (other.type === 'fault') throw new Error(other.message);
  expect(historyText(other.history.events)).toBe(historyText(history.events));
  expect(other.history.end.stateHash).toBe(history.end.stateHash);
});

test('R23: the state is the same with the log off', () => {
  expect(createKernel(program).run(options)).toMatchObject({ stateHash: history.end.stateHash });
});
