import { useCallback, useEffect, useState } from 'react';
import type { ShelfView } from '../../../protocol/reading.js';
import { useFetched } from '../../shell/use-fetched.js';
import { Problem } from '../../shell/problem.js';
import type { ShelfFilters } from '../read-address.js';
import { fetchShelf } from '../reading-api.js';
import { Shelf } from './shelf.js';
import { useImports } from './use-imports.js';

interface ShelfScreenProps {
  readonly scenario: string;
  readonly filters: ShelfFilters;
  readonly onFilters: (change: Partial<ShelfFilters>) => void;
}

/** Fetches the shelf, and fetches it anew when a file has been added; it stays up meanwhile. */
export function ShelfScreen({ scenario, filters, onFilters }: ShelfScreenProps) {
  const [edition, setEdition] = useState(0);
  const renew = useCallback(() => setEdition((before) => before + 1), []);
  const imports = useImports(renew);
  const fetched = useFetched(`shelf ${scenario} ${edition}`, () => fetchShelf(scenario));
  const [last, setLast] = useState<ShelfView | null>(null);
  if (fetched.type === 'ready' && fetched.value !== last) setLast(fetched.value);
  const title = last === null ? '' : `${last.scenario.title}: the shelf · `;
  useEffect(() => {
    document.title = `${title}Backchannel`;
  }, [title]);
  return (
    <>
      <Problem fetched={fetched} />
      {last === null && fetched.type === 'loading' && (
        <p className="loading">Fetching the shelf…</p>
      )}
      {last !== null && (
        <Shelf
          view={last}
          edition={edition}
          filters={filters}
          onFilters={onFilters}
          imports={imports}
        />
      )}
    </>
  );
}
