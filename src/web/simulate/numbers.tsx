import type { Summary } from '../../protocol/simulation.js';
import { DataTable, type Row } from './data-table.js';
import { figure, unitText, whole } from './figures.js';
import { variantTitle } from './hues.js';

const SHARES = [0.05, 0.5, 0.95];

/** Every other outcome that is a number: mean and spread. */
export function Numbers({ summary }: { readonly summary: Summary }) {
  const paired = summary.variants.length > 1;
  const rows = summary.variants.flatMap(({ name, numbers }) =>
    numbers.map(({ column, title, unit, count, mean, quantiles }): Row => ({
      key: `${name} ${column}`,
      cells: [
        title,
        unitText(unit),
        ...(paired ? [variantTitle(name)] : []),
        whole(count),
        figure(mean.value, unit),
        `${figure(mean.low, unit)} to ${figure(mean.high, unit)}`,
        ...SHARES.map((share) => {
          const found = quantiles.find((one) => Math.abs(one.share - share) < 1e-9);
          return found === undefined ? '–' : figure(found.at, unit);
        }),
      ],
    })),
  );
  if (rows.length === 0) return null;
  return (
    <section className="result" aria-labelledby="numbers-title">
      <h3 id="numbers-title">Every other outcome</h3>
      <details>
        <summary>{`${whole(rows.length)} rows of means and quantiles`}</summary>
        <DataTable
          label="Every other outcome, as a table"
          columns={[
            { title: 'Outcome' },
            { title: 'Unit' },
            ...(paired ? [{ title: 'Changes' }] : []),
            { title: 'Histories', number: true },
            { title: 'Mean', number: true },
            { title: '95 % interval', number: true },
            { title: '5 % below', number: true },
            { title: 'Half below', number: true },
            { title: '95 % below', number: true },
          ]}
          rows={rows}
        />
      </details>
    </section>
  );
}
