import type { PageView } from '../../../protocol/reading.js';
import { CustodySteps } from './custody-steps.js';
import { Otherwise } from './otherwise.js';

/** What stands after a text: how it came to be open, and where others differ from it. */
export function PageTail({ page }: { readonly page: PageView }) {
  const { scenario, entry, custody } = page;
  return (
    <>
      {custody !== null && (
        <CustodySteps scenario={scenario.id} document={entry.id} custody={custody} />
      )}
      <Disagreed page={page} />
    </>
  );
}

/** Points on which this document and others do not agree, and that no claim of the page shows. */
function Disagreed({ page: { scenario, claims, disagreements } }: { readonly page: PageView }) {
  const shown = new Set(claims.flatMap((claim) => claim.disagreements));
  const others = disagreements.filter(({ id }) => !shown.has(id));
  if (others.length === 0) return null;
  return (
    <section className="disagreed" aria-labelledby="disagreed-title">
      <h2 id="disagreed-title">Where sources disagree</h2>
      {others.map((disagreement) => (
        <Otherwise key={disagreement.id} scenario={scenario.id} disagreement={disagreement} />
      ))}
    </section>
  );
}
