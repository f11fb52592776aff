import { useEffect, useState } from 'react';
import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';
import { Problem } from '../shell/problem.js';
import { useFetched } from '../shell/use-fetched.js';
import { Cast } from './cast.js';
import { Changes } from './changes.js';
import { Count } from './count.js';
import { messages } from './messages.js';
import { Moment } from './moment.js';
import { Progress } from './progress.js';
import { Results } from './results.js';
import { USUAL_RUNS, type SimulateAddress } from './simulate-address.js';
import { fetchLaboratory, postSimulation } from './simulate-api.js';
import { useJob } from './use-job.js';
import { usePlan } from './use-plan.js';
import type { SimulateLocation } from './use-simulate-address.js';

interface LaboratoryProps {
  readonly address: SimulateAddress;
  readonly change: SimulateLocation['change'];
}

/** Fetches what there is to choose from, then shows the bench and what came of it. */
export function Laboratory({ address, change }: LaboratoryProps) {
  const { scenario } = address;
  const fetched = useFetched(`laboratory ${scenario}`, () => fetchLaboratory(scenario));
  const title = fetched.type === 'ready' ? `${fetched.value.scenario.title}: simulate · ` : '';
  useEffect(() => {
    document.title = `${title}Backchannel`;
  }, [title]);
  if (fetched.type === 'loading') return <p className="loading">Fetching the crisis…</p>;
  if (fetched.type === 'failed') return <Problem fetched={fetched} />;
  return <Bench view={fetched.value} address={address} change={change} />;
}

/** What the scenario itself would have simulated. */
function usualRequest({ lineup }: LaboratoryView): SimulationRequest {
  return { ...lineup, changes: [], runs: USUAL_RUNS, seed: '1' };
}

interface BenchProps extends LaboratoryProps {
  readonly view: LaboratoryView;
}

function Bench({ view, address, change }: BenchProps) {
  const request = address.request ?? usualRequest(view);
  const followed = useJob(address.job);
  const ask = (some: Partial<SimulationRequest>) => change({ request: { ...request, ...some } });
  return (
    <>
      <Heading view={view} />
      {view.seats.length === 0 ? (
        <p className="problem" role="alert">
          {messages.noDoctrines}
        </p>
      ) : (
        <Form
          view={view}
          request={request}
          busy={followed.view !== null && BUSY.has(followed.view.state)}
          onAsk={ask}
          onJob={(job) => change({ request, job, bar: null }, 'step')}
        />
      )}
      <Progress followed={followed} />
      {address.job !== null && followed.view?.state === 'done' && (
        <Results
          job={followed.view}
          view={view}
          bar={address.bar}
          onBar={(bar) => change({ bar })}
        />
      )}
    </>
  );
}

const BUSY = new Set(['waiting', 'running', 'summing up']);

function Heading({ view: { scenario, recorded } }: { readonly view: LaboratoryView }) {
  const id = encodeURIComponent(scenario.id);
  return (
    <header className="read-heading">
      <h1>{`${scenario.title}: simulate`}</h1>
      <nav aria-label="Screens of this crisis">
        <ul>
          <li>
            <a href={`/read/${id}`}>The shelf</a>
          </li>
          <li>
            <a href={`/replay/${id}`}>Replay</a>
          </li>
        </ul>
      </nav>
      <p className="purpose">
        {recorded
          ? 'Leave the record at one moment, let doctrines play from there,'
          : 'Let doctrines play,'}{' '}
        change one thing, and see what difference it makes to as many histories as you like.
      </p>
    </header>
  );
}

interface FormProps {
  readonly view: LaboratoryView;
  readonly request: SimulationRequest;
  readonly busy: boolean;
  readonly onAsk: (some: Partial<SimulationRequest>) => void;
  readonly onJob: (job: string) => void;
}

function Form({ view, request, busy, onAsk: asked, onJob }: FormProps) {
  const planned = usePlan(view.scenario.id, request);
  const [refused, setRefused] = useState<string | null>(null);
  const { plan } = planned;
  const faultOf = (field: string) => plan?.faults.find((fault) => fault.field === field)?.message;
  // What is told beside its field is not told again.
  const isTold = plan?.faults.some(({ message }) => refused?.includes(message)) ?? false;
  const onAsk = (some: Partial<SimulationRequest>) => {
    setRefused(null);
    asked(some);
  };
  const run = (form: HTMLFormElement) => {
    setRefused(null);
    const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong !== null && planned.current) {
      wrong.focus();
      return;
    }
    postSimulation(view.scenario.id, request).then(
      ({ job }) => onJob(job),
      (error: unknown) => setRefused(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <form
      className="bench"
      onSubmit={(event) => {
        event.preventDefault();
        run(event.currentTarget);
      }}
    >
      <div>
        <Moment view={view} at={request.at} fault={faultOf('at')} onAt={(at) => onAsk({ at })} />
        <Changes
          view={view}
          request={request}
          planned={planned}
          fault={faultOf('changes')}
          onChanges={(changes) => onAsk({ changes })}
          onDoctrines={(doctrines) => onAsk({ doctrines })}
        />
      </div>
      <div>
        <Cast
          view={view}
          doctrines={request.doctrines}
          fault={faultOf('doctrines')}
          onDoctrines={(doctrines) => onAsk({ doctrines })}
        />
        <Count
          request={request}
          planned={planned}
          faultOf={faultOf}
          busy={busy}
          refused={(isTold ? null : refused) ?? planned.message}
          onAsk={onAsk}
        />
      </div>
    </form>
  );
}
