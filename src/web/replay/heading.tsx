import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
import type { Address } from '../shell/address.js';

interface HeadingProps {
  readonly view: ReplayView;
  readonly scenario: ScenarioListing | null;
  readonly mechanism: string | null;
  readonly change: (change: Partial<Address>) => void;
}

/** Which crisis, and which of its histories. */
export function Heading({ view, scenario, mechanism, change }: HeadingProps) {
  const mechanisms = scenario?.mechanisms ?? [];
  return (
    <>
      <h1>{view.scenario.title}</h1>
      {mechanisms.length === 0 ? (
        <p>{view.history.title}</p>
      ) : (
        <label>
          <span className="hidden">Which history</span>
          <select
            value={mechanism ?? ''}
            onChange={(event) => change({ mechanism: event.target.value || null, selection: null })}
          >
            <option value="">The record</option>
            {mechanisms.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
