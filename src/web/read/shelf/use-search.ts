import { useEffect, useState } from 'react';
import type { SearchView } from '../../../protocol/reading.js';
import { fetchSearch } from '../reading-api.js';

/** Long enough to press the next key in. */
const PAUSE_MS = 250;

/** What came of looking for words in texts and cards. */
export type Search =
  | { readonly type: 'none' }
  /** Under way; what was found before stays in view. */
  | { readonly type: 'looking'; readonly before: SearchView | null }
  | { readonly type: 'failed'; readonly message: string; readonly again: () => void }
  | { readonly type: 'found'; readonly found: SearchView };

interface Answer {
  readonly key: string;
  readonly search: Search;
}

/**
 * Looks for words once typing pauses, and calls off what is no longer asked. `edition` changes
 * whenever the library does.
 */
export function useSearch(scenario: string, typed: string, edition: number): Search {
  const q = typed.trim();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [found, setFound] = useState<SearchView | null>(null);
  const [tries, setTries] = useState(0);
  const key = `${scenario} ${edition} ${tries} ${q}`;
  useEffect(() => {
    if (q === '') return undefined;
    const calledOff = new AbortController();
    const finish = (search: Search) => !calledOff.signal.aborted && setAnswer({ key, search });
    const timer = setTimeout(() => {
      fetchSearch(scenario, q, calledOff.signal).then(
        (found) => {
          setFound(found);
          finish({ type: 'found', found });
        },
        (error: unknown) =>
          finish({
            type: 'failed',
            message: error instanceof Error ? error.message : String(error),
            again: () => setTries((before) => before + 1),
          }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      calledOff.abort();
    };
  }, [key, scenario, q]);
  if (q === '') return { type: 'none' };
  return answer?.key === key ? answer.search : { type: 'looking', before: found };
}
