/**
 * The TypeScript side of the kernel's benchmark, as one line of JSON: `measure.mjs CASE RUNS` warms
 * up and measures that many runs; `measure.mjs cpp|python` prints the doctrines as source instead,
 * and `measure.mjs shares RUNS` what histories come to.
 */
import { createKernel } from '../../src/core/run.js';
import { generatedCode } from '../../src/doctrine/generated-options.js';
import { doctrineText } from './doctrine-text.js';
import { CASES, checksum, compile, measure, shares, workload } from './two-banks.js';

async function measured(name: string, runs: number): Promise<string> {
  const which = CASES.find((known) => known === name);
  if (which === undefined || !(runs > 0)) throw new Error(`measure.mjs ${CASES.join('|')} RUNS`);
  const work = await workload(which);
  const kernel = createKernel(work.program, { compiler: generatedCode });
  measure(kernel, work, runs, Math.ceil(runs / 2));
  const timed = measure(kernel, work, 0, runs);
  return JSON.stringify({ ...timed, checksum: checksum(kernel, work, runs) });
}

async function shared(runs: number): Promise<string> {
  const work = await workload('played');
  return JSON.stringify(shares(createKernel(work.program), work, runs));
}

const [word = '', runs = ''] = process.argv.slice(2);
switch (word) {
  case 'cpp':
  case 'python':
    console.log(doctrineText(await compile('two-banks'), word));
    break;
  case 'shares':
    console.log(await shared(Number(runs)));
    break;
  default:
    console.log(await measured(word, Number(runs)));
}
