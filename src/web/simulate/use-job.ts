import { useCallback, useEffect, useState } from 'react';
import type { JobView } from '../../protocol/simulation.js';
import { cancelJob, fetchJob } from './simulate-api.js';

/** How often a batch that runs is asked how far it is, in ms. */
const PAUSE = 400;

/** A batch as it was last heard of. */
export interface Followed {
  readonly view: JobView | null;
  /** Why nothing is heard of it, in words. */
  readonly message: string | null;
  readonly cancel: () => void;
}

/** Whether a batch has come to its end, one way or another. */
export function isOver({ state }: JobView): boolean {
  return state === 'done' || state === 'cancelled' || state === 'failed';
}

/** Follows a batch until it is over. */
export function useJob(job: string | null): Followed {
  const [heard, setHeard] = useState<{ view: JobView | null; message: string | null }>(SILENCE);
  useEffect(() => {
    if (job === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = () => {
      fetchJob(job).then(
        (view) => {
          if (!current) return;
          setHeard({ view, message: null });
          if (!isOver(view)) timer = setTimeout(ask, PAUSE);
        },
        (error: unknown) => {
          if (current) setHeard({ view: null, message: wordsOf(error) });
        },
      );
    };
    ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [job]);
  const cancel = useCallback(() => {
    if (job === null) return;
    cancelJob(job).then(
      (view) => setHeard({ view, message: null }),
      (error: unknown) => setHeard({ view: null, message: wordsOf(error) }),
    );
  }, [job]);
  const own = heard.view === null || heard.view.job === job;
  return { ...(job !== null && own ? heard : SILENCE), cancel };
}

const SILENCE = { view: null, message: null } as const;

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
