import type { ReactNode } from 'react';

export interface Column {
  readonly title: string;
  readonly number?: boolean;
  /** Of sentences, which need room. */
  readonly wide?: boolean;
}

export interface Row {
  readonly key: string;
  /** The first heads the row. */
  readonly cells: readonly ReactNode[];
}

interface DataTableProps {
  /** What the table is of, for those who do not see where it stands. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The numbers behind a plot. */
export function DataTable({ label, columns, rows }: DataTableProps) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="plain figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, n) =>
                n === 0 ? (
                  <th key={columns[n]!.title} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[n]!.title} className={classOf(columns[n]!)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf({ number, wide }: Column): string | undefined {
  if (number === true) return 'number';
  return wide === true ? 'wide' : undefined;
}
