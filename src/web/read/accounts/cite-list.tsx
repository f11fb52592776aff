import { Fragment } from 'react';
import type { CiteView } from '../../../protocol/reading.js';
import { documentAddress } from '../read-address.js';

interface CiteListProps {
  readonly scenario: string;
  readonly cites: readonly CiteView[];
}

/** Citations, each leading to its documents, with how close each source stood to the event. */
export function CiteList({ scenario, cites }: CiteListProps) {
  if (cites.length === 0) return <p className="none">No source is cited.</p>;
  return (
    <ul className="cite-list">
      {cites.map((cite, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- a source can be cited twice alike
        <li key={n}>
          <Cited scenario={scenario} cite={cite} />
          {cite.standing !== null && <span className="standing">{cite.standing}</span>}
          {cite.basis === 'recall' && cite.standing !== 'from memory' && (
            <span className="standing flag">from memory, not retrieved</span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface CitedProps {
  readonly scenario: string;
  readonly cite: CiteView;
}

/** The citation as written: a link, or a link to each of the documents that it names. */
function Cited({ scenario, cite: { text, documents } }: CitedProps) {
  const [only] = documents;
  if (only === undefined) return <span className="cable">{text}</span>;
  if (documents.length === 1) {
    return (
      <a className="cable" href={documentAddress(scenario, only.id)} title={only.title}>
        {text}
      </a>
    );
  }
  return (
    <span className="cable">
      {text}:{' '}
      {documents.map(({ id, title }, n) => (
        <Fragment key={id}>
          {n > 0 && ', '}
          <a href={documentAddress(scenario, id)} title={title}>
            {id}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
