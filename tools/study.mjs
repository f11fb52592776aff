/**
 * What the pages of studies share: each command stands in its page, is run as it stands there, and
 * its table takes the place of the one below it. Needs a build (`npm run build`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Marks of a study in a page: its name and what it is asked, its command, its table. */
const STUDY =
  /<!-- study (?<name>[\w-]+): (?<asked>[^>]*?) -->\n+```sh\n(?<command>[^`]+)```\n+<!-- table -->\n[\s\S]*?<!-- end -->/g;

/**
 * @typedef {{name: string, asked: readonly string[], command: string}} Study
 * @typedef {(study: Study, out: string) => string[][] | Promise<string[][]>} Tabulate
 */

/** The studies of a page, in order. @param {string} text @returns {Study[]} */
export function studiesOf(text) {
  return [...text.matchAll(STUDY)].map(({ groups }) => {
    const { name = '', asked = '', command = '' } = groups ?? {};
    return { name, asked: asked.split(' ').filter((word) => word !== ''), command: command.trim() };
  });
}

/** Words of a command line; quotes hold words together. @param {string} command */
export function wordsOf(command) {
  const line = command.replaceAll('\\\n', ' ');
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/**
 * Runs a study as its page has it, its results into a folder of its own.
 * @param {Study} study @param {string} out
 */
function run({ command }, out) {
  const [program, ...words] = wordsOf(command);
  const at = words.indexOf('--out');
  if (at >= 0) words.splice(at, 2);
  const own = program === 'node' ? words : ['dist/bin/backchannel.js', ...words.slice(1)];
  const args = [...own, '--out', out];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`this failed: ${command}`);
}

/**
 * Runs the studies of a page (or those named) and writes their tables into it.
 * @param {string} page @param {readonly string[]} only @param {Tabulate} tabulate
 */
export async function rebuildPage(page, only, tabulate) {
  let text = readFileSync(page, 'utf8');
  // The same command is run once, however many tables are made of it.
  /** @type {Map<string, string>} */
  const results = new Map();
  try {
    for (const study of studiesOf(text)) {
      if (only.length > 0 && !only.includes(study.name)) continue;
      process.stderr.write(`${study.name}\n`);
      const out = results.get(study.command) ?? mkdtempSync(join(tmpdir(), 'study-'));
      if (!results.has(study.command)) {
        results.set(study.command, out);
        run(study, out);
      }
      text = withTable(text, study.name, await tabulate(study, out));
    }
  } finally {
    for (const out of results.values()) rmSync(out, { recursive: true, force: true });
  }
  const config = await resolveConfig(page);
  writeFileSync(page, await format(text, { ...config, filepath: page }));
}

/** @param {string} text @param {string} name @param {readonly (readonly string[])[]} rows */
function withTable(text, name, rows) {
  const [head = [], ...body] = rows;
  const lines = [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
  const start = text.indexOf(`<!-- study ${name}:`);
  const from = text.indexOf('<!-- table -->', start);
  const to = text.indexOf('<!-- end -->', from);
  return `${text.slice(0, from)}<!-- table -->\n\n${lines.join('\n')}\n\n${text.slice(to)}`;
}

/** `summary.json` of a folder of results. @param {string} out */
export function summaryIn(out) {
  return JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
}

/**
 * The rows of `runs.csv`, of the first world unless another is named.
 * @param {string} out @returns {Record<string, string>[]}
 */
export function runsIn(out, variant = 'baseline') {
  const [head = '', ...lines] = readFileSync(join(out, 'runs.csv'), 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
  return rows.filter((row) => row.variant === variant);
}

/** The value below which a share of some numbers lies. @param {readonly number[]} values */
export function quantile(values, /** @type {number} */ share) {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Wilson (1927) 95 % interval of a share. @param {number} count @param {number} total */
export function wilson(count, total) {
  const z = 1.959963984540054;
  const p = count / total;
  const middle = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half =
    (z / (1 + (z * z) / total)) * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** A share with its interval, in per cent. @param {{value: number, low: number, high: number}} s */
export function percent({ value, low, high }) {
  const of = (/** @type {number} */ x) => (100 * x).toFixed(1);
  return `${of(value)} % (${of(low)} to ${of(high)})`;
}

/** An instant to the hour, UTC. @param {number} at */
export function dayAndHour(at) {
  const date = new Date(at);
  const month = [
    'Jan',
    'Feb',
    'Mar',
    'Apr',
    'May',
    'Jun',
    'Jul',
    'Aug',
    'Sep',
    'Oct',
    'Nov',
    'Dec',
  ];
  const hour = String(date.getUTCHours()).padStart(2, '0');
  return `${date.getUTCDate()} ${month[date.getUTCMonth()]} ${hour}h`;
}
