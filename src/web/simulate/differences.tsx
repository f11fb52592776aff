import type { Difference, PairSummary, Summary } from '../../protocol/simulation.js';
import { pairedWords } from '../shell/paired-words.js';
import { DataTable, type Row } from './data-table.js';
import {
  figure,
  hours,
  number,
  percent,
  signed,
  signedInterval,
  unitText,
  whole,
} from './figures.js';
import { messages } from './messages.js';
import { PlotFigure, type Draw } from './plot-figure.js';

/** What the changes did: each outcome with them less the same run's without. */
export function Differences({ summary }: { readonly summary: Summary }) {
  const pair = summary.pairs[0];
  return (
    <section className="result" aria-labelledby="differences-title">
      <h3 id="differences-title">What the changes did</h3>
      {pair === undefined ? <p className="none">{messages.unpaired}</p> : <Pair pair={pair} />}
    </section>
  );
}

function Pair({ pair }: { readonly pair: PairSummary }) {
  const { differences, pairs, identical, unaligned } = pair;
  const shares = differences.filter(({ column }) => column.startsWith('ending='));
  const differing = differences.filter((one) => one.differing > 0 && !shares.includes(one));
  const same = differences.length - shares.length - differing.length;
  return (
    <>
      <p>
        {`Of ${whole(pairs)} pairs ${whole(identical)} are the same to the last event. `}
        {`On average ${number(unaligned.mean)} draws of chance were used by one history of a pair alone; `}
        {`in ${whole(unaligned.pairsWithout)} pairs there was no such draw.`}
      </p>
      <div className="plot-and-table">
        <PlotFigure
          title="Share of each ending with the changes, less without; 95 % intervals of paired differences"
          words={`Differences of shares. ${shares
            .map(({ title, difference }) => `${title}: ${points(difference.value)}`)
            .join('; ')}.`}
          draw={drawShares(shares)}
          of={pair}
        />
        <DataTable
          label="Endings with and without the changes, as a table"
          columns={[
            { title: 'Ending' },
            { title: 'Without', number: true },
            { title: 'With', number: true },
            { title: 'Difference', number: true },
            { title: '95 % interval', number: true },
            { title: 'Pairs that differ', number: true },
          ]}
          rows={shares.map(shareRow)}
        />
      </div>
      <Moves pair={pair} />
      <Partings pair={pair} />
      <h4>Other outcomes that moved</h4>
      {differing.length === 0 && <p className="none">None did.</p>}
      {differing.length > 0 && (
        <DataTable
          label="Other outcomes with and without the changes, as a table"
          columns={[
            { title: 'Outcome' },
            { title: 'Unit' },
            { title: 'Without', number: true },
            { title: 'With', number: true },
            { title: 'Difference', number: true },
            { title: '95 % interval', number: true },
            { title: 'Pairs that differ', number: true },
            { title: 'Variance, of unpaired', number: true },
          ]}
          rows={differing.map(differenceRow)}
        />
      )}
      {same > 0 && (
        <p className="hint">{`${whole(same)} other outcomes are the same in every pair.`}</p>
      )}
    </>
  );
}

/** The column of an ending's share without what the heading says already. */
function plainTitle(title: string): string {
  return title.replace(/^Ended: /, '');
}

/** A difference of shares in percentage points. */
function points(share: number): string {
  const text = Math.abs(share * 100).toFixed(1);
  return `${share < 0 ? '−' : '+'}${text} points`;
}

function shareRow({ column, title, baseline, change, difference, differing }: Difference): Row {
  const [low, high] = [difference.low, difference.high].map((one) => points(one).split(' ')[0]!);
  return {
    key: column,
    cells: [
      plainTitle(title),
      percent(baseline),
      percent(change),
      points(difference.value),
      `${low} to ${high}`,
      whole(differing),
    ],
  };
}

function differenceRow(one: Difference): Row {
  const { column, title, unit, baseline, change, difference, differing } = one;
  const ratio = one.unpairedVariance > 0 ? one.pairedVariance / one.unpairedVariance : Number.NaN;
  return {
    key: column,
    cells: [
      title,
      unitText(unit),
      figure(baseline, unit),
      figure(change, unit),
      signed(difference.value, unit),
      signedInterval(difference, unit),
      whole(differing),
      Number.isNaN(ratio) ? '–' : percent(ratio),
    ],
  };
}

function Moves({ pair: { endings } }: { readonly pair: PairSummary }) {
  const moved = endings.filter(({ from, to }) => from !== to);
  if (moved.length === 0) return null;
  return (
    <>
      <h4>From one ending to another</h4>
      <DataTable
        label="Pairs by both endings, as a table"
        columns={[
          { title: 'Without the changes' },
          { title: 'With them' },
          { title: 'Pairs', number: true },
        ]}
        rows={moved.map(({ from, to, count }) => ({
          key: `${from} ${to}`,
          cells: [from.replaceAll('_', ' '), to.replaceAll('_', ' '), whole(count)],
        }))}
      />
    </>
  );
}

/** So many reasons are shown. */
const REASONS = 12;

function Partings({ pair: { divergences } }: { readonly pair: PairSummary }) {
  if (divergences.length === 0) return null;
  return (
    <>
      <h4>Where pairs part</h4>
      <DataTable
        label="First divergences, as a table"
        columns={[
          { title: 'What first happens otherwise' },
          { title: 'Pairs', number: true },
          { title: 'After the start, half by', number: true },
        ]}
        rows={divergences.slice(0, REASONS).map(({ reason, count, at }) => ({
          key: reason,
          cells: [pairedWords(reason), whole(count), hours(at)],
        }))}
      />
    </>
  );
}

function drawShares(shares: readonly Difference[]): Draw {
  const data = shares.map(({ title, difference }) => ({
    title: plainTitle(title),
    ...difference,
  }));
  const reach = Math.max(0.01, ...data.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  return (plot, width) =>
    plot.plot({
      width,
      height: data.length * 30 + 58,
      marginBottom: 40,
      marginLeft: width < 420 ? 96 : 170,
      marginRight: 24,
      className: 'chart',
      x: {
        label: 'percentage points',
        labelAnchor: 'center',
        labelOffset: 36,
        domain: [-reach * 1.1, reach * 1.1],
        tickFormat: (d: number) => signed(Number((d * 100).toPrecision(3))),
        ticks: 5,
      },
      y: { label: null, axis: null, domain: data.map(({ title }) => title) },
      marks: [
        plot.axisY({ label: null, lineWidth: 14, tickSize: 0 }),
        plot.ruleX([0], { stroke: 'var(--rule)' }),
        plot.ruleY(data, {
          x1: 'low',
          x2: 'high',
          y: 'title',
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
        }),
        plot.dot(data, { x: 'value', y: 'title', r: 4, fill: 'var(--ink)' }),
      ],
    });
}
