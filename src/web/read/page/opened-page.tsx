import { useMemo, useRef } from 'react';
import type { PageView } from '../../../protocol/reading.js';
import type { RoomProps } from '../../shell/settings.js';
import { useReadingMarks } from '../reading-marks.js';
import { CitePanel } from './cite-panel.js';
import { Endnotes } from './endnotes.js';
import { EndLine } from './end-line.js';
import type { MarginOf } from './margin-notes.js';
import { Notes } from './notes.js';
import { PageBar } from './page-bar.js';
import { PageHead } from './page-head.js';
import { PageTail } from './page-tail.js';
import { PageText } from './page-text.js';
import { firstMarks, textShapes } from './text-shapes.js';
import { useControls } from './use-controls.js';
import { useHere } from './use-here.js';
import { useMargin, useWide } from './use-margin.js';

/** A page of the reading room: its bars, its head, its text with a margin, its notes, its end. */
export function OpenedPage({ page, ...room }: RoomProps & { readonly page: PageView }) {
  const { scenario, entry, notes, blocks } = page;
  const sheet = useRef<HTMLDivElement>(null);
  const marks = useReadingMarks(scenario.id);
  const controls = useControls(page, marks, room);
  const here = useHere();
  const wide = useWide();
  const margin = useMemo(() => marginOf(page, here, wide), [page, here, wide]);
  const first = useMemo(() => firstMarks(blocks), [blocks]);
  const noteShapes = useMemo(
    () => textShapes(scenario.id, entry.id, notes, () => false),
    [scenario.id, entry.id, notes],
  );
  useMargin(sheet, wide);
  const { completed } = marks.of(entry.id);
  return (
    <article className="reading" data-size={marks.typeSize}>
      <PageBar at="head" {...controls} />
      <div className="reading-sheet" ref={sheet}>
        <PageHead page={page} margin={margin} />
        <CitePanel scenario={scenario.id} document={entry.id} />
        {hasText(page) && <PageText page={page} margin={margin} marks={marks} firstMarks={first} />}
        {hasText(page) && (
          <EndLine
            page={page}
            completed={completed}
            onCompleted={(completed) => marks.mark(entry.id, { completed })}
          />
        )}
        <Notes notes={notes} marks={first} shapes={noteShapes} here={here} />
        <PageTail page={page} />
        <Endnotes margin={margin} />
      </div>
      <PageBar at="foot" {...controls} />
      <p className="printed-address">{globalThis.location.href.split('#')[0]}</p>
    </article>
  );
}

/** A card alone is nothing that can be read to its end; an entry of a catalogue is its own text. */
function hasText({ blocks, details }: PageView): boolean {
  return blocks.length > 0 || details?.type === 'catalogue';
}

/** Claims that stand in a text which is not held are about the page as a whole. */
function marginOf(page: PageView, here: string, wide: boolean): MarginOf {
  const { scenario, entry, blocks, disagreements } = page;
  const held = new Set<string | null>(blocks.map(({ id }) => id));
  const claims = page.claims.map((claim) =>
    held.has(claim.block) ? claim : { ...claim, block: null },
  );
  return { scenario: scenario.id, document: entry.id, claims, disagreements, here, wide };
}
