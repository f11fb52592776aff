import type { Difference, PairSummary, Summary } from '../summary.js';
import { countText, hoursText, percentText } from '../summary/plain-words.js';
import { numberText, pointsText, roundShare, signedNumber } from '../summary/figures.js';
import { intervalBar, type Scale } from './interval-bar.js';
import { html, NOTHING, type Markup } from './markup.js';
import { axisMarkup } from './outcome-section.js';
import { figure, folded, leftOut, tableMarkup, text, type Cell } from './table.js';

/** What each change makes of the same histories, pair by pair; nothing where none are paired. */
export function pairSection({ pairs, variants }: Summary): Markup {
  if (pairs.length === 0) return NOTHING;
  const titles = new Map(variants[0]!.endings.map(({ name, title }) => [name, title]));
  return html`<section id="pairs">
    <h2>What the change makes of the same histories</h2>
    ${pairs.map((pair) => pairMarkup(pair, titles))}
    <p class="note">
      Differences of shares: method 10 of Newcombe (1998); of numbers: Student's interval over the
      paired differences. The last columns say what the coupling is worth: the variance of the
      paired difference over what it would be with runs that share no draws.
    </p>
  </section>`;
}

/** What endings are called, by name. */
type Titles = ReadonlyMap<string, string>;

function pairMarkup(pair: PairSummary, titles: Titles): Markup {
  return html`<h3>${pair.change} against ${pair.baseline}</h3>
    <p>${sameness(pair)} ${drawsText(pair)}</p>
    ${endingTable(pair)}${transitionTable(pair, titles)}${divergenceTable(pair)}
    ${differencesMarkup(pair)}`;
}

function sameness({ pairs, identical }: PairSummary): string {
  const share = percentText(identical / pairs);
  return `${countText(identical)} of ${countText(pairs)} pairs (${share}) are the same to the last event.`;
}

function drawsText({ pairs, unaligned }: PairSummary): string {
  const { mean, most, pairsWithout } = unaligned;
  if (pairsWithout === pairs) return 'No draw of chance was used by one history of a pair alone.';
  return (
    `Draws of chance that only one history of a pair used: ${numberText(mean)} a pair on average,` +
    ` at most ${countText(most)}; none in ${countText(pairsWithout)} pairs.`
  );
}

function isShare({ column }: Difference): boolean {
  return column.startsWith('ending=');
}

function endingTable({ change, differences }: PairSummary): Markup {
  const shares = differences.filter(isShare);
  const reach = shares.flatMap(({ difference: { low, high } }) => [Math.abs(low), Math.abs(high)]);
  const bound = roundShare(Math.max(...reach));
  const scale = { low: -bound, high: bound };
  return tableMarkup({
    caption: `Shares of endings, ${change} less baseline, in percentage points`,
    head: [
      text('Ending'),
      text(axisMarkup(scale, pointsText)),
      figure('Baseline'),
      figure('Change'),
      figure('Difference'),
      figure('95 % interval'),
      figure('Pairs that differ'),
    ],
    rows: shares.map((difference) => shareRow(difference, scale)),
  });
}

function shareRow(
  { title, baseline, change, difference, differing }: Difference,
  scale: Scale,
): Cell[] {
  const { value, low, high } = difference;
  return [
    text(title.replace(/^Ended: /, '')),
    text(intervalBar(difference, scale, 1)),
    figure(percentText(baseline)),
    figure(percentText(change)),
    figure(pointsText(value)),
    figure(`${pointsText(low)} to ${pointsText(high)}`),
    figure(countText(differing)),
  ];
}

function transitionTable(
  { endings, pairs, baseline, change }: PairSummary,
  titles: Titles,
): Markup {
  return tableMarkup({
    caption: `How the same run ended: ${baseline}, then ${change}`,
    head: [text(baseline), text(change), figure('Pairs'), figure('Of all pairs')],
    rows: endings.map(({ from, to, count }) => [
      text(titles.get(from) ?? from),
      text(titles.get(to) ?? to),
      figure(countText(count)),
      figure(percentText(count / pairs)),
    ]),
  });
}

function divergenceTable({ divergences, pairs, identical }: PairSummary): Markup {
  if (divergences.length === 0) return NOTHING;
  return tableMarkup({
    caption: 'Where pairs first part',
    head: [
      text('First event that differs'),
      figure('Pairs'),
      figure('Of those that part'),
      figure('Median time after the start'),
    ],
    rows: divergences.map(({ reason, count, at }) => [
      text(reason),
      figure(countText(count)),
      figure(percentText(count / (pairs - identical))),
      figure(hoursText(at)),
    ]),
  });
}

/** The outcomes that differ in any pair, and how many differ in none. */
function differencesMarkup({ differences, change }: PairSummary): Markup {
  const told = differences.filter(({ differing }) => differing > 0);
  const same = leftOut(differences.length - told.length, 'that differed in no pair', 'pairs.csv');
  if (told.length === 0) return same;
  return html`${folded(
    'Every outcome that differs, change less baseline',
    differenceTable(change, told),
  )}${same}`;
}

function differenceTable(change: string, differences: readonly Difference[]): Markup {
  return tableMarkup({
    caption: `Every outcome that differs, ${change} less baseline`,
    head: [
      text('Outcome'),
      figure('Baseline'),
      figure('Change'),
      figure('Difference'),
      figure('95 % interval'),
      figure('Pairs that differ'),
      figure('Pairs'),
      figure('Paired variance'),
      figure('Unpaired variance'),
      figure('Ratio'),
    ],
    rows: differences.map(differenceRow),
  });
}

function differenceRow(row: Difference): Cell[] {
  const { title, unit, difference, pairedVariance, unpairedVariance } = row;
  const { value, low, high } = difference;
  const named = unit === '' ? title : `${title} (${unit})`;
  return [
    text(named),
    figure(numberText(row.baseline)),
    figure(numberText(row.change)),
    figure(signedNumber(value)),
    figure(`${signedNumber(low)} to ${signedNumber(high)}`),
    figure(countText(row.differing)),
    figure(countText(row.count)),
    figure(numberText(pairedVariance)),
    figure(numberText(unpairedVariance)),
    figure(unpairedVariance === 0 ? '—' : numberText(pairedVariance / unpairedVariance)),
  ];
}
