import { useEffect, useRef, type ReactNode } from 'react';
import type { Neighbour } from '../drawing/neighbours.js';
import type { Selection } from '../shell/address.js';
import { useEscape } from './use-escape.js';

interface SheetProps {
  readonly title: string;
  readonly over: string;
  readonly hue: string;
  readonly neighbours: readonly Neighbour[];
  readonly onOpen: (selection: Selection) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What was opened from the drawing, beside it; Escape closes it. */
export function Sheet({ title, over, hue, neighbours, onOpen, onClose, children }: SheetProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEscape(onClose);
  return (
    <aside className={`sheet ${hue}`} aria-labelledby="sheet-title">
      <p className="over">{over}</p>
      <h2 id="sheet-title" tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <button type="button" className="close" onClick={onClose}>
        Close
      </button>
      {neighbours.length > 0 && (
        <nav className="neighbours" aria-label="At the same place and hour">
          <span>Also here: </span>
          {neighbours.map(({ selection, title }) => (
            <button key={selection.id} type="button" onClick={() => onOpen(selection)}>
              {title}
            </button>
          ))}
        </nav>
      )}
      {children}
    </aside>
  );
}
