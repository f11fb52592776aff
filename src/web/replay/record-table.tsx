import { useState } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import type { SceneLetter } from '../knowledge/scene.js';
import { sceneAt } from '../knowledge/scene.js';
import { endOfMinute, instant } from '../time/instant.js';
import { instantText } from '../time/wording.js';
import type { Names } from './names.js';
import { COLUMNS, rowsOf, tabText, type LetterRow } from './letter-rows.js';

interface RecordTableProps {
  readonly view: ReplayView;
  readonly letters: readonly SceneLetter[];
  readonly names: Names;
  readonly handle: number;
  readonly onLetter: (id: string) => void;
}

/**
 * The drawing as a table. In the truth it can hold the whole history; a seat's table, like its
 * drawing, ends at the handle.
 */
export function RecordTable({ view, letters, names, handle, onLetter }: RecordTableProps) {
  const truth = view.as === 'truth';
  const [whole, setWhole] = useState(true);
  const all = truth && whole;
  const shown = all ? sceneAt(view, instant(view.scenario.until)).letters : letters;
  const rows = rowsOf(shown, names);
  return (
    <section className="record" aria-labelledby="record-title">
      <h2 id="record-title">
        {all
          ? `All ${rows.length} dispatches`
          : `${rows.length} dispatches by ${instantText(handle)}`}
      </h2>
      <div className="bar">
        {truth && (
          <label>
            <input
              type="checkbox"
              checked={whole}
              onChange={(event) => setWhole(event.target.checked)}
            />
            the whole history, past the handle
          </label>
        )}
        <CopyButton rows={rows} />
      </div>
      <div className="scroll" role="region" aria-label="Dispatches, as a table" tabIndex={0}>
        <table className="plain letters-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                after={row.at > endOfMinute(handle)}
                onLetter={onLetter}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({
  row,
  after,
  onLetter,
}: {
  readonly row: LetterRow;
  readonly after: boolean;
  readonly onLetter: (id: string) => void;
}) {
  const [id, title, ...cells] = row.cells;
  return (
    <tr className={after ? 'after' : undefined} data-row={row.id}>
      <td className="cable">{id}</td>
      <th scope="row">
        <button type="button" className="link" onClick={() => onLetter(row.id)}>
          {title}
        </button>
      </th>
      {cells.map((cell, n) => (
        <td key={COLUMNS[n + 2]}>{cell}</td>
      ))}
    </tr>
  );
}

function CopyButton({ rows }: { readonly rows: readonly LetterRow[] }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(tabText(rows)).then(
      () => setSaid(`${rows.length} rows copied`),
      () => setSaid('The browser did not allow copying. Select the table instead.'),
    );
  };
  return (
    <>
      <button type="button" onClick={copy}>
        Copy the table
      </button>
      <span role="status">{said}</span>
    </>
  );
}
