import type { Share, Summary } from '../../protocol/simulation.js';
import { DataTable, type Row } from './data-table.js';
import { percent, percentInterval, whole } from './figures.js';
import { endingHue, variantTitle } from './hues.js';
import { PlotFigure, type Draw } from './plot-figure.js';
import type { Bar } from './simulate-address.js';

interface OutcomesProps {
  readonly summary: Summary;
  readonly bar: Bar | null;
  readonly onBar: (bar: Bar | null) => void;
}

interface OutcomeBar extends Share {
  readonly variant: number;
  readonly of: string;
  readonly hue: string;
}

/** How histories ended: bars to press, and the same as a table with buttons. */
export function Outcomes({ summary, bar, onBar }: OutcomesProps) {
  const bars = barsOf(summary);
  const open = ({ variant, name }: OutcomeBar) => onBar({ variant, ending: name, from: 0 });
  const rows = bars.map((one): Row => {
    const isOpen = bar?.variant === one.variant && bar.ending === one.name;
    return {
      key: `${one.variant} ${one.name}`,
      cells: [
        one.title,
        ...(summary.variants.length > 1 ? [one.of] : []),
        one.count === 0 ? (
          'none'
        ) : (
          <button
            type="button"
            className="link"
            aria-pressed={isOpen}
            onClick={() => (isOpen ? onBar(null) : open(one))}
          >
            {`list ${whole(one.count)}`}
            <span className="hidden">{`: ${one.title}, ${one.of}`}</span>
          </button>
        ),
        percent(one.share.value),
        percentInterval(one.share),
      ],
    };
  });
  const paired = summary.variants.length > 1;
  return (
    <section className="result" aria-labelledby="outcomes-title">
      <h3 id="outcomes-title">How they ended</h3>
      <div className="plot-and-table">
        <PlotFigure
          title="Share of histories, with 95 % intervals; press a bar to list its histories"
          words={`Bars of the shares of endings. ${bars.map(barWords).join('; ')}.`}
          draw={draw(bars, paired)}
          of={summary}
          onBar={(index) => open(bars[index]!)}
        />
        <DataTable
          label="How they ended, as a table"
          columns={[
            { title: 'Ending' },
            ...(paired ? [{ title: 'Changes' }] : []),
            { title: 'Histories' },
            { title: 'Share', number: true },
            { title: '95 % interval', number: true },
          ]}
          rows={rows}
        />
      </div>
    </section>
  );
}

function barsOf({ variants }: Summary): readonly OutcomeBar[] {
  const endings = variants[0]?.endings ?? [];
  return endings.flatMap((ending, n) =>
    variants.map((variant, index) => ({
      ...variant.endings[n]!,
      variant: index,
      of: variantTitle(variant.name),
      hue: endingHue(n),
      title: ending.title,
    })),
  );
}

function barWords({ title, of, share }: OutcomeBar): string {
  return `${title}, ${of}: ${percent(share.value)}`;
}

const SHARE_TICKS = [0, 0.25, 0.5, 0.75, 1];

function draw(bars: readonly OutcomeBar[], paired: boolean): Draw {
  const rowHeight = paired ? 24 : 30;
  return (plot, width) =>
    plot.plot({
      width,
      height: bars.length * rowHeight + (paired ? bars.length * 5 : 0) + 52,
      marginLeft: width < 420 ? 96 : 170,
      marginRight: 64,
      className: 'chart',
      x: {
        domain: [0, 1],
        ticks: SHARE_TICKS,
        tickFormat: (d: number) => `${d * 100} %`,
        label: null,
      },
      y: { label: null, axis: paired ? null : 'left', domain: namesOf(bars, paired) },
      fy: { label: null, domain: [...new Set(bars.map(({ title }) => title))], padding: 0.15 },
      marks: [
        plot.ruleX(SHARE_TICKS, { stroke: 'var(--faint)' }),
        ...(paired ? [plot.axisFy({ anchor: 'left', label: null, lineWidth: 14 })] : []),
        plot.barX(bars, {
          x: ({ share }: OutcomeBar) => share.value,
          y: paired ? 'of' : 'title',
          ...(paired ? { fy: 'title' } : {}),
          fill: 'hue',
          fillOpacity: ({ variant }: OutcomeBar) => (paired && variant === 0 ? 0.38 : 1),
          stroke: 'hue',
          insetTop: 2,
          insetBottom: 2,
        }),
        plot.ruleY(bars, {
          x1: ({ share }: OutcomeBar) => share.low,
          x2: ({ share }: OutcomeBar) => share.high,
          y: paired ? 'of' : 'title',
          ...(paired ? { fy: 'title' } : {}),
          stroke: 'var(--ink)',
          strokeWidth: 1.5,
        }),
        plot.text(bars, {
          x: ({ share }: OutcomeBar) => share.high,
          y: paired ? 'of' : 'title',
          ...(paired ? { fy: 'title' } : {}),
          text: ({ of, share }: OutcomeBar) =>
            paired ? `${percent(share.value)} ${of}` : percent(share.value),
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--ink)',
          clip: false,
        }),
      ],
      color: { type: 'identity' },
      opacity: { type: 'identity' },
    });
}

function namesOf(bars: readonly OutcomeBar[], paired: boolean): string[] {
  return [...new Set(bars.map(({ of, title }) => (paired ? of : title)))];
}
