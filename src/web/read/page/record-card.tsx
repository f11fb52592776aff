import { useState } from 'react';
import type { CardField, ImportRemark } from '../../../protocol/reading.js';
import { Value } from './value.js';

interface RecordCardProps {
  readonly card: readonly CardField[];
  readonly remarks: readonly ImportRemark[];
}

/** A card with more fields than this opens with its first ones; the rest are a press away. */
const MOST_FIELDS = 12;
const FIRST_FIELDS = 8;

/** The record card: what is known of the document, and on request the wording it was read from. */
export function RecordCard({ card, remarks }: RecordCardProps) {
  const [worded, setWorded] = useState(false);
  const [whole, setWhole] = useState(card.length <= MOST_FIELDS);
  const showWording = () => {
    setWorded(!worded);
    setWhole(true);
  };
  const stated = card.some(({ stated }) => stated !== null);
  return (
    <section className={whole ? 'record-card' : 'record-card folded'} aria-labelledby="card-title">
      <h2 id="card-title">Record card</h2>
      <dl>
        {card.map((field, n) => (
          <div key={n} className={n < FIRST_FIELDS ? undefined : 'rest'}>
            <dt>{field.name}</dt>
            <dd>
              <Value value={field.value} />
              {worded && field.stated !== null && <q className="stated">{field.stated}</q>}
            </dd>
          </div>
        ))}
      </dl>
      {card.length > MOST_FIELDS && (
        <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {`All ${card.length} fields`}
        </button>
      )}
      {stated && (
        <button type="button" aria-pressed={worded} onClick={showWording}>
          Wording that it was read from
        </button>
      )}
      {remarks.length > 0 && (
        <ul className="remarks" aria-label="What could not be read">
          {remarks.map(({ message }, n) => (
            <li key={n}>{message}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
