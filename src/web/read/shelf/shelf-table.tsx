import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CollectionView, DateView } from '../../../protocol/reading.js';
import { counted } from '../counted.js';
import { documentAddress } from '../read-address.js';
import type { MarksOfScenario } from '../reading-marks.js';
import { Excerpt } from './excerpt.js';
import { firstRows, groupRows, type ShelfGroup } from './shelf-groups.js';
import type { ShelfRow } from './shelf-rows.js';
import { signsOf } from './shelf-signs.js';

/** As many rows as are drawn at once; the whole shelf is one button away. */
const STEP = 100;
/** So few more are drawn without being asked for. */
const REST = 50;

const COLUMNS = ['Date', 'Document', 'Kind', 'Place', 'Stands in', 'Signs'] as const;

interface ShelfTableProps {
  readonly scenario: string;
  readonly rows: readonly ShelfRow[];
  readonly collections: readonly CollectionView[];
  readonly grouped: boolean;
  readonly marks: MarksOfScenario;
}

/** The documents as rows, the first hundred at first. */
export function ShelfTable({ scenario, rows, collections, grouped, marks }: ShelfTableProps) {
  const [asked, setAsked] = useState(STEP);
  const table = useRef<HTMLTableElement>(null);
  const shown = rows.length - asked <= REST ? rows.length : asked;
  const groups = firstRows(groupRows(rows, grouped ? collections : null), shown);
  // The button that was pressed may be gone: the focus goes on with the rows that came.
  const show = (count: number) => {
    flushSync(() => setAsked(count));
    const links = table.current?.querySelectorAll<HTMLAnchorElement>('tbody th a');
    links?.[shown]?.focus();
  };
  return (
    <>
      <table className="plain shelf-table" ref={table}>
        <caption className="hidden">The documents of the shelf</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.id} group={group} scenario={scenario} marks={marks} />
        ))}
      </table>
      {rows.length > shown && <More shown={shown} all={rows.length} onShow={show} />}
    </>
  );
}

interface MoreProps {
  readonly shown: number;
  readonly all: number;
  readonly onShow: (shown: number) => void;
}

function More({ shown, all, onShow }: MoreProps) {
  return (
    <p className="more">
      {shown} of {counted(all, 'document')} are drawn.{' '}
      <button type="button" className="act" onClick={() => onShow(shown + STEP)}>
        Show {Math.min(STEP, all - shown)} more
      </button>{' '}
      <button type="button" className="act" onClick={() => onShow(all)}>
        Show all
      </button>
    </p>
  );
}

interface GroupProps {
  readonly group: ShelfGroup;
  readonly scenario: string;
  readonly marks: MarksOfScenario;
}

function Group({ group, scenario, marks }: GroupProps) {
  return (
    <tbody>
      {group.title !== null && (
        <tr className="group">
          <th colSpan={COLUMNS.length} scope="rowgroup">
            {group.title}
          </th>
        </tr>
      )}
      {group.rows.map((row) => (
        <Row
          key={row.entry.id}
          row={row}
          href={documentAddress(scenario, row.entry.id, row.hit?.block)}
          signs={signsOf(row, marks.of(row.entry.id))}
        />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly row: ShelfRow;
  readonly href: string;
  readonly signs: readonly string[];
}

function Row({ row: { entry, hit }, href, signs }: RowProps) {
  return (
    <tr className={entry.text} data-document={entry.id}>
      <td className="date">
        <When date={entry.date} />
      </td>
      <th scope="row">
        <a href={href}>{entry.title}</a>
        {entry.called !== null && <span className="called">{entry.called}</span>}
        <People from={entry.from} to={entry.to} />
        {hit !== null && <Excerpt hit={hit} />}
      </th>
      <td>{entry.kind}</td>
      <td>{entry.place}</td>
      <td className="stands">
        <a href={`#collection-${entry.collection}`}>{entry.collection}</a>
        {entry.number !== null && ` no. ${entry.number}`}
      </td>
      <td className="signs">{signs.join(' · ')}</td>
    </tr>
  );
}

function When({ date }: { readonly date: DateView | null }) {
  if (date === null) return <span className="none">no date</span>;
  return (
    <>
      {date.text}
      {date.flag !== 'stated' && <span className="none"> ({date.flag})</span>}
    </>
  );
}

interface PeopleProps {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

function People({ from, to }: PeopleProps) {
  if (from.length + to.length === 0) return null;
  return (
    <span className="people">
      {from.join(', ')}
      {to.length > 0 && (
        <>
          {' '}
          <span aria-hidden="true">→</span>
          <span className="hidden">to</span> {to.join(', ')}
        </>
      )}
    </span>
  );
}
