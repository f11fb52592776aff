import type { Summary } from '../../protocol/simulation.js';
import { DataTable } from './data-table.js';
import { percent, percentInterval, whole } from './figures.js';
import { endingHue } from './hues.js';
import { spread } from './label-places.js';
import { PlotFigure, type Draw } from './plot-figure.js';

interface Point {
  readonly ending: string;
  readonly hue: string;
  readonly runs: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How the shares settled as histories were added: whether there were enough of them. */
export function Convergences({ summary }: { readonly summary: Summary }) {
  const variant = summary.variants.at(-1);
  if (variant === undefined || variant.convergence.length === 0) return null;
  const points = variant.convergence.flatMap(({ ending, points }) => {
    const n = variant.endings.findIndex(({ name }) => name === ending);
    const title = variant.endings[n]?.title ?? ending;
    return points.map((point): Point => ({
      ...point,
      ending: title,
      hue: endingHue(Math.max(0, n)),
    }));
  });
  return (
    <section className="result" aria-labelledby="convergence-title">
      <h3 id="convergence-title">As histories were added</h3>
      <div className="plot-and-table">
        <PlotFigure
          title={`Shares of endings after so many histories${summary.variants.length > 1 ? ', with the changes' : ''}`}
          words="Lines that level off as histories are added; the table says the same."
          draw={draw(points)}
          of={summary}
        />
        <details>
          <summary>The same as a table</summary>
          <DataTable
            label="Shares after so many histories, as a table"
            columns={[
              { title: 'Ending' },
              { title: 'Histories', number: true },
              { title: 'Share', number: true },
              { title: '95 % interval', number: true },
            ]}
            rows={points.map((point) => ({
              key: `${point.ending} ${point.runs}`,
              cells: [
                point.ending,
                whole(point.runs),
                percent(point.value),
                percentInterval(point),
              ],
            }))}
          />
        </details>
      </div>
    </section>
  );
}

function draw(points: readonly Point[]): Draw {
  const most = Math.max(1, ...points.map(({ runs }) => runs));
  const ends = points.filter(({ runs }) => runs === most);
  return (plot, width) =>
    plot.plot({
      width,
      height: 240,
      marginLeft: 46,
      marginBottom: 40,
      marginRight: 130,
      className: 'chart',
      x: {
        label: 'histories',
        labelAnchor: 'center',
        labelOffset: 36,
        domain: [0, most],
        ticks: 5,
      },
      y: { label: null, domain: [0, 1], tickFormat: (d: number) => `${Math.round(d * 100)} %` },
      color: { type: 'identity' },
      marks: [
        plot.gridY({ stroke: 'var(--faint)', strokeOpacity: 1 }),
        plot.areaY(points, {
          x: 'runs',
          y1: 'low',
          y2: 'high',
          z: 'ending',
          fill: 'hue',
          fillOpacity: 0.12,
        }),
        plot.lineY(points, { x: 'runs', y: 'value', z: 'ending', stroke: 'hue', strokeWidth: 1.5 }),
        plot.text(spread(ends), {
          x: 'runs',
          y: 'place',
          text: 'ending',
          textAnchor: 'start',
          dx: 6,
          fill: 'hue',
        }),
      ],
    });
}
