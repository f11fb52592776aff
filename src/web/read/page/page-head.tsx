import type { PageView } from '../../../protocol/reading.js';
import { CarriedLetters } from './carried-letters.js';
import { MarginNotes, type MarginOf } from './margin-notes.js';
import { MissingText } from './missing-text.js';
import { RecordCard } from './record-card.js';

interface PageHeadProps {
  readonly page: PageView;
  readonly margin: MarginOf;
}

/** What stands before a text: its title, its card, and how it went. */
export function PageHead({ page, margin }: PageHeadProps) {
  const { scenario, entry, card, remarks, letters, getting, details } = page;
  const [first] = page.blocks;
  return (
    <header className="page-head">
      <p className="over">
        {`${entry.id} · ${entry.kind}`}
        {first !== undefined && <a href={`#${first.id}`}>To the text</a>}
      </p>
      <h1>
        {entry.number !== null && <span className="number">{`${entry.number}. `}</span>}
        {entry.title}
      </h1>
      {entry.called !== null && <p className="called">{entry.called}</p>}
      {entry.gist !== null && <p className="gist">{entry.gist}</p>}
      <RecordCard card={card} remarks={remarks} />
      <CarriedLetters letters={letters} />
      {getting !== null && (
        <MissingText
          scenario={scenario.id}
          getting={getting}
          catalogued={details?.type === 'catalogue'}
        />
      )}
      <MarginNotes margin={margin} block={null} title="Claims about this document" />
    </header>
  );
}
