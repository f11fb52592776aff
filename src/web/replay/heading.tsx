import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
import type { Address } from '../shell/address.js';

interface HeadingProps {
  readonly view: ReplayView;
  /** The crises at hand; empty until they are fetched. */
  readonly scenarios: readonly ScenarioListing[];
  readonly address: Pick<Address, 'mechanism' | 'simulated'>;
  readonly change: (change: Partial<Address>) => void;
}

/** Another history opens where its own first things happen. */
const ELSEWHERE = {
  at: null,
  window: null,
  selection: null,
  simulated: null,
  shown: 'change',
} as const;

/** Which crisis, and which of its histories; the way to the others. */
export function Heading({ view, scenarios, address, change }: HeadingProps) {
  const { mechanism, simulated } = address;
  const { id } = view.scenario;
  const mechanisms = scenarios.find((scenario) => scenario.id === id)?.mechanisms ?? [];
  const others = scenarios.filter((scenario) => scenario.id !== id);
  const goTo = (value: string) => {
    const name = value.slice(value.indexOf(' ') + 1);
    if (value.startsWith('crisis ')) {
      change({ ...ELSEWHERE, scenario: name, mechanism: null, as: 'truth', ghosts: false });
    } else change({ ...ELSEWHERE, mechanism: name === '' ? null : name });
  };
  return (
    <>
      <h1>{view.scenario.title}</h1>
      <label>
        <span className="hidden">Which history</span>
        <select
          className={simulated === null ? undefined : 'simulated'}
          value={simulated === null ? `history ${mechanism ?? ''}` : 'simulated'}
          onChange={(event) => goTo(event.target.value)}
        >
          {simulated !== null && <option value="simulated">{view.history.title}</option>}
          <option value="history ">The record</option>
          {mechanisms.map(({ name, title }) => (
            <option key={name} value={`history ${name}`}>
              {title}
            </option>
          ))}
          {others.length > 0 && (
            <optgroup label="Another crisis">
              {others.map(({ id, title }) => (
                <option key={id} value={`crisis ${id}`}>
                  {title}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
    </>
  );
}
