import { useCallback, useEffect, useState } from 'react';
import type { JobView } from '../../protocol/simulation.js';
import { cancelJob, faultOf, fetchJob, RETRY_MS } from './simulate-api.js';

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

/** Follows a batch until it is over; past a server that for a while does not answer. */
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
          if (!current) return;
          const { message, again } = faultOf(error);
          setHeard(({ view }) => ({ view: again && view?.job === job ? view : null, message }));
          if (again) timer = setTimeout(ask, RETRY_MS);
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
      (error: unknown) => setHeard(({ view }) => ({ view, message: faultOf(error).message })),
    );
  }, [job]);
  const own = heard.view === null || heard.view.job === job;
  return { ...(job !== null && own ? heard : SILENCE), cancel };
}

const SILENCE = { view: null, message: null } as const;
