/**
 * `npm test`: every check, one after the other. Stops at the first that fails and shows what it
 * said; the last line counts tests.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runSteps } from './steps.mjs';

const REPORTS = 'node_modules/.cache/backchannel';

/** The projects of `vitest.config.ts`. */
const PROJECTS = ['unit', 'e2e'];

/** @param {string} project */
const reportOf = (project) => `${REPORTS}/${project}-tests.json`;

/** @param {string} project */
const vitest = (project) =>
  `npx vitest run --project ${project} --reporter=dot --reporter=json ` +
  `--outputFile.json=${reportOf(project)}`;

const STEPS = [
  { name: 'types', command: 'npm run --silent types' },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'format', command: 'npm run --silent format:check' },
  { name: 'boundaries', command: 'npm run --silent boundaries' },
  { name: 'dead code', command: 'npm run --silent dead-code' },
  { name: 'unit tests', command: vitest('unit') },
  { name: 'other versions of Node', command: 'node tools/node-versions.mjs', tells: true },
  { name: 'build', command: 'npm run --silent build' },
  { name: 'browser', command: 'node tools/chromium.mjs' },
  { name: 'end-to-end tests', command: vitest('e2e') },
];

/** @param {string} project what its tests came to; nothing if they were not reached */
function countsOf(project) {
  try {
    const report = JSON.parse(readFileSync(reportOf(project), 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {string} project the groups of tests that it skipped, whose names say why */
function skippedIn(project) {
  try {
    const report = JSON.parse(readFileSync(reportOf(project), 'utf8'));
    const skipped = report.testResults
      .flatMap((/** @type {any} */ file) => file.assertionResults)
      .filter((/** @type {any} */ test) => test.status === 'skipped' || test.status === 'pending');
    return skipped.map((/** @type {any} */ test) => test.ancestorTitles.join(' > ') || test.title);
  } catch {
    return [];
  }
}

function summary() {
  const counts = PROJECTS.map(countsOf);
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  const skipped = total('skipped') === 0 ? '' : `, ${total('skipped')} skipped`;
  return `${total('passed')} passed, ${total('failed')} failed${skipped}`;
}

mkdirSync(REPORTS, { recursive: true });
for (const project of PROJECTS) rmSync(reportOf(project), { force: true });
const passed = await runSteps(STEPS, (text) => process.stdout.write(text));
for (const name of new Set(PROJECTS.flatMap(skippedIn))) console.log(`skipped: ${name}`);
console.log(summary());
process.exitCode = passed ? 0 : 1;
