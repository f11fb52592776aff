/**
 * `npm test`: every check, one after the other. Stops at the first that fails and shows what it
 * said; the last line counts tests.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORTS = 'node_modules/.cache/backchannel';

/** @param {string} project */
const vitest = (project) =>
  `vitest run --project ${project} --reporter=dot --reporter=json ` +
  `--outputFile.json=${reportOf(project)}`;

/** @param {string} project */
const reportOf = (project) => `${REPORTS}/${project}-tests.json`;

/** What is run, in order: quick checks first. Each is a command line that works by itself. */
const STEPS = [
  { name: 'types', command: 'node tools/types.mjs' },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'format', command: 'npm run --silent format:check' },
  { name: 'boundaries', command: 'node tools/boundaries.mjs' },
  { name: 'dead code', command: 'npm run --silent dead-code' },
  { name: 'unit tests', command: `npx ${vitest('unit')}`, report: reportOf('unit') },
  { name: 'build', command: 'npm run --silent build' },
  { name: 'browser', command: 'node tools/chromium.mjs' },
  { name: 'end-to-end tests', command: `npx ${vitest('e2e')}`, report: reportOf('e2e') },
];

/**
 * @param {string} command
 * @returns {Promise<{ok: boolean, said: string}>}
 */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {string[]} */
    const said = [];
    child.stdout.on('data', (chunk) => said.push(String(chunk)));
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    child.on('close', (code) => resolve({ ok: code === 0, said: said.join('') }));
  });
}

/** @param {string} path */
function countsOf(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function summary() {
  const counts = STEPS.flatMap(({ report }) => (report === undefined ? [] : [countsOf(report)]));
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  const skipped = total('skipped') === 0 ? '' : `, ${total('skipped')} skipped`;
  return `${total('passed')} passed, ${total('failed')} failed${skipped}`;
}

async function firstFailure() {
  for (const { name, command } of STEPS) {
    process.stdout.write(`${name} … `);
    const start = performance.now();
    const { ok, said } = await run(command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${ok ? 'ok' : 'FAILED'} (${seconds} s)`);
    if (!ok) return { name, command, said };
  }
  return null;
}

mkdirSync(REPORTS, { recursive: true });
for (const { report } of STEPS) if (report !== undefined) rmSync(report, { force: true });
const failure = await firstFailure();
if (failure !== null) {
  console.log(failure.said.trimEnd());
  console.log(`\nStopped at ${failure.name}. Again, alone: ${failure.command}`);
  process.exitCode = 1;
}
console.log(summary());
