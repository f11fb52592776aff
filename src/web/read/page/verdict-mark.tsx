import type { ClaimView } from '../../../protocol/reading.js';

type Verdict = ClaimView['verdict'];

/** A shape for every verdict, so that none is told by its hue. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  confirmed: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0 -12z',
  partly: 'M8 2a6 6 0 0 0 0 12z',
  contradicted: 'M3 3l10 10M13 3l-10 10',
  unconfirmed: '',
  garbled: 'M1.5 9.5c2 -5 4 -5 6.5 -1.5s4.500 3.500 6.500 -1.500',
};
const RINGED: readonly Verdict[] = ['confirmed', 'partly', 'unconfirmed'];

/** What the record makes of a claim: a shape, and the word. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className={`verdict ${verdict}`}>
      <VerdictShape verdict={verdict} />
      {verdict}
    </span>
  );
}

/** The shape alone; the word has to stand near it. */
export function VerdictShape({ verdict }: { readonly verdict: Verdict }) {
  const lined = !RINGED.includes(verdict);
  return (
    <svg className="verdict-shape" viewBox="0 0 16 16" aria-hidden="true">
      {!lined && <circle cx="8" cy="8" r="6" className="line" />}
      <path d={SHAPES[verdict]} className={lined ? 'line heavy' : 'fill'} />
    </svg>
  );
}
