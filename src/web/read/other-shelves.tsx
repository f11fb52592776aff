import { fetchScenarios } from '../shell/api.js';
import { useFetched } from '../shell/use-fetched.js';
import { shelfAddress } from './read-address.js';

/** The way to the shelves of the other crises at hand; nothing where there are none. */
export function OtherShelves({ here }: { readonly here: string | null }) {
  const listing = useFetched('scenarios', fetchScenarios);
  const others = listing.type === 'ready' ? listing.value.filter(({ id }) => id !== here) : [];
  if (others.length === 0) return null;
  return (
    <nav className="other-shelves" aria-label="Shelves of other crises">
      {here !== null && <span>Other shelves: </span>}
      <ul>
        {others.map(({ id, title }) => (
          <li key={id}>
            <a href={shelfAddress(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
