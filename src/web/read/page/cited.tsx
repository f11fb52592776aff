import { Fragment } from 'react';
import type { CiteView } from '../../../protocol/reading.js';
import { documentAddress } from '../read-address.js';

interface CitedProps {
  readonly scenario: string;
  readonly cites: readonly CiteView[];
}

/** Citations: each with the document it leads to and how close its source stood. */
export function CitedList({ scenario, cites }: CitedProps) {
  if (cites.length === 0) return <p className="none">No source is cited.</p>;
  return (
    <ul className="cited">
      {cites.map((cite) => (
        <li key={cite.text}>
          <Cited scenario={scenario} cite={cite} />
        </li>
      ))}
    </ul>
  );
}

function Cited({ scenario, cite }: { readonly scenario: string; readonly cite: CiteView }) {
  const { text, documents, source, standing, basis } = cite;
  return (
    <>
      <span className="cable">{text}</span> {documents.length === 0 && <span>{source}</span>}
      {documents.map(({ id, title }, n) => (
        <Fragment key={id}>
          {n > 0 && '; '}
          <a href={documentAddress(scenario, id)}>{title}</a>
        </Fragment>
      ))}
      {standing !== null && <small className="standing">{standing}</small>}
      {basis === 'recall' && <small className="standing flag">from memory, not retrieved</small>}
    </>
  );
}

/** Citations in the run of a sentence, as links with their short names. */
export function CitedInline({ scenario, cites }: CitedProps) {
  return cites.map(({ text, documents }, n) => (
    <Fragment key={text}>
      {n > 0 && ', '}
      {documents[0] === undefined ? (
        <span className="cable">{text}</span>
      ) : (
        <a className="cable" href={documentAddress(scenario, documents[0].id)}>
          {text}
        </a>
      )}
    </Fragment>
  ));
}
