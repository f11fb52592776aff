import { useState } from 'react';
import { MOST_RUNS, type SimulationRequest } from '../../protocol/simulation.js';
import { FaultLine } from './fault-line.js';
import { whole } from './figures.js';
import { messages } from './messages.js';
import type { Planned } from './use-plan.js';

interface CountProps {
  readonly request: SimulationRequest;
  readonly planned: Planned;
  readonly faultOf: (field: string) => string | undefined;
  readonly busy: boolean;
  /** Why the last batch was not begun. */
  readonly refused: string | null;
  readonly onAsk: (some: Partial<SimulationRequest>) => void;
}

/** How many histories, from which seed; the same as a command; and the button that begins. */
export function Count({ request, planned, faultOf, busy, refused, onAsk }: CountProps) {
  const { runs, seed, changes } = request;
  const pairs = changes.length > 0;
  const { plan, current } = planned;
  return (
    <fieldset className="step">
      <legend>How many</legend>
      <div className="count-fields">
        <label className="field">
          <span>{pairs ? 'Pairs of histories' : 'Histories'}</span>
          <input
            type="text"
            inputMode="numeric"
            size={8}
            value={Number.isNaN(runs) ? '' : String(runs)}
            aria-invalid={faultOf('runs') !== undefined}
            aria-describedby="runs-fault"
            onChange={({ target }) => onAsk({ runs: numberOf(target.value) })}
          />
        </label>
        <label className="field">
          <span>Seed</span>
          <input
            type="text"
            size={10}
            spellCheck={false}
            value={seed}
            aria-invalid={faultOf('seed') !== undefined}
            aria-describedby="seed-fault"
            onChange={({ target }) => onAsk({ seed: target.value })}
          />
        </label>
        <button type="submit" className="act go" disabled={busy}>
          {buttonText(runs, pairs)}
        </button>
      </div>
      <FaultLine id="runs-fault" message={faultOf('runs')} />
      <FaultLine id="seed-fault" message={faultOf('seed')} />
      {refused !== null && (
        <p className="problem" role="alert">
          {refused}
        </p>
      )}
      {plan?.command !== null && plan !== null && current && <CommandLine text={plan.command} />}
    </fieldset>
  );
}

function buttonText(runs: number, pairs: boolean): string {
  const sound = Number.isSafeInteger(runs) && runs > 0 && runs <= MOST_RUNS;
  if (!sound) return 'Run';
  return pairs ? `Run ${whole(runs)} pairs` : `Run ${whole(runs)} histories`;
}

/** Not a number where it is none, for the server to say so. */
function numberOf(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function CommandLine({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid(messages.notCopied),
    );
  };
  return (
    <div className="command-line">
      <p id="command-title">The same at a terminal:</p>
      <code aria-labelledby="command-title">{text}</code>
      <button type="button" className="act" onClick={copy}>
        Copy
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
