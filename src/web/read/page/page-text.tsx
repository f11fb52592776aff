import { useCallback, useMemo, useRef } from 'react';
import type { PageView } from '../../../protocol/reading.js';
import { documentAddress } from '../read-address.js';
import type { MarksOfScenario } from '../reading-marks.js';
import type { MarginOf } from './margin-notes.js';
import { pieceName } from './page-words.js';
import { Piece } from './piece.js';
import { textShapes } from './text-shapes.js';
import { useCopy } from './use-copy.js';
import { useKeptPlace } from './use-kept-place.js';

interface PageTextProps {
  readonly page: PageView;
  readonly margin: MarginOf;
  readonly marks: MarksOfScenario;
  readonly firstMarks: ReadonlyMap<string, string>;
}

/** The text, opened where the reader stopped. */
export function PageText({ page, margin, marks, firstMarks }: PageTextProps) {
  const { scenario, entry, blocks, notes, details } = page;
  const text = useRef<HTMLElement>(null);
  const [said, copy] = useCopy();
  const latest = useRef(copy);
  useKeptPlace(text, marks.of(entry.id).position, (position) => marks.mark(entry.id, { position }));
  const shapes = useMemo(
    () =>
      new Map(
        blocks.map(({ id }) => [
          id,
          textShapes(scenario.id, entry.id, notes, (note) => firstMarks.get(note) === id),
        ]),
      ),
    [scenario.id, entry.id, blocks, notes, firstMarks],
  );
  const onAddress = useCallback(
    (block: string) => {
      const address = new URL(documentAddress(scenario.id, entry.id, block), globalThis.origin);
      latest.current(address.href, `Address of ${pieceName(block).toLowerCase()} copied.`);
    },
    [scenario.id, entry.id],
  );
  return (
    <section ref={text} className="page-text" aria-label="The text">
      {details?.type === 'catalogue' && <p className="catalogue-entry">{details.entry}</p>}
      {blocks.map((block) => (
        <Piece
          key={block.id}
          block={block}
          shapes={shapes.get(block.id)!}
          margin={margin}
          onAddress={onAddress}
        />
      ))}
      <p className="said" role="status">
        {said}
      </p>
    </section>
  );
}
