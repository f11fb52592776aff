import type { SearchHit } from '../../../protocol/reading.js';

/** Words around a find; what was looked for is marked. */
export function Excerpt({ hit }: { readonly hit: SearchHit }) {
  return (
    <span className="excerpt">
      {hit.excerpt.map(({ text, found }, n) =>
        // oxlint-disable-next-line react/no-array-index-key -- pieces never change places
        found ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
      )}
    </span>
  );
}
