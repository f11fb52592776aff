import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closures, type Weighed } from '../core/world/compiler.js';
import { OFFER_COLUMNS, valuesOf, type Expression, type Values } from '../core/world/expression.js';
import { generatedCode } from './generated-options.js';

const COLUMNS = 4;
const column = fc.nat(COLUMNS - 1);
const number = fc.double({ noNaN: false });
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  number.filter(Number.isFinite).map((value) => ({ type: 'number', value }) as const),
  column.map((track) => ({ type: 'track', track }) as const),
  column.map((own) => ({ type: 'own', own }) as const),
  column.map((parameter) => ({ type: 'parameter', parameter }) as const),
);

const BINARY = [
  'add',
  'sub',
  'mul',
  'div',
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
  'and',
  'or',
] as const;

/** Trees of every kind of node but logarithm and exponential, which refuse what is not finite. */
const tree = fc.letrec<{ any: Expression }>((tie) => {
  const any = tie('any');
  return {
    any: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.record({ type: fc.constantFrom(...BINARY), a: any, b: any }),
      fc.record({ type: fc.constantFrom('negate' as const, 'not' as const), a: any }),
      fc.record({
        type: fc.constantFrom('min' as const, 'max' as const),
        args: fc.array(any, { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ type: fc.constant('clamp' as const), a: any, low: any, high: any }),
      fc.record({ type: fc.constant('if' as const), test: any, a: any, b: any }),
      fc
        .record({ type: fc.constantFrom('log' as const, 'exp' as const), a: column })
        .map(({ type, a }) => ({ type, a: { type: 'own', own: a } }) as const),
    ),
  };
}).any;

const weighed: fc.Arbitrary<Weighed> = fc.record({
  when: fc.option(tree),
  utility: tree,
});

/** Own columns hold what a logarithm and an exponential both take. */
const row = fc
  .record({
    tracks: fc.array(number, { minLength: COLUMNS, maxLength: COLUMNS }),
    own: fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), {
      minLength: COLUMNS,
      maxLength: COLUMNS,
    }),
    parameters: fc.array(number, { minLength: COLUMNS, maxLength: COLUMNS }),
    offset: fc.nat(3),
    ownOffset: fc.nat(3),
  })
  .map(({ tracks, own, parameters, offset, ownOffset }): Values =>
    valuesOf({
      tracks: Float64Array.from([...Array<number>(offset).fill(Number.NaN), ...tracks]),
      offset,
      own: Float64Array.from([...Array<number>(ownOffset).fill(Number.NaN), ...own]),
      ownOffset,
      parameters: Float64Array.from(parameters),
      offer: new Float64Array(OFFER_COLUMNS.length),
    }),
  );

test('R10: generated code weighs options as closures do, to the bit, over random rows', () => {
  fc.assert(
    fc.property(
      fc.array(weighed, { minLength: 1, maxLength: 5 }),
      row,
      fc.array(fc.nat(1), { minLength: 5, maxLength: 5 }),
      (options, values, open) => {
        const [a, b] = [closures, generatedCode].map(({ options: compile }) => {
          const opened = Uint8Array.from(open);
          const utility = new Float64Array(options.length).fill(7);
          compile(options)(values, opened, utility);
          return { opened: [...opened], bits: [...new BigUint64Array(utility.buffer)] };
        });
        expect(b).toEqual(a);
      },
    ),
    { seed: 1_962, numRuns: 2_000 },
  );
});

test('an option that is not open is neither read nor written', () => {
  const options = [{ when: null, utility: { type: 'number', value: 3 } as const }];
  for (const { options: compile } of [closures, generatedCode]) {
    const utility = new Float64Array([9]);
    compile(options)(valuesOf({}), new Uint8Array([0]), utility);
    expect([...utility]).toEqual([9]);
  }
});
