import { readFileSync } from 'node:fs';
import type { Program } from '../src/core/program.js';
import { parseOrders } from '../src/protocol/orders.js';
import { compileScenario } from '../src/scenario/compile.js';
import type { HashCase } from './state-hashes.js';

const CUBA = 'cuban-missile-crisis';

function compiled(scenario: string, names: readonly string[]): Program {
  const files = new Map(
    names.map((name) => [name, readFileSync(`scenarios/${scenario}/${name}`, 'utf8')]),
  );
  const result = compileScenario(scenario, files);
  if (result.type === 'faulty') throw new Error(`${scenario} does not compile`);
  return result.program;
}

function orders(path: string): HashCase['inputs'] {
  const parsed = parseOrders(readFileSync(`scenarios/${path}`, 'utf8'));
  if (parsed.type === 'faults') throw new Error(`${path} has a fault`);
  return parsed.orders;
}

/** Runs of both scenarios, with chance and with the record. Call it in the package's root. */
export function hashCases(): HashCase[] {
  const banks = compiled('two-banks', ['scenario.yaml']);
  const cuba = compiled(CUBA, ['scenario.yaml', 'record.yaml', 'sources.yaml']);
  const inputs = orders('two-banks/orders/bargain.ndjson');
  const played = orders(`${CUBA}/mechanisms/14-bargain.ndjson`);
  return [
    { name: 'two-banks', program: banks, record: false, inputs, runs: 200 },
    { name: 'cuba, played', program: cuba, record: false, inputs: played, runs: 50 },
    { name: 'cuba, recorded', program: cuba, record: true, inputs: [], runs: 1 },
  ];
}
