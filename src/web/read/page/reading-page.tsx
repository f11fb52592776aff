import type { RoomProps } from '../../shell/settings.js';
import { useFetched } from '../../shell/use-fetched.js';
import { Problem } from '../problem.js';
import { fetchPage } from '../reading-api.js';

interface ReadingPageProps extends RoomProps {
  readonly scenario: string;
  readonly document: string;
}

/** One document, opened. */
export function ReadingPage({ scenario, document }: ReadingPageProps) {
  const page = useFetched(`page ${scenario} ${document}`, () => fetchPage(scenario, document));
  return (
    <>
      <Problem fetched={page} />
      {page.type === 'ready' && <h1>{page.value.entry.title}</h1>}
    </>
  );
}
