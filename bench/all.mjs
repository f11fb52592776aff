/**
 * `npm run bench [-- FILE…]`: every benchmark, one after the other; the search of the reading room only
 * where files are named, since none ship.
 */
import { spawnSync } from 'node:child_process';

const files = process.argv.slice(2);
const steps = ['kernel', 'simpy', 'compile', 'cuba', ...(files.length > 0 ? ['search'] : [])];

const failed = steps.filter((step) => {
  console.log(`\nbench:${step}`);
  const args = [`bench/${step}/compare.mjs`, ...(step === 'search' ? files : [])];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) console.log(`\nnot as it should be: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
