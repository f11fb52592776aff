import { useEffect, useState } from 'react';
import type { PlanView, SimulationRequest } from '../../protocol/simulation.js';
import { faultOf, fetchPlan, RETRY_MS } from './simulate-api.js';
import { queryText } from '../shell/simulated-query.js';
import { requestParts } from './simulate-address.js';

/** Typing pauses this long, in ms, before the server is asked. */
const SETTLE_MS = 200;

export interface Planned {
  /** The last answer, which may be of the request before this one. */
  readonly plan: PlanView | null;
  /** Whether it is the answer to the request as it stands. */
  readonly current: boolean;
  readonly message: string | null;
}

/** What the server says of a request: words, command and faults. */
export function usePlan(scenario: string, request: SimulationRequest): Planned {
  const key = `${scenario}?${queryText(requestParts(request))}`;
  const [answer, setAnswer] = useState<{
    key: string;
    plan: PlanView | null;
    message: string | null;
  }>({ key: '', plan: null, message: null });
  useEffect(() => {
    let current = true;
    let timer = setTimeout(ask, SETTLE_MS);
    function ask() {
      fetchPlan(scenario, request).then(
        (plan) => current && setAnswer({ key, plan, message: null }),
        (error: unknown) => {
          if (!current) return;
          const { message, again } = faultOf(error);
          setAnswer(({ plan }) => ({ key, plan, message }));
          if (again) timer = setTimeout(ask, RETRY_MS);
        },
      );
    }
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the request
  }, [key]);
  return { plan: answer.plan, current: answer.key === key, message: answer.message };
}
