import { describe, expect, test } from 'vitest';
import { planBatch, planVariant, type BatchRequest } from './batch-plan.js';
import { batchOf, requestOf } from './testing/requests.js';
import { shippedProgram, twoBanks } from './testing/two-banks.js';

const program = await twoBanks();
const crisis = await shippedProgram('cuban-missile-crisis');

function refusal(request: Partial<BatchRequest>, of = program): string {
  const planned = planBatch(of, requestOf({ seed: '1', ...request }));
  return planned.type === 'refused' ? `${planned.change}: ${planned.reason}` : 'a batch';
}

describe('a batch', () => {
  test('that names nobody has the line-up of its scenario', () => {
    const { doctrines, branchAt, record } = batchOf(program, {});
    expect({ doctrines, branchAt, record }).toEqual({
      doctrines: [
        { seat: 'mayor', doctrine: 'steady' },
        { seat: 'reeve', doctrine: 'steady' },
      ],
      branchAt: null,
      record: false,
    });
  });

  test('has the worlds that changes, sweeps and a comparison make', () => {
    const names = (request: Partial<BatchRequest>) =>
      batchOf(program, request).variants.map(({ name }) => name);
    const changes = ['channel ferry loss 9%'];
    expect(names({})).toEqual(['baseline']);
    expect(names({ changes })).toEqual(['change']);
    expect(names({ changes, against: [] })).toEqual(['baseline', 'change']);
    expect(names({ against: [] })).toEqual(['baseline', 'change']);
    expect(names({ sweeps: ['kappa=0.1..0.3:2', 'cannon=0..1:2'] })).toEqual([
      'kappa=0.1, cannon=0',
      'kappa=0.1, cannon=1',
      'kappa=0.3, cannon=0',
      'kappa=0.3, cannon=1',
    ]);
  });

  test('gives every world of a sweep the changes, and the other one its own', () => {
    const { variants, paired } = batchOf(program, {
      changes: ['channel ferry loss 9%'],
      against: ['channel ferry loss 1%'],
      sweeps: ['kappa=0.1..0.3:2'],
    });
    expect(paired).toBe(true);
    expect(variants.map(({ changes }) => changes)).toEqual([
      ['channel ferry loss 1%'],
      ['channel ferry loss 9%', 'unknown kappa 0.1'],
      ['channel ferry loss 9%', 'unknown kappa 0.3'],
    ]);
  });

  test('that nothing can come of is refused in words (R25)', () => {
    expect(refusal({ changes: ['channel ferry loss 2%'] })).toContain('changes nothing');
    expect(refusal({ sweeps: ['kappa=-1..5'] })).toContain('kappa=-1..5: `-1` should be from 0');
    expect(refusal({ changes: ['doctrine mayor steady'] })).toContain('changes nothing');
    expect(refusal({ changes: ['doctrine mayor.harder precision 9'] })).toContain('plays no seat');
    expect(refusal({ sweeps: ['kappa=0.1..0.2:20', 'cannon=0..4:20'] })).toContain(
      'the sweeps come to 400 variants; 100 is the most',
    );
    const cast = { branchAt: null, record: false, orders: [] };
    const plays = (seat: string, doctrine: string) =>
      refusal({ cast: { ...cast, doctrines: [{ seat, doctrine }] } });
    expect(plays('major', 'steady')).toContain('no seat called major');
    expect(plays('mayor', 'firm')).toContain('mayor has');
  });

  test('another doctrine is a change like any other', () => {
    const batch = batchOf(program, { changes: ['doctrine mayor harder'], against: [] });
    const plans = [0, 1].map((variant) => planVariant(program, batch, variant));
    expect(plans.map((plan) => plan.type === 'plan' && plan.options.doctrines)).toEqual([
      [
        { seat: 'mayor', doctrine: 'steady' },
        { seat: 'reeve', doctrine: 'steady' },
      ],
      [
        { seat: 'mayor', doctrine: 'harder' },
        { seat: 'reeve', doctrine: 'steady' },
      ],
    ]);
  });

  test('R26: that keeps an incident keeps it in every world', () => {
    const cast = {
      branchAt: Date.parse('1962-10-26T14:00Z'),
      doctrines: [],
      record: true,
      orders: [],
    };
    const request = { cast, changes: ['dispatch D016 arrives never'], against: [] };
    const { variants } = batchOf(crisis, { ...request, keep: ['I07'] });
    expect(variants.map(({ changes }) => changes)).toEqual([
      ['keep I07'],
      ['dispatch D016 arrives never', 'keep I07'],
    ]);
    expect(refusal({ ...request, keep: ['I99'] }, crisis)).toContain('I99');
    const unbranched = { ...request, cast: { ...cast, branchAt: null }, changes: [] };
    expect(refusal({ ...unbranched, keep: ['I07'] }, crisis)).toContain('--branch-at');
  });
});
