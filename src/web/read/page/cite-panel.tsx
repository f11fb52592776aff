import { useState } from 'react';
import type { CitationFormat } from '../../../protocol/reading.js';
import { useFetched } from '../../shell/use-fetched.js';
import { Problem } from '../../shell/problem.js';
import { citationAddress } from '../reading-api.js';
import { fetchCitation } from './citation.js';
import { useCopy } from './use-copy.js';

const FORMATS: readonly { readonly format: CitationFormat; readonly title: string }[] = [
  { format: 'text', title: 'Text' },
  { format: 'csl-json', title: 'CSL-JSON' },
  { format: 'bibtex', title: 'BibTeX' },
  { format: 'ris', title: 'RIS' },
];

interface CitePanelProps {
  readonly scenario: string;
  readonly document: string;
}

/** The document as a citation, in the form that the reader asks for. */
export function CitePanel({ scenario, document }: CitePanelProps) {
  const [format, setFormat] = useState<CitationFormat | null>(null);
  return (
    <details className="cite-panel">
      <summary>Cite this document</summary>
      <div role="group" aria-label="Form of the citation">
        {FORMATS.map(({ format: each, title }) => (
          <button
            key={each}
            type="button"
            aria-pressed={format === each}
            onClick={() => setFormat(each)}
          >
            {title}
          </button>
        ))}
      </div>
      {format !== null && (
        <Citation key={format} address={citationAddress(scenario, document, format)} />
      )}
    </details>
  );
}

function Citation({ address }: { readonly address: string }) {
  const citation = useFetched(address, () => fetchCitation(address));
  const [said, copy] = useCopy();
  if (citation.type !== 'ready') return <Problem fetched={citation} />;
  return (
    <>
      <div className="scroll" role="region" aria-label="The citation" tabIndex={0}>
        <pre>{citation.value}</pre>
      </div>
      <p className="cite-actions">
        <button type="button" onClick={() => copy(citation.value, 'Citation copied.')}>
          Copy
        </button>
        <a href={address} download="">
          Download
        </a>
        <span role="status">{said}</span>
      </p>
    </>
  );
}
