/**
 * Rebuilds the tables of `docs/calibration.md`: `node tools/calibration.mjs [STUDY]…`. Targets are
 * the record's own dates and the base rates of International Crisis Behavior, version 13.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAndHour, percent, quantile, rebuildPage, runsIn, wilson } from './study.mjs';

const PAGE = 'docs/calibration.md';
const DAY = 86_400_000;

/** Where the record stands, by the tracks of the scenario. */
const RECORD = [
  { name: 'milestone_settlement', title: 'Settlement', at: '1962-10-28T21:35Z', widest: 21 },
  { name: 'milestone_lifting', title: 'Lifting of the quarantine', at: '1962-11-20T23:45Z' },
  { name: 'milestone_first_shoot_down', title: 'First aircraft lost', at: '1962-10-27T15:20Z' },
  { name: 'milestone_missiles_gone', title: 'Missiles gone', at: '1962-11-09T12:36Z' },
  { name: 'milestone_bombers_gone', title: 'Bombers gone', at: '1962-12-12T17:00Z' },
];

/**
 * Base rates: crises of 1918–2016 and their actors (International Crisis Behavior 13, system and
 * actor level); violence of the crises outside protracted wars.
 */
const BASE = {
  form: {
    agreement: 0.343,
    'unilateral or tacit': 0.449,
    imposed: 0.0728,
    'faded or other': 0.1352,
  },
  violence: {
    'non-violent military trigger (67)': [0.5373, 0.2687, 0.1642, 0.0299],
    'non-violent trigger (237)': [0.4937, 0.2658, 0.1519, 0.0886],
  },
  duration: { 'all (481)': [29, 81, 207], 'outside wars (397)': [26, 74, 202] },
  response: { 'all actors': [2, 5, 18], superpowers: [3, 10, 23] },
};

/** What counts as a clash. */
const CLASHES = ['u2_shot_down', 'ground_fire', 'boarding_incident', 'submarine_clash'];

/** @typedef {Record<string, string>} Run */

/** @type {Record<string, (out: string) => string[][]>} */
const TABLES = {
  dates: datesRows,
  form: formRows,
  violence: violenceRows,
  duration: durationRows,
  response: responseRows,
};

await rebuildPage(PAGE, process.argv.slice(2), (study, out) => {
  const rows = TABLES[study.asked[0] ?? ''];
  if (rows === undefined) throw new Error(`no table ${study.asked[0]}`);
  return rows(out);
});

/** @param {readonly Run[]} runs @param {string} name */
function instants(runs, name) {
  return runs.flatMap((run) => (run[name] ? [Date.parse(run[name])] : []));
}

/** @param {string} out */
function datesRows(out) {
  const runs = runsIn(out);
  const rows = RECORD.map(({ name, title, at, widest }) => {
    const reached = instants(runs, name);
    const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => quantile(reached, share));
    const record = Date.parse(at);
    const width = ((high ?? 0) - (low ?? 0)) / DAY;
    const inside = record >= (low ?? 0) && record <= (high ?? 0);
    const narrow = widest === undefined || width < widest;
    return [
      title,
      dayAndHour(record),
      `${dayAndHour(low ?? 0)} to ${dayAndHour(high ?? 0)}`,
      dayAndHour(middle ?? 0),
      `${width.toFixed(1)} days${widest === undefined ? '' : ` (asked: under ${widest})`}`,
      percent(wilson(reached.length, runs.length)),
      inside && narrow ? 'met' : 'missed',
    ];
  });
  const head = [
    'date',
    'record',
    'central 90 %',
    'median',
    'width',
    'histories that have it',
    'verdict',
  ];
  return [head, ...rows];
}

/** How a history ended, in the words of the base rates. @param {Run} run */
function formOf(run) {
  if (run.ending === 'war') return null;
  if (run.ending !== 'settled') return 'faded or other';
  if (run.milestone_force_used && run.milestone_force_used <= (run.ended_at ?? ''))
    return 'imposed';
  return Number(run.bargains) > 0 ? 'agreement' : 'unilateral or tacit';
}

/** @param {string} out */
function formRows(out) {
  const forms = runsIn(out)
    .map(formOf)
    .filter((form) => form !== null);
  const rows = Object.entries(BASE.form).map(([form, target]) => {
    const share = wilson(forms.filter((f) => f === form).length, forms.length);
    return [form, `${(100 * target).toFixed(1)} %`, percent(share), verdict(target, share)];
  });
  return [['form of outcome', 'target', 'measured', 'verdict'], ...rows];
}

/** Whether a base rate lies inside what was measured. @param {number} target */
function verdict(target, /** @type {{low: number, high: number}} */ { low, high }) {
  if (target >= low && target <= high) return 'met';
  return target < low ? 'missed: too often' : 'missed: too rare';
}

/** 0 none, 1 minor clashes, 2 serious, 3 out of hand. @param {Run} run */
function violenceOf(run) {
  if (run.ran_away === 'true') return 3;
  if (run.milestone_force_used) return 2;
  return CLASHES.some((name) => Number(run[`incident_${name}`]) > 0) ? 1 : 0;
}

/** @param {string} out */
function violenceRows(out) {
  const found = runsIn(out).map(violenceOf);
  const rows = ['none', 'minor clashes', 'serious clashes', 'war'].map((name, level) => {
    const share = wilson(found.filter((v) => v === level).length, found.length);
    const targets = Object.values(BASE.violence).map((shares) => shares[level] ?? 0);
    return [
      name,
      ...targets.map((target) => `${(100 * target).toFixed(1)} %`),
      percent(share),
      ...targets.map((target) => verdict(target, share)),
    ];
  });
  const given = Object.keys(BASE.violence);
  return [['violence', ...given, 'measured', ...given.map((g) => `verdict: ${g}`)], ...rows];
}

/** @param {string} out */
function durationRows(out) {
  const trigger = Date.parse('1962-10-16T12:45Z');
  const days = instants(runsIn(out), 'ended_at').map((at) => (at - trigger) / DAY);
  return againstQuartiles('duration, days', BASE.duration, days);
}

/** @param {string} out */
function responseRows(out) {
  /** @type {{answers: number[], first: (number | null)[], record: number[]}} */
  const found = JSON.parse(readFileSync(join(out, 'responses.json'), 'utf8'));
  const first = found.first.filter((hours) => hours !== null).map((hours) => hours / 24);
  const rows = againstQuartiles('first move of the other side, days', BASE.response, first);
  const answers = [0.25, 0.5, 0.75].map((share) => quantile(found.answers, share) / 24);
  const record = [0.25, 0.5, 0.75].map((share) => quantile(found.record, share) / 24);
  const of = (/** @type {readonly number[]} */ xs) => xs.map((x) => x.toFixed(2));
  const apart = (answers[1] ?? 0) / (record[1] ?? 1);
  return [
    ...rows,
    [`answers to offers in the record (${found.record.length})`, ...of(record), ''],
    [
      `answers to offers, measured (${found.answers.length})`,
      ...of(answers),
      `median is ${apart.toFixed(2)} of the record's`,
    ],
  ];
}

/**
 * Quartiles beside those of base rates.
 * @param {string} title
 * @param {Record<string, readonly number[]>} targets
 * @param {readonly number[]} values
 */
function againstQuartiles(title, targets, values) {
  const shares = [0.25, 0.5, 0.75];
  const measured = shares.map((share) => quantile(values, share));
  const rows = Object.entries(targets).map(([name, target]) => {
    const met = (measured[1] ?? 0) >= (target[0] ?? 0) && (measured[1] ?? 0) <= (target[2] ?? 0);
    const words = met ? 'met: measured median between its quartiles' : 'missed';
    return [`target: ${name}`, ...target.map(String), words];
  });
  const own = [`measured (${values.length})`, ...measured.map((x) => x.toFixed(1)), ''];
  return [[title, 'lower quartile', 'median', 'upper quartile', 'verdict'], ...rows, own];
}
