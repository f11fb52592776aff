import type { PairView } from '../../protocol/simulation.js';
import type { Address, ShownOfPair } from '../shell/address.js';
import { pairedWords } from '../shell/paired-words.js';
import { askedParts, queryText } from '../shell/simulated-query.js';
import { instant, minuteOf } from '../time/instant.js';
import { instantText } from '../time/wording.js';
import { plain } from './names.js';

/** What each history of a pair is called. */
export const PAIR_TITLES: Readonly<Record<ShownOfPair, string>> = {
  baseline: 'Without the changes',
  change: 'With the changes',
};

interface PairBarProps {
  readonly address: Address;
  readonly pair: PairView | null;
  readonly handle: number;
  readonly change: (change: Partial<Address>) => void;
}

/** What is simulated here, where the pair parts, and which of the two is told below. */
export function PairBar({ address, pair, handle, change }: PairBarProps) {
  const { scenario, simulated, shown } = address;
  if (simulated === null) return null;
  const back = `/simulate/${encodeURIComponent(scenario)}?${queryText(askedParts(simulated))}`;
  return (
    <section className="pair-bar" aria-label="This simulated history">
      {simulated.changes.length > 0 && (
        <fieldset className="viewpoint">
          <legend>Told below</legend>
          {(['change', 'baseline'] as const).map((one) => (
            <label key={one} className={shown === one ? 'choice chosen' : 'choice'}>
              <input
                type="radio"
                name="shown"
                checked={shown === one}
                onChange={() => change({ shown: one, at: handle })}
              />
              {PAIR_TITLES[one]}
              {pair !== null && `: ${plain(pair.endings[one])}`}
            </label>
          ))}
        </fieldset>
      )}
      {pair !== null && <Told pair={pair} onMove={(at) => change({ at: minuteOf(at) })} />}
      <p>
        <a href={back}>Simulate this again</a>
      </p>
    </section>
  );
}

interface ToldProps {
  readonly pair: PairView;
  readonly onMove: (at: number) => void;
}

function Told({ pair, onMove }: ToldProps) {
  const { identical, divergence, changes, unaligned } = pair;
  return (
    <div className="pair-told">
      <p>{`Changed: ${changes.join('; ')}.`}</p>
      {identical && <p>Both histories are the same to the last event.</p>}
      {divergence !== null && (
        <p>
          {`They part at ${instantText(instant(divergence.at))}: ${pairedWords(divergence.what)}${WHERE[divergence.in]}. `}
          {unaligned > 0 && `${drawsText(unaligned)} used by one of the two alone. `}
          <button type="button" className="link" onClick={() => onMove(instant(divergence.at))}>
            Go there
          </button>
        </p>
      )}
    </div>
  );
}

function drawsText(count: number): string {
  return count === 1 ? 'One draw of chance was' : `${count} draws of chance were`;
}

const WHERE = {
  baseline: ' (only without the changes)',
  change: ' (only with the changes)',
  both: '',
} as const;
