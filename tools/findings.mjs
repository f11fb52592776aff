/**
 * Rebuilds the tables of `docs/findings.md`: `node tools/findings.mjs [STUDY]…`. Each study is the
 * command that stands above its table; nothing else goes into it.
 */
import { percent, rebuildPage, summaryIn } from './study.mjs';

const PAGE = 'docs/findings.md';

/** @typedef {import('../src/simulate/summary.js').Summary} Summary */
/** @typedef {import('../src/simulate/summary.js').Difference} Difference */

/** What is asked of a study: a sweep's endings, what nobody knows, or differences of columns. */
await rebuildPage(PAGE, process.argv.slice(2), (study, out) => {
  const summary = /** @type {Summary} */ (summaryIn(out));
  if (study.asked[0] === 'sweep') return sweepRows(summary);
  if (study.asked[0] === 'sensitivity') return sensitivityRows(summary);
  return differenceRows(summary, study.asked);
});

/** @param {Summary} summary @param {readonly string[]} columns */
function differenceRows({ pairs }, columns) {
  const [pair] = pairs;
  if (pair === undefined) throw new Error('the study compares nothing');
  const rows = columns.map((column) => {
    const difference = pair.differences.find((d) => d.column === column);
    if (difference === undefined) throw new Error(`no column ${column} in the summary`);
    return differenceRow(difference, pair.pairs);
  });
  const head = [
    'outcome',
    'baseline',
    'change',
    'difference (95 % interval)',
    'sign',
    'pairs that differ',
    'variance, paired / unpaired',
  ];
  return [head, ...rows];
}

/** @param {Difference} d @param {number} pairs */
function differenceRow(d, pairs) {
  const { value, low, high } = d.difference;
  const by = d.unit === 'h' ? 2 : 4;
  const of = (/** @type {number} */ x) => x.toFixed(by).replace(/^-(0\.0+)$/, '$1');
  const sign = low > 0 ? 'up' : high < 0 ? 'down' : 'not told apart from none';
  const ratio = d.unpairedVariance > 0 ? (d.pairedVariance / d.unpairedVariance).toFixed(3) : '–';
  return [
    `\`${d.column}\`${d.unit === '' ? '' : `, ${d.unit}`}`,
    of(d.baseline),
    of(d.change),
    `${of(value)} (${of(low)} to ${of(high)})`,
    sign,
    `${d.differing} of ${pairs}`,
    ratio,
  ];
}

/** @param {Summary} summary */
function sweepRows({ runs, variants }) {
  const names = variants[0]?.endings.map(({ title }) => title) ?? [];
  const rows = variants.map(({ name, endings }) => [
    `\`${name}\``,
    String(runs),
    ...endings.map(({ share }) => percent(share)),
  ]);
  return [['world', 'histories', ...names], ...rows];
}

/** @param {Summary} summary */
function sensitivityRows({ variants }) {
  const [baseline] = variants;
  if (baseline === undefined) throw new Error('the study has no world');
  const told = baseline.sensitivity.filter(
    ({ low, high, ending }) => ending !== 'out of time' && low.share.value + high.share.value > 0,
  );
  const rows = told.map(({ title, ending, low, high }) => [
    title,
    ending,
    `${low.label}: ${percent(low.share)}, ${low.runs} histories`,
    `${high.label}: ${percent(high.share)}, ${high.runs} histories`,
  ]);
  return [['what nobody knows', 'ending', 'where it is low', 'where it is high'], ...rows];
}
