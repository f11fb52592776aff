import { useEffect } from 'react';
import type { RoomProps } from '../../shell/settings.js';
import { useFetched } from '../../shell/use-fetched.js';
import { lastShelf } from '../last-shelf.js';
import { Problem } from '../../shell/problem.js';
import { fetchPage } from '../reading-api.js';
import { OpenedPage } from './opened-page.js';

interface ReadingPageProps extends RoomProps {
  readonly scenario: string;
  /** As addresses name it: `F06/d65`. */
  readonly document: string;
}

/** One document, opened: fetches it, and shows it. */
export function ReadingPage({ scenario, document: id, ...room }: ReadingPageProps) {
  const page = useFetched(`page ${scenario} ${id}`, () => fetchPage(scenario, id));
  const title = page.type === 'ready' ? `${page.value.entry.title} · ` : '';
  useEffect(() => {
    document.title = `${title}Backchannel`;
  }, [title]);
  return (
    <>
      <Problem fetched={page} />
      {page.type === 'failed' && (
        <p>
          <a href={lastShelf(scenario)}>Back to the shelf</a>
        </p>
      )}
      {page.type === 'loading' && <p className="loading">Fetching the document…</p>}
      {page.type === 'ready' && (
        <OpenedPage key={`${scenario} ${id}`} page={page.value} {...room} />
      )}
    </>
  );
}
