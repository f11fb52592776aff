import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Program } from '../core/program.js';
import type { DispatchEntry } from '../core/parts/record.js';
import { formatMinute } from '../core/time/instant.js';
import { applyChange, keptEntries } from './change.js';
import { parseChange } from './change/parse-change.js';
import { compileScenario } from './compile.js';
import { brokenInvariants } from './program-invariants.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const compiled = compileScenario(
  'two-banks',
  new Map([
    ['scenario.yaml', read('../../scenarios/two-banks/scenario.yaml')],
    ['record.yaml', read('broken/sound-record.yaml')],
    ['sources.yaml', read('broken/sound-sources.yaml')],
  ]),
);
if (compiled.type === 'faulty') throw new Error('two-banks has faults');
const { program } = compiled;

/** The program as changed, or the code and message of the fault. */
function changed(text: string): Program | string {
  const parsed = parseChange(program, text);
  if (parsed.type === 'fault') return `${parsed.code}: ${parsed.message}`;
  const result = applyChange(program, parsed.change);
  return 'code' in result ? `${result.code}: ${result.message}` : result;
}

function sound(text: string): Program {
  const result = changed(text);
  if (typeof result === 'string') throw new Error(result);
  expect(brokenInvariants(result)).toEqual([]);
  expect(structuredClone(result)).toEqual(result);
  return result;
}

function dispatch(of: Program, id: string): DispatchEntry {
  return of.entries.find((entry) => entry.id === id) as DispatchEntry;
}

const arrival = (of: Program, id: string) =>
  formatMinute(dispatch(of, id).legs.at(-1)!.arrived.placed);
const learned = (of: Program, id: string, seat: string) => {
  const index = of.seats.findIndex(({ name }) => name === seat);
  const found = of.entries
    .find((entry) => entry.id === id)!
    .learn.find((one) => one.seat === index);
  return found === undefined ? null : formatMinute(found.time.placed);
};

test('R25: a dispatch that never arrives is lost on every leg, and what it brought is not learned', () => {
  const after = sound('dispatch D1 arrives never');
  expect(dispatch(after, 'D1').legs.map(({ lost }) => lost)).toEqual([true]);
  expect(learned(program, 'I1', 'mayor')).toBe('1900-05-01T12:00Z');
  expect(learned(after, 'I1', 'mayor')).toBeNull();
});

test('R25: a dispatch arrives at another time, and the news that it brings with it', () => {
  const after = sound('dispatch D1 arrives at 1900-05-01T13:30Z');
  expect(arrival(after, 'D1')).toBe('1900-05-01T13:30Z');
  expect(learned(after, 'I1', 'mayor')).toBe('1900-05-01T13:30Z');
});

test('R25: a dispatch sent later arrives as much later', () => {
  const after = sound('dispatch D1 sent +3h');
  expect(formatMinute(dispatch(after, 'D1').time.placed)).toBe('1900-05-01T11:00Z');
  expect(arrival(after, 'D1')).toBe('1900-05-01T15:00Z');
});

test('R25: a dispatch that now comes before an event can no longer bring news of it', () => {
  const after = sound('dispatch D1 sent -90min');
  expect(arrival(after, 'D1')).toBe('1900-05-01T10:30Z');
  expect(formatMinute(after.entries.find(({ id }) => id === 'I1')!.time.placed)).toMatch(/T10:/);
  expect(learned(after, 'I1', 'mayor')).toBeNull();
});

test('R26: an absent entry stays in its place in the list, with a guard that is never true', () => {
  const after = sound('incident I1 absent');
  const incident = after.entries.find(({ id }) => id === 'I1')!;
  expect(incident.guard).toEqual({ type: 'number', value: 0 });
  expect(incident).toMatchObject({ standsFor: -1 });
  expect(after.entries.map(({ id }) => id)).toEqual(program.entries.map(({ id }) => id));
  expect(learned(sound('dispatch D1 absent'), 'I1', 'mayor')).toBeNull();
});

test('R25: an incident at another time is learned as long after it as before', () => {
  const after = sound('incident I1 at 1900-05-01T11:30Z');
  expect(formatMinute(after.entries.find(({ id }) => id === 'I1')!.time.placed)).toBe(
    '1900-05-01T11:30Z',
  );
  expect(learned(after, 'I1', 'sergeant')).toBe('1900-05-01T11:30Z');
});

test('R25: two dispatches to one reader swap their order of arrival', () => {
  const after = sound('swap D1 D3');
  // D3 is sent a day after D1 arrived, so that D1 comes a minute after D3.
  expect(
    dispatch(after, 'D1').legs[0]!.arrived.placed - dispatch(after, 'D3').legs[0]!.arrived.placed,
  ).toBe(60_000);
});

test('R26: a kept incident leaves the program alone and is named to the branch', () => {
  const parsed = parseChange(program, 'keep I1');
  if (parsed.type === 'fault') throw new Error(parsed.message);
  expect(applyChange(program, parsed.change)).toBe(program);
  expect(keptEntries(program, [parsed.change])).toEqual(['I1']);
});

test('R25: tracks, channels, unknowns, rates and acts take other numbers', () => {
  expect(sound('track cannon starts 3').tracks[1]!.starts).toBe(3);
  expect(sound('track bridge starts closed').tracks[0]!.starts).toBe(2);
  expect(sound('channel ferry delay triangular 3h 4h 9h').channels[0]!.delay).toEqual({
    type: 'triangular',
    low: 10_800_000,
    mode: 14_400_000,
    high: 32_400_000,
  });
  expect(sound('channel ferry loss 10%').channels[0]!.loss).toBe(0.1);
  expect(sound('channel ferry garble 10%').channels[0]!.garble.chance).toBe(0.1);
  expect(sound('unknown kappa loguniform 0.01 0.1').unknowns[0]!.prior).toMatchObject({
    high: 0.1,
  });
  expect(sound('unknown kappa uniform 0 1').unknowns[0]!.prior).toMatchObject({ high: 1 });
  expect(sound('incident shot_at_barrier rate 0.5/day * contact').incidents[0]!.rate).toEqual({
    type: 'mul',
    a: { type: 'number', value: 0.5 / 86_400_000 },
    b: { type: 'track', track: 2 },
  });
  expect(sound('act close_bridge takes 2h').acts[0]!.takes).toEqual({
    type: 'fixed',
    value: 7_200_000,
  });
});

test.each([
  [
    'dispatch D9 arrives never',
    'unknown-name: no dispatch of the record is called `D9`; did you mean `D1`?',
  ],
  [
    'dispatch I1 absent',
    'unknown-name: no dispatch of the record is called `I1`; did you mean `D1`?',
  ],
  [
    'dispatch D1 arrives at noon',
    'bad-value: `noon` should be an instant such as 1962-10-27T20:00Z',
  ],
  [
    'dispatch D1 arrives at 1900-05-01T07:00Z',
    'before-sent: D1 cannot arrive before it is sent, at 1900-05-01T08:00Z',
  ],
  [
    'dispatch D1 arrives at 1910-05-01T07:00Z',
    'outside-time: 1910-05-01T07:00Z lies outside the time from opening to end',
  ],
  ['dispatch D1 sent 3h', 'bad-value: `3h` should be a shift such as +3h or -90min'],
  [
    'dispatch D1 sent +0',
    'changes-nothing: `dispatch D1 sent +0` changes nothing: it is so already',
  ],
  ['swap D1 D2', 'no-common-reader: D1 and D2 reach no addressee in common'],
  ['track canon starts 3', 'unknown-name: no track is called `canon`; did you mean `cannon`?'],
  ['track cannon starts 9', 'bad-value: `9` should be a whole number from 0 to 4'],
  [
    'track cannon starts 2',
    'changes-nothing: `track cannon starts 2` changes nothing: it is so already',
  ],
  [
    'channel ferry delay 4',
    'bad-value: `4` should be a value, or a distribution such as triangular 3h 4h 9h',
  ],
  ['channel ferry loss 120%', 'bad-value: `120%` should be a chance such as 10% or 0.1'],
  ['unknown kappa 3', 'bad-value: `3` should be from 0 to 1 throughout, as kappa is declared'],
  [
    'unknown kappa triangular -0.1 0 1',
    'bad-value: `triangular -0.1 0 1` should be from 0 to 1 throughout, as kappa is declared',
  ],
  [
    'unknown kappa lognormal median 0.5 sigma 1',
    'bad-value: `lognormal median 0.5 sigma 1` should be from 0 to 1 throughout, as kappa is declared',
  ],
  ['unknown kappa loguniform 0 1', 'bad-order: `loguniform 0 1`: loguniform needs numbers above 0'],
  [
    'incident shot_at_barrier rate 0.5/day * contct',
    'bad-expression: the expression has a fault: no track or unknown is called `contct`; did you mean `contact`?',
  ],
])('R25: `%s` can never apply, and is an error', (text, fault) => {
  expect(changed(text)).toBe(fault);
});

test.each([
  '',
  'keep',
  'channel ferry',
  'dispatch D1 arrives',
  'dispatch D1 read never',
  'play D1',
])('`%s` is no change, and the message lists the forms', (text) => {
  expect(changed(text)).toMatch(
    /^(unknown-change: .*dispatch D016 arrives never; |unknown-name: )/,
  );
});
