import { useMemo } from 'react';
import type { SearchHit, ShelfView } from '../../../protocol/reading.js';
import { messages } from '../messages.js';
import { ReadHeading } from '../read-heading.js';
import type { ShelfFilters as Filters } from '../read-address.js';
import { useReadingMarks } from '../reading-marks.js';
import { useAnchor } from '../use-anchor.js';
import { Collections } from './collections.js';
import { ImportButton, ImportLog } from './import-desk.js';
import { OpenDay } from './open-day.js';
import { notableDays } from './openness.js';
import { SearchField } from './search-field.js';
import { choicesOf } from './shelf-choices.js';
import { ShelfFilters } from './shelf-filters.js';
import { selectRows } from './shelf-rows.js';
import { ShelfTable } from './shelf-table.js';
import { Tally } from './tally.js';
import type { Imports } from './use-imports.js';
import { useSearch, type Search } from './use-search.js';

interface ShelfProps {
  readonly view: ShelfView;
  /** Counts how often the library has changed. */
  readonly edition: number;
  readonly filters: Filters;
  readonly onFilters: (change: Partial<Filters>) => void;
  readonly imports: Imports;
}

/** The shelf: what the room is, what narrows it, its documents, and where texts can be got. */
export function Shelf({ view, edition, filters, onFilters, imports }: ShelfProps) {
  const { documents, collections } = view;
  const { id } = view.scenario;
  useAnchor();
  const marks = useReadingMarks(id);
  const search = useSearch(id, filters.q, edition);
  const hits = hitsOf(search);
  const choices = useMemo(() => choicesOf(documents, collections), [documents, collections]);
  const notable = useMemo(() => notableDays(documents), [documents]);
  const selection = useMemo(
    () => selectRows(documents, { filters, hits, marksOf: marks.of }),
    [documents, filters, hits, marks],
  );
  return (
    <div className="shelf">
      <ReadHeading scenario={view.scenario} here="shelf">
        Every document that this crisis is known by: its record card, what is claimed in it, when it
        came out, and its text once you add it.
      </ReadHeading>
      <SearchField q={filters.q} onSearch={(q) => onFilters({ q })} />
      <OpenDay day={filters.open} notable={notable} onDay={(open) => onFilters({ open })} />
      <ShelfFilters filters={filters} choices={choices} onFilters={onFilters} />
      <ImportButton add={imports.add} />
      <ImportLog imports={imports.imports} />
      <Tally selection={selection} search={search} filters={filters} all={documents.length} />
      {selection.rows.length > 0 && (
        <ShelfTable
          key={filters.q}
          scenario={id}
          rows={selection.rows}
          collections={collections}
          grouped={filters.grouped}
          marks={marks}
        />
      )}
      {documents.length === 0 && <p>{messages.emptyShelf}</p>}
      <Collections scenario={id} collections={collections} />
    </div>
  );
}

/** Null where the shelf is not narrowed by words: none are asked for, or the search failed. */
function hitsOf(search: Search): readonly SearchHit[] | null {
  switch (search.type) {
    case 'none':
    case 'failed':
      return null;
    case 'looking':
      return search.before?.hits ?? null;
    case 'found':
      return search.found.hits;
  }
}
