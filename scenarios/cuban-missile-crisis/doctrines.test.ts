import { beforeAll, describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/core/time/instant.js';
import type { Program } from '../../src/core/program.js';
import { playMachines, programOf, type MachineRuns } from '../testing/machine-runs.js';

const RUNS = 1000;

let program: Program;
let played: MachineRuns;

beforeAll(async () => {
  program = await programOf('cuban-missile-crisis');
  played = playMachines(program, RUNS);
}, 120_000);

/** In what share of histories a column is above nothing. */
function share(column: string): number {
  return played.column(column).filter((value) => value > 0).length / RUNS;
}

describe('who plays', () => {
  test.each(['kennedy', 'khrushchev', 'castro'])('%s has three doctrines at least', (name) => {
    const seat = program.seats.findIndex((s) => s.name === name);
    const own = program.doctrines.filter((d) => d.seat === seat).map((d) => d.name);
    expect(own).toEqual(expect.arrayContaining(['fitted', 'harder', 'softer']));
  });

  test.each(['kennedy', 'khrushchev'])(
    'every doctrine of %s weighs ten options or more',
    (name) => {
      const seat = program.seats.findIndex((s) => s.name === name);
      const lengths = program.doctrines.flatMap((d) => (d.seat === seat ? [d.options.length] : []));
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(10);
    },
  );

  test('every doctrine says where it comes from', () => {
    expect(program.doctrines.filter(({ source }) => source === '')).toEqual([]);
  });

  test('a simulation that says nothing begins after the speech, before the first hint', () => {
    const { branchAt } = program.lineup;
    expect(branchAt).toBeGreaterThan(parseInstant('1962-10-22T23:00Z')!);
    expect(branchAt).toBeLessThan(parseInstant('1962-10-26T13:43Z')!);
  });
});

describe(`${RUNS} histories by machines alone`, () => {
  test('R12: every machine order is legal: no run stops', () => {
    expect(played.faults).toEqual([]);
  });

  test('no offer is accepted that its own valuation rejects', () => {
    expect(played.acceptable.length).toBeGreaterThan(RUNS);
    expect(Math.min(...played.acceptable)).toBeGreaterThanOrEqual(0);
  });

  test('R16: every reply names an offer that was made to its writer', () => {
    expect(played.answers).toBeGreaterThan(RUNS);
    expect(played.nameless).toEqual([]);
  });

  test.each([
    'letter_private_offer',
    'letter_public_price',
    'letter_answer_the_first',
    'letter_secret_assurance',
    'letter_alarm',
    'letter_rebuke',
    'letter_appeal_for_a_pause',
    'letter_inspectors_request',
    'letter_five_points',
    'letter_written_confirmation',
    'letter_bombers_demand',
    'letter_bombers_later',
    'letter_bombers_in_a_month',
    'act_call_up_reserves',
    'act_confirm_bargain',
    'act_stop_site_work',
    'act_remove_missiles',
    'act_refuse_inspectors',
    'act_count_at_sea',
    'act_remove_bombers',
    'act_forbid_sam_fire',
    'act_lift_quarantine',
    'incident_u2_shot_down',
    'incident_ground_fire',
    'audience_khrushchev',
  ])('%s happens in some history and is not forced', (column) => {
    expect(share(column)).toBeGreaterThan(0.1);
  });

  test('no letter is written over and over', () => {
    const often = program.letters.flatMap(({ name }) => {
      const most = Math.max(...played.column(`letter_${name}`));
      return most > 4 ? [`${name}: ${most}`] : [];
    });
    expect(often).toEqual([]);
  });

  test('histories differ: some settle, some do not', () => {
    const endings = new Set(played.column('ending'));
    expect(endings.size).toBeGreaterThan(1);
  });

  test('no missile leaves before somebody has bargained for it, or force was used', () => {
    const settled = played.column('milestone_settlement');
    const forced = played.column('milestone_force_used');
    const gone = played.column('milestone_missiles_gone');
    const early = gone.filter((at, i) => at < Math.min(orNever(settled[i]!), orNever(forced[i]!)));
    expect(early).toEqual([]);
  });
});

/** An instant, or one after all others where there is none. */
function orNever(at: number): number {
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}
