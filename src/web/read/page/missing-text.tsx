import type { PageView } from '../../../protocol/reading.js';
import { shelfAddress } from '../read-address.js';
import { Value } from './value.js';

interface MissingTextProps {
  readonly scenario: string;
  readonly getting: NonNullable<PageView['getting']>;
  /** Whether a catalogue's entry is all that its source prints of it. */
  readonly catalogued: boolean;
}

/** How to get a text that is not here. */
export function MissingText({ scenario, getting, catalogued }: MissingTextProps) {
  const { where, file } = getting;
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">The text is not held</h2>
      {file === null ? (
        <p>
          {catalogued
            ? 'This is an entry of a catalogue; the document itself lies where the entry says.'
            : 'This is its record card only: no importer here reads its source.'}
        </p>
      ) : (
        <p>
          What <code>{file}</code> has of it appears once you drop that file on{' '}
          <a href={shelfAddress(scenario)}>the shelf</a>.
        </p>
      )}
      {where !== null && (
        <p>
          Where it can be got: <Value value={where} />
        </p>
      )}
    </section>
  );
}
