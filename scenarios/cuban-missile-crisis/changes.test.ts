import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { History } from '../../src/core/history/event.js';
import { runHistory } from '../../src/core/run.js';
import { compileWithDoctrines } from '../../src/doctrine/compile-doctrines.js';
import { brokenInvariants } from '../../src/scenario/program-invariants.js';
import { planRun } from '../../src/simulate/run-plan.js';

const FILES = ['scenario.yaml', 'record.yaml', 'sources.yaml', 'doctrines.yaml'].map(
  (name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')] as const,
);

function compiled() {
  const result = compileWithDoctrines('cuban-missile-crisis', new Map(FILES));
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.program;
}

const program = compiled();
const until = program.closes;
/** An hour before the first letter was written. */
const BRANCH = Date.parse('1962-10-26T12:43Z');

function historyOf(changes: readonly string[], at: number | null, machine: boolean): History {
  const doctrines = machine ? [{ seat: 'kennedy', doctrine: 'fitted' }] : [];
  const plan = planRun(program, { seed: '1', record: true, doctrines, until }, { at, changes });
  if (plan.type === 'refused') throw new Error(`${plan.change}: ${plan.reason}`);
  expect(brokenInvariants(plan.options.branch?.program ?? plan.program)).toEqual([]);
  const result = runHistory(plan.program, plan.options);
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

/** When a seat read each dispatch first, by id: `1962-10-27T13:00Z`. */
function readBy(history: History, seat: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const { at, changes } of history.events) {
    for (const change of changes) {
      if (change.type !== 'delivered' || change.delivery.seat !== seat) continue;
      const { item } = change.delivery;
      if (item.type !== 'dispatch' || read.has(item.dispatch.id)) continue;
      read.set(item.dispatch.id, at);
    }
  }
  return read;
}

describe('R25: changes of the record of October 1962', () => {
  const CASES = [
    { who: 'on the record', at: null, machine: false },
    { who: 'in a branch', at: BRANCH, machine: false },
    { who: 'before a machine', at: BRANCH, machine: true },
  ];

  test.each(CASES)('the second letter arrives first: swap D015 D016, $who', ({ at, machine }) => {
    const before = readBy(historyOf([], at, machine), 'kennedy');
    const after = readBy(historyOf(['swap D015 D016'], at, machine), 'kennedy');
    expect(before.get('D015')! < before.get('D016')!).toBe(true);
    expect(after.get('D016')).toBe(before.get('D016'));
    expect(after.get('D015')! > after.get('D016')!).toBe(true);
  });

  test.each([
    ['dispatch D016 arrives never', 'lost'],
    ['dispatch D016 absent', 'absent'],
    ['dispatch D016 sent -3h', 'earlier'],
    ['dispatch D016 sent +12h', 'later'],
    ['dispatch D015 arrives at 1962-10-27T20:00Z', 'late'],
    ['incident I07 at 1962-10-28T12:00Z', 'later'],
    ['incident I07 absent', 'absent'],
    ['decision X09 at 1962-10-27T22:00Z', 'earlier'],
    ['posture P08 absent', 'absent'],
  ])('%s runs to the end of the scenario (%s)', (change) => {
    const { end } = historyOf([change], null, false);
    expect(end.at >= '1962-11-20').toBe(true);
  });
});
