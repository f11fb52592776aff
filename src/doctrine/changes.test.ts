import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Doctrine } from '../core/parts/doctrine.js';
import type { Program } from '../core/program.js';
import { applyChange, playersAfter } from '../scenario/change.js';
import type { Change } from '../scenario/change/change-types.js';
import { changedField } from '../scenario/change/changed-field.js';
import { parseChange } from '../scenario/change/parse-change.js';
import { brokenInvariants } from '../scenario/program-invariants.js';
import { compileWithDoctrines } from './compile-doctrines.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const compiled = compileWithDoctrines(
  'two-banks',
  new Map([
    ['scenario.yaml', read('../../scenarios/two-banks/scenario.yaml')],
    ['doctrines.yaml', read('broken/sound-doctrines.yaml')],
  ]),
);
if (compiled.type === 'faulty') throw new Error('the sound doctrines have faults');
const { program } = compiled;

function parsed(text: string): Change {
  const result = parseChange(program, text);
  if (result.type === 'fault') throw new Error(result.message);
  return result.change;
}

function changed(text: string): Program | string {
  const change = parseChange(program, text);
  if (change.type === 'fault') return change.message;
  const result = applyChange(program, change.change);
  return 'code' in result ? result.message : result;
}

/** The mayor's plain doctrine after a change, where all others stay as they were. */
function plainAfter(text: string): Doctrine {
  const after = changed(text);
  if (typeof after === 'string') throw new Error(after);
  expect(brokenInvariants(after)).toEqual([]);
  expect(after.doctrines.slice(1)).toEqual(program.doctrines.slice(1));
  return after.doctrines[0]!;
}

test('R25: a parameter or a habit of one doctrine is set, and of no other that is like it', () => {
  const parameters = plainAfter('doctrine mayor.plain fear 0.75').parameters;
  expect(parameters.map(({ name, value }) => [name, value])).toEqual([
    ['fear', 0.75],
    ['calm', 0.2],
  ]);
  expect(plainAfter('doctrine mayor.plain meets 3h').every).toBe(10_800_000);
  expect(plainAfter('doctrine mayor.plain draws_last 2d').period).toBe(172_800_000);
  expect(plainAfter('doctrine mayor.plain reply_takes 0').bargaining.replyTakes).toBe(0);
  expect(plainAfter('doctrine mayor.plain precision 2.5').precision).toEqual({
    type: 'number',
    value: 2.5,
  });
});

test('R26: another doctrine plays a seat, or the record has it back; the Program stays', () => {
  const players = [
    { seat: 'mayor', doctrine: 'plain' },
    { seat: 'reeve', doctrine: 'plain' },
  ];
  const after = (...texts: string[]) => playersAfter(program, players, texts.map(parsed));
  expect(changed('doctrine mayor loud')).toBe(program);
  expect(after('doctrine mayor loud')).toEqual([{ seat: 'mayor', doctrine: 'loud' }, players[1]]);
  expect(after('doctrine mayor record')).toEqual([players[1]]);
  expect(after('doctrine mayor plain')).toMatchObject({ code: 'changes-nothing' });
  expect(after('doctrine mayor.loud fear 2')).toMatchObject({ code: 'unplayed' });
  expect(after('doctrine mayor loud', 'doctrine mayor.loud fear 2')).toHaveLength(2);
  expect(after('track cannon starts 3')).toBe(players);
  expect(playersAfter(program, [], [parsed('doctrine mayor loud')])).toEqual([
    { seat: 'mayor', doctrine: 'loud' },
  ]);
});

test('what each sets, so that two changes of one thing are found out', () => {
  const field = (text: string) => changedField(program, parsed(text));
  expect(field('doctrine mayor loud')).toBe('doctrine of mayor');
  expect(field('doctrine mayor record')).toBe('doctrine of mayor');
  expect(field('doctrine mayor.plain fear 1')).toBe('doctrine mayor.plain fear');
  expect(field('doctrine mayor.plain meets 1h')).toBe('doctrine mayor.plain meets');
});

test.each([
  ['doctrine major loud', 'no seat is called `major`; did you mean `mayor`?'],
  ['doctrine mayor lound', 'no doctrine of mayor is called `lound`; did you mean `loud`?'],
  ['doctrine reeve loud', 'no doctrine of reeve is called `loud`'],
  [
    'doctrine mayor.plain faer 1',
    'no parameter of this doctrine is called `faer`; did you mean `fear`?',
  ],
  ['doctrine mayor.plain fear much', '`much` should be a number'],
  [
    'doctrine mayor.plain fear 0.5',
    '`doctrine mayor.plain fear 0.5` changes nothing: it is so already',
  ],
  ['doctrine mayor.plain meets 1s', '`1s` should be a duration of a minute or more, such as 6h'],
  ['doctrine mayor.plain precision -1', '`-1` should be a number from 0 up'],
])('R25: `%s` can never apply, and is an error', (text, message) => {
  expect(changed(text)).toBe(message);
});
