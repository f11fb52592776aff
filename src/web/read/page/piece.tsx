import { memo, type ReactNode } from 'react';
import type { Block } from '../../../protocol/reading.js';
import { MarginNotes, type MarginOf } from './margin-notes.js';
import { pieceName } from './page-words.js';
import { Runs, type RunShapes } from './runs.js';

interface PieceProps {
  readonly block: Block;
  readonly shapes: RunShapes;
  readonly margin: MarginOf;
  readonly onAddress: (block: string) => void;
}

/** A piece of the text with its address, and the claims that stand in it. */
export const Piece = memo(function Piece({ block, shapes, margin, onAddress }: PieceProps) {
  const { id } = block;
  const name = pieceName(id);
  const claims = margin.claims.filter((claim) => claim.block === id);
  return (
    <div
      id={id}
      className={margin.here === id ? `piece ${block.type} here` : `piece ${block.type}`}
      tabIndex={-1}
    >
      <a
        className="pilcrow"
        href={`#${id}`}
        aria-label={`${name}: copy its address`}
        onClick={() => onAddress(id)}
      >
        ¶
      </a>
      <Shaped type={block.type}>
        <Runs runs={block.inlines} shapes={shapes} />
        {claims.length > 0 && (
          <span className="endnote-marks"> [{claims.map(({ id }) => id).join(', ')}]</span>
        )}
      </Shaped>
      <MarginNotes margin={margin} block={id} title={`Claims in ${name.toLowerCase()}`} />
    </div>
  );
});

function Shaped({
  type,
  children,
}: {
  readonly type: Block['type'];
  readonly children: ReactNode;
}) {
  switch (type) {
    case 'heading':
      return <h3>{children}</h3>;
    case 'quotation':
      return <blockquote>{children}</blockquote>;
    case 'paragraph':
    case 'item':
    case 'line':
    case 'signature':
      return <p>{children}</p>;
  }
}
