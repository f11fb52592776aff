import { useState } from 'react';
import type { Sensitivity, Summary } from '../../protocol/simulation.js';
import { DataTable, type Row } from './data-table.js';
import { percent, percentInterval, whole } from './figures.js';
import { endingHue } from './hues.js';
import { OutcomeChoice } from './outcome-choice.js';
import { PlotFigure, type Draw } from './plot-figure.js';

/** How each ending's share moves with what nobody knows, widest first. */
export function Sensitivities({ summary }: { readonly summary: Summary }) {
  const variant = summary.variants.at(-1);
  const endings = (variant?.endings ?? []).filter(({ name }) =>
    variant?.sensitivity.some(({ ending }) => ending === name),
  );
  const [ending, setEnding] = useState(endings[0]?.name ?? '');
  if (variant === undefined || endings.length === 0) return null;
  const shown = variant.sensitivity.filter((one) => one.ending === ending);
  const n = variant.endings.findIndex(({ name }) => name === ending);
  const overall = variant.endings[n]?.share.value ?? 0;
  return (
    <section className="result" aria-labelledby="sensitivity-title">
      <h3 id="sensitivity-title">What it depends on</h3>
      <p>
        Nobody can know these; each history drew its own. Beside each other stand the histories with
        its lowest and with its highest values
        {summary.variants.length > 1 ? ', all with the changes.' : '.'}
      </p>
      <OutcomeChoice
        label="Share that ended as"
        outcomes={endings}
        chosen={ending}
        onChoose={setEnding}
      />
      <div className="plot-and-table">
        <PlotFigure
          title="Share where it is lowest (open) and highest (filled)"
          words={`A bar for each unknown. ${shown
            .map(
              ({ title, low, high }) =>
                `${title}: ${percent(low.share.value)} to ${percent(high.share.value)}`,
            )
            .join('; ')}.`}
          draw={draw(shown, overall, endingHue(Math.max(0, n)))}
          of={`${summary.seed} ${summary.runs} ${ending}`}
        />
        <DataTable
          label="What it depends on, as a table"
          columns={[
            { title: 'Unknown' },
            { title: 'Value' },
            { title: 'Share', number: true },
            { title: '95 % interval', number: true },
            { title: 'Histories', number: true },
          ]}
          rows={shown.flatMap(rowsOf)}
        />
      </div>
    </section>
  );
}

function rowsOf({ name, title, low, high }: Sensitivity): readonly Row[] {
  return [low, high].map(({ label, runs, share }) => ({
    key: `${name} ${label}`,
    cells: [title, label, percent(share.value), percentInterval(share), whole(runs)],
  }));
}

function draw(shown: readonly Sensitivity[], overall: number, hue: string): Draw {
  const data = shown.map(({ title, low, high }) => ({
    title,
    low: low.share.value,
    high: high.share.value,
  }));
  const all = data.flatMap(({ low, high }) => [low, high, overall]);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const margin = Math.max(0.01, (to - from) * 0.1);
  return (plot, width) =>
    plot.plot({
      width,
      height: data.length * 30 + 46,
      marginLeft: width < 420 ? 110 : 190,
      marginRight: 24,
      className: 'chart',
      x: {
        label: null,
        domain: [Math.max(0, from - margin), Math.min(1, to + margin)],
        tickFormat: (d: number) => `${Number((d * 100).toPrecision(3))} %`,
        ticks: 5,
      },
      y: { label: null, axis: null, domain: data.map(({ title }) => title) },
      marks: [
        plot.axisY({ label: null, lineWidth: 14, tickSize: 0 }),
        plot.ruleX([overall], { stroke: 'var(--rule)' }),
        plot.barX(data, {
          x1: 'low',
          x2: 'high',
          y: 'title',
          fill: hue,
          fillOpacity: 0.35,
          insetTop: 8,
          insetBottom: 8,
        }),
        plot.dot(data, { x: 'low', y: 'title', r: 4, fill: 'var(--paper)', stroke: hue }),
        plot.dot(data, { x: 'high', y: 'title', r: 4, fill: hue, stroke: hue }),
      ],
    });
}
