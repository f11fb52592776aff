import type { ClaimView } from '../../../protocol/reading.js';

type Verdict = ClaimView['verdict'];

/** The verdicts, from borne out to broken. */
export const VERDICTS: readonly Verdict[] = [
  'confirmed',
  'partly',
  'contradicted',
  'unconfirmed',
  'garbled',
];

/** Shapes that differ without colour: a disc, half a disc, a cross, a ring, a broken line. */
const SHAPES: Readonly<Record<Verdict, { readonly d: string; readonly solid: boolean }>> = {
  confirmed: { d: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z', solid: true },
  partly: { d: 'M0 -4.5a4.5 4.5 0 1 0 0 9ZM0 -4.5a4.5 4.5 0 0 1 0 9', solid: true },
  contradicted: { d: 'M-4 -4L4 4M4 -4L-4 4', solid: false },
  unconfirmed: { d: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z', solid: false },
  garbled: { d: 'M-5 3L-2.5 -3L0 3L2.5 -3L5 3', solid: false },
};

/** What the record makes of a claim: a shape and its word. */
export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const { d, solid } = SHAPES[verdict];
  const parts = d.split(/(?<=Z)(?=M)/);
  return (
    <span className={`verdict-word ${verdict}`}>
      <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
        {parts.map((part, n) => (
          <path key={part} className={solid && n === 0 ? 'solid' : undefined} d={part} />
        ))}
      </svg>
      {verdict}
    </span>
  );
}
