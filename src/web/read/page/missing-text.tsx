import type { PageView } from '../../../protocol/reading.js';
import { shelfAddress } from '../read-address.js';
import { Value } from './value.js';

interface MissingTextProps {
  readonly scenario: string;
  readonly getting: NonNullable<PageView['getting']>;
}

/** How to get a text that is not here. */
export function MissingText({ scenario, getting: { where, file } }: MissingTextProps) {
  return (
    <section className="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">The text is not held</h2>
      {file === null ? (
        <p>This is its record card only: no importer here reads its source.</p>
      ) : (
        <p>
          It appears once you drop <code>{file}</code> on{' '}
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
