import type { ReactNode } from 'react';
import type { ClaimView, DisagreementView } from '../../../protocol/reading.js';
import { VerdictWord } from '../accounts/verdict-word.js';
import { counted } from '../counted.js';
import { ClaimNote } from './claim-note.js';

/** What claims in a margin need to know of the page that they stand on. */
export interface MarginOf {
  readonly scenario: string;
  readonly document: string;
  readonly claims: readonly ClaimView[];
  readonly disagreements: readonly DisagreementView[];
  /** The part of the page that the address names. */
  readonly here: string;
  /** Whether there is a margin; else claims fold up under their paragraph. */
  readonly wide: boolean;
}

interface MarginNotesProps {
  readonly margin: MarginOf;
  /** The paragraph they stand in; null for those about the page as a whole. */
  readonly block: string | null;
  readonly title: string;
}

/** The claims of one paragraph, or those about the page as a whole. */
export function MarginNotes({ margin, block, title }: MarginNotesProps) {
  const claims = margin.claims.filter((claim) => claim.block === block);
  if (claims.length === 0) return null;
  const notes = <Notes margin={margin} claims={claims} />;
  return (
    <aside className="margin-notes" aria-label={title}>
      {margin.wide ? (
        <>
          {block === null && <h2>{title}</h2>}
          {notes}
        </>
      ) : (
        <Folded claims={claims} here={margin.here} title={title}>
          {notes}
        </Folded>
      )}
    </aside>
  );
}

function Notes({
  margin,
  claims,
}: {
  readonly margin: MarginOf;
  readonly claims: MarginOf['claims'];
}) {
  const { scenario, document, disagreements, here } = margin;
  return (
    <ul>
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimNote
            scenario={scenario}
            document={document}
            claim={claim}
            disagreements={disagreements}
            here={here === `claim-${claim.id}`}
          />
        </li>
      ))}
    </ul>
  );
}

interface FoldedProps {
  readonly claims: readonly ClaimView[];
  readonly here: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Folded({ claims, here, title, children }: FoldedProps) {
  return (
    <details className="fold" open={claims.some(({ id }) => here === `claim-${id}`)}>
      <summary>
        <span className="hidden">{`${title}: `}</span>
        {counted(claims.length, 'claim')}
        {claims.map(({ id, verdict }) => (
          <VerdictWord key={id} verdict={verdict} />
        ))}
      </summary>
      {children}
    </details>
  );
}
