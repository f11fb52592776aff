import { useEffect, useState } from 'react';
import type { Fetched } from './api.js';

interface Answer<T> {
  readonly key: string;
  readonly fetched: Fetched<T>;
}

const LOADING = { type: 'loading' } as const;

/**
 * What a request came to. An answer is given only for the key it was asked with: while another
 * viewpoint is being fetched, nothing of the one before is shown.
 */
export function useFetched<T>(key: string, request: () => Promise<T> | null): Fetched<T> {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let current = true;
    request()?.then(
      (value) => current && setAnswer({ key, fetched: { type: 'ready', value } }),
      (error: unknown) =>
        current &&
        setAnswer({
          key,
          fetched: {
            type: 'failed',
            message: error instanceof Error ? error.message : String(error),
            again: () => setTries((before) => before + 1),
          },
        }),
    );
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the request
  }, [key, tries]);
  return answer?.key === key ? answer.fetched : LOADING;
}
