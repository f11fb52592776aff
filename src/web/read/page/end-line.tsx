import { useEffect, useRef } from 'react';
import type { PageView } from '../../../protocol/reading.js';
import { anchorOf } from '../use-anchor.js';
import { endText } from './page-words.js';

interface EndLineProps {
  readonly page: PageView;
  readonly completed: boolean;
  readonly onCompleted: (completed: boolean) => void;
}

/**
 * The end of a text. Once it has been in view the document is marked as read to its end; who
 * only looks up a note below it has not read so far. The reader can take that back, and it then
 * stays so for this visit.
 */
export function EndLine({ page, completed, onCompleted }: EndLineProps) {
  const line = useRef<HTMLElement>(null);
  const latest = useRef({ completed, onCompleted });
  useEffect(() => {
    latest.current = { completed, onCompleted };
  });
  useEffect(() => {
    if (line.current === null) return undefined;
    const watch = new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting !== true || addressedBelow(seen.target)) return;
      watch.disconnect();
      if (!latest.current.completed) latest.current.onCompleted(true);
    });
    watch.observe(line.current);
    return () => watch.disconnect();
  }, []);
  return (
    <section ref={line} className="end-line" aria-label="The end">
      <p>{endText(page)}</p>
      <p role="status">{completed && 'Read to its end, and marked so on the shelf.'}</p>
      <button type="button" onClick={() => onCompleted(!completed)}>
        {completed ? 'Mark as not read' : 'Mark as read to its end'}
      </button>
    </section>
  );
}

/** Whether the address names something below the line, such as a note. */
function addressedBelow(line: Element): boolean {
  const named = document.getElementById(anchorOf(globalThis.location.hash));
  if (named === null) return false;
  return (line.compareDocumentPosition(named) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
