import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../core/time/instant.js';
import type { SimulationRequest } from '../../protocol/simulation.js';
import { shippedProgram } from '../../simulate/testing/two-banks.js';
import { changeWords } from './change-words.js';
import { laboratoryOf } from './laboratory.js';
import { checkRequest } from './request.js';

const program = await shippedProgram('cuban-missile-crisis');
const KENNEDY: SimulationRequest = {
  at: '1962-10-26T14:00Z',
  doctrines: [{ seat: 'kennedy', doctrine: 'fitted' }],
  changes: ['dispatch D016 arrives never'],
  runs: 5000,
  seed: '1',
};

const faultsOf = (change: Partial<SimulationRequest>) =>
  checkRequest(program, { ...KENNEDY, ...change }).view.faults.map(({ field }) => field);
const changeFaultsOf = (...changes: string[]) =>
  checkRequest(program, { ...KENNEDY, changes }).view.changes.map(({ fault }) => fault);

describe('a request', () => {
  test('that can be run is a batch, and the same as a command', () => {
    const { view, batch } = checkRequest(program, KENNEDY);
    expect(view).toEqual({
      changes: [
        {
          line: 'dispatch D016 arrives never',
          says: 'D016 (Khrushchev, public) never arrives',
          fault: null,
        },
      ],
      faults: [],
      command:
        'npx backchannel simulate cuban-missile-crisis --branch-at 1962-10-26T14:00Z ' +
        "--doctrine kennedy=fitted --change 'dispatch D016 arrives never' --against baseline " +
        '--runs 5000 --seed 1 --out out',
    });
    expect(batch).toMatchObject({ runs: 5000, paired: true, variants: [{}, { name: 'change' }] });
  });

  test('without changes it is not paired', () => {
    const { view, batch } = checkRequest(program, { ...KENNEDY, changes: [] });
    expect(batch).toMatchObject({ paired: false, variants: [{ name: 'baseline', changes: [] }] });
    expect(view.command).not.toContain('--against');
  });

  test('every fault is told, each for its field', () => {
    expect(faultsOf({ at: 'teatime' })).toEqual(['at']);
    expect(faultsOf({ at: '1963-10-26T14:00Z', runs: 0, seed: '' })).toEqual([
      'at',
      'runs',
      'seed',
    ]);
    expect(faultsOf({ doctrines: [] })).toEqual(['doctrines']);
    expect(faultsOf({ doctrines: [{ seat: 'kennedy', doctrine: 'meek' }] })).toEqual(['doctrines']);
    expect(faultsOf({ runs: 20_001 })).toEqual(['runs']);
    expect(faultsOf({ seed: 'a\nb' })).toEqual(['seed']);
  });

  test('each change that cannot be made says why, the others are not to blame (R25)', () => {
    const [first, second, third] = changeFaultsOf(
      'dispatch D016 arrives never',
      'dispatch D099 arrives never',
      'dispatch D010 arrives never',
    );
    expect(first).toBeNull();
    expect(second).toMatch(/D099/);
    expect(third).toMatch(/before the branch/);
    expect(changeFaultsOf('dispatch D016 arrives never', 'dispatch D016 arrives never')).toEqual([
      null,
      expect.stringMatching(/sets the same/),
    ]);
    expect(changeFaultsOf(' ', 'x'.repeat(201))).toEqual([
      expect.stringMatching(/say what/),
      expect.stringMatching(/at most 200/),
    ]);
  });

  test('a seed and a change stand in the command as one word each', () => {
    const { view } = checkRequest(program, { ...KENNEDY, seed: "-it's" });
    expect(view.command).toContain(String.raw`'--seed=-it'\''s'`);
  });
});

describe('changes in words', () => {
  test.each([
    ['dispatch D016 arrives never', 'D016 (Khrushchev, public) never arrives'],
    ['dispatch D016 sent -2h', 'D016 (Khrushchev, public) is sent 2h earlier'],
    ['dispatch D016 absent', 'D016 (Khrushchev, public) does not happen'],
    [
      'swap D015 D016',
      'D015 (Khrushchev, private) and D016 (Khrushchev, public) change places: the second arrives first',
    ],
    ['keep I07', expect.stringMatching(/^I07 \(.+\) happens as it did$/)],
    [
      'doctrine kennedy harder',
      expect.stringMatching(/^John F\. Kennedy is played by the doctrine harder \(.+\)$/),
    ],
    [
      'doctrine kennedy.fitted dread 3',
      expect.stringMatching(/^for John F\. Kennedy \(fitted\), “.+” is 3 instead of /),
    ],
    ['doctrine kennedy.fitted meets 3h', 'John F. Kennedy (fitted) meets every 3h'],
    ['doctrine kennedy record', 'John F. Kennedy follows the record'],
    ['unknown kappa 0.05', expect.stringMatching(/ is 0\.05 instead of loguniform 0\.01 0\.3$/)],
  ])('%s', (line, words) => {
    expect(changeWords(program, line)).toEqual(words);
  });

  test('every way that can take longer says so in its own words', () => {
    const said = laboratoryOf(program).channels.flatMap(({ name, times }) =>
      times
        .filter(({ factor }) => factor === 2)
        .map(({ delay }) => changeWords(program, `channel ${name} delay ${delay}`)),
    );
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((words) => words?.includes(' takes twice as long (') !== true)).toEqual([]);
  });

  test('what cannot be read has no words', () => {
    expect(changeWords(program, 'the moon is cheese')).toBeNull();
  });
});

describe('what there is to choose from', () => {
  test('turning points in order, seats with doctrines, the usual line-up', () => {
    const view = laboratoryOf(program);
    const times = view.moments.map(({ at }) => parseInstant(at)!);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(view.moments.map(({ type }) => type))).toEqual(
      new Set(['dispatch', 'incident', 'decision']),
    );
    expect(view.seats.find(({ name }) => name === 'kennedy')?.doctrines.length).toBeGreaterThan(2);
    expect(view.lineup.doctrines.map(({ seat }) => seat)).toContain('khrushchev');
    expect(view.recorded).toBe(true);
  });
});
