import { useState } from 'react';
import type { CardField, ImportRemark } from '../../../protocol/reading.js';
import { Value } from './value.js';

interface RecordCardProps {
  readonly card: readonly CardField[];
  readonly remarks: readonly ImportRemark[];
}

/** The record card: what is known of the document, and on request the wording it was read from. */
export function RecordCard({ card, remarks }: RecordCardProps) {
  const [worded, setWorded] = useState(false);
  const stated = card.some(({ stated }) => stated !== null);
  return (
    <section className="record-card" aria-labelledby="card-title">
      <h2 id="card-title">Record card</h2>
      <dl>
        {card.map((field, n) => (
          <div key={n}>
            <dt>{field.name}</dt>
            <dd>
              <Value value={field.value} />
              {worded && field.stated !== null && <q className="stated">{field.stated}</q>}
            </dd>
          </div>
        ))}
      </dl>
      {stated && (
        <button type="button" aria-pressed={worded} onClick={() => setWorded(!worded)}>
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
