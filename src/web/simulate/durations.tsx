import { useState } from 'react';
import type { Summary, Survival } from '../../protocol/simulation.js';
import { DataTable, type Column, type Row } from './data-table.js';
import { hours, whole } from './figures.js';
import { endingHue, variantDash, variantTitle } from './hues.js';
import { spread } from './label-places.js';
import { OutcomeChoice } from './outcome-choice.js';
import { PlotFigure, type Draw } from './plot-figure.js';

interface Curve extends Survival {
  readonly variant: number;
  readonly of: string;
}

/** How long each outcome took: curves of the share still without it, and their quantiles. */
export function Durations({ summary }: { readonly summary: Summary }) {
  const names = reachedNames(summary);
  const [chosen, setChosen] = useState(names[0]?.name ?? '');
  if (names.length === 0) return null;
  const curves = curvesOf(summary, chosen);
  const title = curves[0]?.title ?? '';
  return (
    <section className="result" aria-labelledby="durations-title">
      <h3 id="durations-title">How long it took</h3>
      <OutcomeChoice
        label="From the start to"
        outcomes={names}
        chosen={chosen}
        onChoose={setChosen}
      />
      <div className="plot-and-table">
        <PlotFigure
          title={`Share of histories still without it, by days after the start: ${title}`}
          words={`Falling curves of the share of histories still without ${title}. ${curves
            .map(
              ({ of, reached }) => `${of}: ${whole(reached)} of ${whole(summary.runs)} came to it`,
            )
            .join('; ')}.`}
          draw={draw(
            curves,
            names.findIndex(({ name }) => name === chosen),
          )}
          of={`${summary.seed} ${summary.runs} ${chosen} ${curves.length}`}
        />
        <DataTable
          label="How long it took, as a table"
          columns={columnsOf(summary)}
          rows={rowsOf(
            summary,
            names.filter(({ name }) => name === chosen),
          )}
        />
      </div>
      <details>
        <summary>{`All ${names.length} in one table`}</summary>
        <DataTable
          label="How long everything took, as a table"
          columns={columnsOf(summary)}
          rows={rowsOf(summary, names)}
        />
      </details>
    </section>
  );
}

const SHARES = [5, 25, 50, 75, 95];

function columnsOf({ variants }: Summary): readonly Column[] {
  return [
    { title: 'To' },
    ...(variants.length > 1 ? [{ title: 'Changes' }] : []),
    { title: 'Came to it', number: true },
    ...SHARES.map((share) => ({ title: `${share} % by`, number: true })),
  ];
}

/** What at least one history came to. */
function reachedNames({ variants }: Summary): readonly Survival[] {
  const [first] = variants;
  return (first?.durations ?? []).filter(({ name }) =>
    variants.some(({ durations }) => durations.some((one) => one.name === name && one.reached > 0)),
  );
}

function curvesOf({ variants }: Summary, name: string): readonly Curve[] {
  return variants.flatMap((variant, n) => {
    const curve = variant.durations.find((one) => one.name === name);
    return curve === undefined ? [] : [{ ...curve, variant: n, of: variantTitle(variant.name) }];
  });
}

function rowsOf(summary: Summary, names: readonly Survival[]): readonly Row[] {
  return names.flatMap(({ name }) =>
    curvesOf(summary, name).map(({ title, of, reached, quantiles }) => ({
      key: `${name} ${of}`,
      cells: [
        title,
        ...(summary.variants.length > 1 ? [of] : []),
        whole(reached),
        ...SHARES.map((share) => {
          const at = quantiles.find((one) => Math.round(one.share * 100) === share)?.at ?? null;
          return at === null ? 'fewer do' : hours(at);
        }),
      ],
    })),
  );
}

function draw(curves: readonly Curve[], n: number): Draw {
  const steps = curves.flatMap(({ steps, variant, of }) =>
    steps.map(({ at, value, low, high }) => ({ days: at / 24, value, low, high, variant, of })),
  );
  const ends = spread(
    curves.map(({ of, steps }) => {
      const last = steps.at(-1) ?? { at: 0, value: 1 };
      return { days: last.at / 24, value: last.value, of };
    }),
  );
  const hue = endingHue(Math.max(0, n));
  return (plot, width) =>
    plot.plot({
      width,
      height: 260,
      marginLeft: 46,
      marginBottom: 40,
      marginRight: 60,
      className: 'chart',
      x: {
        label: 'days after the start',
        labelAnchor: 'center',
        labelOffset: 36,
        domain: [0, Math.max(1, ...ends.map(({ days }) => days))],
      },
      y: { label: null, domain: [0, 1], tickFormat: (d: number) => `${Math.round(d * 100)} %` },
      marks: [
        plot.gridY({ stroke: 'var(--faint)', strokeOpacity: 1 }),
        plot.areaY(steps, {
          x: 'days',
          y1: 'low',
          y2: 'high',
          z: 'of',
          fill: hue,
          fillOpacity: 0.12,
          curve: 'step-after',
        }),
        ...curves.map(({ variant }) =>
          plot.lineY(
            steps.filter((step) => step.variant === variant),
            {
              x: 'days',
              y: 'value',
              stroke: hue,
              strokeWidth: 1.75,
              strokeDasharray: variantDash(variant, curves.length),
              curve: 'step-after',
            },
          ),
        ),
        plot.text(curves.length > 1 ? ends : [], {
          x: 'days',
          y: 'place',
          text: 'of',
          textAnchor: 'start',
          dx: 5,
          fill: 'var(--ink)',
        }),
      ],
    });
}
