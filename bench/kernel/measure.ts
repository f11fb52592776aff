/**
 * The TypeScript side of the kernel's benchmark: `measure.mjs short|long RUNS` warms up, measures
 * that many runs and prints what they came to as one line of JSON.
 */
import { createKernel } from '../../src/core/run.js';
import { CASES, measure, workload } from './two-banks.js';

const which = CASES.find((name) => name === process.argv[2]);
const runs = Number(process.argv[3]);
if (which === undefined || !(runs > 0)) throw new Error(`measure.mjs ${CASES.join('|')} RUNS`);

const { program, inputs } = await workload(which);
const kernel = createKernel(program);
measure(kernel, inputs, runs, Math.ceil(runs / 2));
console.log(JSON.stringify(measure(kernel, inputs, 0, runs)));
