import { messages } from '../messages.js';
import { sentence } from '../../shell/sentence.js';
import type { ShelfFilters } from '../read-address.js';
import type { ShelfSelection } from './shelf-rows.js';
import { countText, hiddenText, undatedText } from './shelf-words.js';
import type { Search } from './use-search.js';

interface TallyProps {
  readonly selection: ShelfSelection;
  readonly search: Search;
  readonly filters: ShelfFilters;
  /** Documents on the whole shelf. */
  readonly all: number;
}

/** What is on the shelf as it is narrowed, told aloud when it changes. */
export function Tally({ selection, search, filters, all }: TallyProps) {
  const hidden = hiddenText(selection, filters);
  const undated = undatedText(selection);
  return (
    <>
      {search.type === 'failed' && <SearchProblem search={search} />}
      <div className="tally" role="status">
        <p className="count">
          {search.type === 'looking'
            ? `Looking for “${filters.q.trim()}”…`
            : countText(selection, all)}
        </p>
        {search.type === 'found' && search.found.total > search.found.hits.length && (
          <p>{messages.onlyFirst(search.found.hits.length, search.found.total)}</p>
        )}
        {hidden !== null && <p>{hidden}</p>}
        {undated !== null && <p>{undated}</p>}
        {selection.rows.length === 0 && all > 0 && search.type !== 'looking' && (
          <p className="empty">{emptyText(search, filters)}</p>
        )}
      </div>
    </>
  );
}

function emptyText(search: Search, { q }: ShelfFilters): string {
  const nothing = search.type === 'found' && search.found.total === 0;
  return nothing ? messages.nothingFound(q.trim()) : messages.nothingFits;
}

function SearchProblem({ search }: { readonly search: Search & { readonly type: 'failed' } }) {
  return (
    <p className="problem" role="alert">
      {messages.searchFailed} {sentence(search.message)}{' '}
      <button type="button" onClick={search.again}>
        Try again
      </button>
    </p>
  );
}
