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

/** The citation as written, and by its title each document that it names, as a link. */
function Cited({ scenario, cite: { text, documents } }: CitedProps) {
  const [only] = documents;
  const short = <span className="cable">{text}</span>;
  if (only === undefined) return short;
  if (documents.length === 1) {
    return (
      <a href={documentAddress(scenario, only.id)}>
        {short} {only.title}
      </a>
    );
  }
  return (
    <>
      {short}{' '}
      {documents.map(({ id, title }, n) => (
        <Fragment key={id}>
          {n > 0 && '; '}
          <a href={documentAddress(scenario, id)}>{title}</a>
        </Fragment>
      ))}
    </>
  );
}
