import { useEffect, useRef } from 'react';
import type { PageView } from '../../../protocol/reading.js';
import { endText } from './page-words.js';

interface EndLineProps {
  readonly page: PageView;
  readonly completed: boolean;
  readonly onCompleted: (completed: boolean) => void;
}

/**
 * The end of a text. Once it has been in view the document is marked as read to its end; the
 * reader can take that back, and it then stays so for this visit.
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
      if (seen?.isIntersecting !== true) return;
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
