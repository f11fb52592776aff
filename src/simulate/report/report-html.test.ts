import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { summarize } from '../summarize.js';
import type { Summary } from '../summary.js';
import {
  inventedBatch,
  inventedPairs,
  inventedProgram,
  inventedRows,
  sourceOf,
} from '../testing/invented-batch.js';
import { html } from './markup.js';
import { reportHtml } from './report-html.js';
import { drawnSeries } from './series.js';
import { PALETTE } from './style.js';

const RUNS = 1200;

function summary(paired: boolean, runs = RUNS): Summary {
  const baseline = inventedRows(runs, 0);
  const change = inventedRows(runs, 0.2);
  const source = sourceOf([baseline, change], inventedPairs(baseline, change), 100);
  return summarize(inventedProgram(), inventedBatch(runs, paired), source);
}

const paired = summary(true);
const page = reportHtml(paired);

/** The elements of a page as a strict parser sees them, with the text of each. */
function elementsOf(text: string): { readonly name: string; readonly text: string }[] {
  const found: { name: string; text: string }[] = [];
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push({ name, text: '' });
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => found.push(open.pop()!));
  parser.on('error', (error) => {
    throw error;
  });
  // The three empty tags of the head have no end in HTML; && is text to HTML, a fault in XML.
  const strict = text
    .replace('<!doctype html>', '')
    .replaceAll(/<meta ([^>]*[^/])>/g, '<meta $1/>')
    .replaceAll(/<(style|script)>[^]*?<\/\1>/g, '');
  parser.write(strict).close();
  return found;
}

const elements = elementsOf(page);

function textsOf(name: string): string[] {
  return elements
    .filter((element) => element.name === name)
    .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
}

test('R27: shares stand under headings that name runs and assumptions, never a bare probability', () => {
  const single = reportHtml(summary(false));
  const text = single.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
  expect(text).toContain('How 1,200 histories ended under these assumptions');
  expect(text).toMatch(/in \d+\.\d % of 1,200 histories under these assumptions, 95 % interval/);
  expect(text).toContain('a log-uniform prior over [0.01, 0.3]');
  expect(text).not.toMatch(/probabilit(y|ies)/i);
});

test('what a scenario or a change says is text and never markup', () => {
  expect(textsOf('h1')).toEqual(['Two towns & <one> bridge']);
  expect(textsOf('dd')).toContain('channel ferry delay 3h & <more>');
  expect(html`<i title="${'"<&>\''}">${['a<b', 1]}</i>`.markup).toBe(
    '<i title="&quot;&lt;&amp;&gt;&#39;">a&lt;b1</i>',
  );
});

test('the page asks nothing of the network', () => {
  expect(page).not.toMatch(/(src|href)="(?!#)/);
  expect(page).not.toMatch(/url\(|@import|https?:/);
});

test('every plot of curves has its table, and every bar stands in one', () => {
  const plots = page.split(/<svg\s+class="curves"/).length - 1;
  const inFigures = page.split('<figure>').slice(1);
  expect(plots).toBe(inFigures.length);
  expect(inFigures.every((figure) => figure.split('</figure>')[0]!.includes('<table>'))).toBe(true);
  const bars = page.split(/<svg\s+class="row"/);
  expect(bars.length).toBeGreaterThan(10);
  expect(bars.slice(0, -1).every((before) => /<td class="text">\s*$/.test(before.slice(-60)))).toBe(
    true,
  );
});

test('every table has a name of its own', () => {
  const captions = textsOf('caption');
  expect(new Set(captions).size).toBe(captions.length);
});

test('every outcome of the summary that varies is on the page', () => {
  const names = new Set(textsOf('th'));
  const { numbers } = paired.variants[0]!;
  const missing = numbers.filter(
    ({ title, unit }) => !names.has(unit === '' ? title : `${title} (${unit})`),
  );
  expect(missing).toEqual([]);
});

test('an outcome that has one value throughout is counted, not listed', () => {
  const [baseline, change] = paired.variants;
  const numbers = baseline!.numbers.map((number, i) => (i === 0 ? { ...number, sd: 0 } : number));
  const categories = baseline!.categories.map((category) => ({
    ...category,
    shares: category.shares.map((share, i) => ({
      ...share,
      share: { ...share.share, value: i === 0 ? 1 : 0 },
    })),
  }));
  const variants = [{ ...baseline!, numbers, categories }, change!];
  const [, section] = reportHtml({ ...paired, variants }).split('id="numbers"');
  expect(section!.replaceAll(/\s+/g, ' ')).toContain(
    `Not listed: ${1 + categories.length} outcomes of baseline that had one value in every` +
      ' history that had any (see runs.csv).',
  );
  expect(section).not.toContain('Shares of other outcomes (baseline)');
  expect(section!.split(`>${numbers[0]!.title}`).length).toBe(2);
});

test('an outcome that differs in no pair is counted, not listed', () => {
  const [pair] = paired.pairs;
  const differences = pair!.differences.map((difference, i) =>
    i === 0 ? difference : { ...difference, differing: 0 },
  );
  const some = reportHtml({ ...paired, pairs: [{ ...pair!, differences }] });
  expect(some).toContain(
    `Not listed: ${differences.length - 1} outcomes that differed in no pair (see pairs.csv).`,
  );
  const none = differences.map((difference) => ({ ...difference, differing: 0 }));
  const same = reportHtml({ ...paired, pairs: [{ ...pair!, differences: none }] });
  expect(same).not.toContain('Every outcome that differs');
});

test('a plot of shares whose axis does not begin at nothing says so in its title', () => {
  const [baseline] = paired.variants;
  const durations = baseline!.durations.map((duration) => ({
    ...duration,
    steps: duration.steps.map(({ at }) => ({ at, value: 0.97, low: 0.95, high: 0.99 })),
  }));
  const rare = reportHtml({ ...paired, pairs: [], variants: [{ ...baseline!, durations }] });
  const saying = (text: string) => text.split(/\(axis from [^)]* up\)/).length - 1;
  expect(saying(rare)).toBe(durations.length);
  const common = durations.map((duration) => ({
    ...duration,
    steps: duration.steps.map((step) => ({ ...step, low: 0.4 })),
  }));
  const whole = { ...paired, pairs: [], variants: [{ ...baseline!, durations: common }] };
  expect(saying(reportHtml(whole))).toBe(0);
});

test('the same summary gives the same bytes, with positions to hundredths', () => {
  expect(reportHtml(summary(true))).toBe(page);
  const paths = [...page.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path!);
  expect(paths.join(' ')).not.toMatch(/\.\d{3}|NaN|e[-+]?\d/);
});

test('one history is told as one, and nothing fails for want of a second', () => {
  const text = reportHtml(summary(false, 1)).replaceAll(/<[^>]*>/g, '');
  expect(text).toContain('1 history');
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
});

test('of many variants the plots draw four, the first and the last among them', () => {
  const many = Array.from({ length: 11 }, (_, i) => ({ ...paired.variants[0]!, name: `v${i}` }));
  expect(drawnSeries(many).map(({ variant }) => variant.name)).toEqual(['v0', 'v3', 'v7', 'v10']);
  const sweep = reportHtml({ ...paired, variants: many });
  expect(sweep).toContain('7 more variants stand in the tables');
});

test("the page has the app's colours", () => {
  const tokens = readFileSync('src/web/style/tokens.css', 'utf8');
  const [day, night] = [tokens.split('@media')[0]!, tokens.split('@media')[1]!];
  for (const [text, palette] of [
    [day, PALETTE.day],
    [night, PALETTE.night],
  ] as const) {
    const missing = Object.entries(palette).filter(
      ([n, colour]) => !text.includes(`--${n}: ${colour};`),
    );
    expect(missing).toEqual([]);
  }
});
