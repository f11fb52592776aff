import { VerdictWord } from '../accounts/verdict-word.js';
import { ClaimGround } from './claim-note.js';
import type { MarginOf } from './margin-notes.js';
import { pieceName } from './page-words.js';

/** On paper, the claims of the margin stand at the end, open. */
export function Endnotes({ margin }: { readonly margin: MarginOf }) {
  const { scenario, document, claims, disagreements } = margin;
  if (claims.length === 0) return null;
  return (
    <section className="endnotes" aria-label="Claims">
      <h2>Claims</h2>
      {claims.map((claim) => (
        <div key={claim.id} className="endnote">
          <p>
            {`[${claim.id}] `}
            {claim.block !== null && `${pieceName(claim.block)}: `}
            {claim.says} <VerdictWord verdict={claim.verdict} />
          </p>
          <ClaimGround
            scenario={scenario}
            document={document}
            claim={claim}
            disagreements={disagreements}
          />
        </div>
      ))}
    </section>
  );
}
