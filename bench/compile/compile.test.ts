import { expect, test } from 'vitest';
import { compile } from '../kernel/two-banks.js';

test.each(['two-banks', 'cuban-missile-crisis'])(
  'what the benchmark opens is %s with its doctrines',
  async (id) => {
    const program = await compile(id);
    expect(program.doctrines.length).toBeGreaterThan(1);
    expect(program.lineup.doctrines.length).toBeGreaterThan(1);
  },
);
