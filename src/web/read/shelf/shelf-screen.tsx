import { useFetched } from '../../shell/use-fetched.js';
import { Problem } from '../problem.js';
import type { ShelfFilters } from '../read-address.js';
import { fetchShelf } from '../reading-api.js';

interface ShelfScreenProps {
  readonly scenario: string;
  readonly filters: ShelfFilters;
  readonly onFilters: (change: Partial<ShelfFilters>) => void;
}

/** The shelf of a crisis. */
export function ShelfScreen({ scenario }: ShelfScreenProps) {
  const shelf = useFetched(`shelf ${scenario}`, () => fetchShelf(scenario));
  return (
    <>
      <Problem fetched={shelf} />
      {shelf.type === 'ready' && <h1>{shelf.value.scenario.title}: the shelf</h1>}
    </>
  );
}
