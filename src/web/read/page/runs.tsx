import type { ReactNode } from 'react';
import type { Inline } from '../../../protocol/reading.js';

/** How a page shows what is more than words: marks of notes, and pointers to other documents. */
export interface RunShapes {
  readonly note: (id: string, n: number) => ReactNode;
  readonly reference: (text: string, document: string) => ReactNode;
}

/** Stretches of a text, in order. They are text, whatever they may look like: never markup. */
export function Runs({
  runs,
  shapes,
}: {
  readonly runs: readonly Inline[];
  readonly shapes: RunShapes;
}) {
  return runs.map((run, n) => <Run key={n} run={run} n={n} shapes={shapes} />);
}

function Run({
  run,
  n,
  shapes,
}: {
  readonly run: Inline;
  readonly n: number;
  readonly shapes: RunShapes;
}) {
  switch (run.type) {
    case 'text':
      return <Styled text={run.text} style={run.style} />;
    case 'note':
      return shapes.note(run.note, n);
    case 'reference':
      return run.document === null ? run.text : shapes.reference(run.text, run.document);
    case 'page':
      return <PageMark page={run.page} />;
  }
}

function Styled({ text, style }: { readonly text: string; readonly style: string }) {
  if (style === 'italic') return <i>{text}</i>;
  return style === 'strong' ? <b>{text}</b> : text;
}

/** Where a page of the printed edition begins: a hairline in the text, its number beside it. */
function PageMark({ page }: { readonly page: string }) {
  return (
    <span className="page-mark">
      <span className="hidden">[page </span>
      <span className="page-number">{page}</span>
      <span className="hidden">] </span>
    </span>
  );
}

/** The words of a text alone. */
export function wordsOf(runs: readonly Inline[]): string {
  return runs
    .map((run) => (run.type === 'text' || run.type === 'reference' ? run.text : ''))
    .join('');
}
