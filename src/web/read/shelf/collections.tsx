import type { CollectionView } from '../../../protocol/reading.js';
import { shelfAddress } from '../read-address.js';
import { counted } from '../counted.js';
import { Remarks } from './import-desk.js';

interface CollectionsProps {
  readonly scenario: string;
  readonly collections: readonly CollectionView[];
}

/** What the documents stand in: how close each source stood, and where its texts can be got. */
export function Collections({ scenario, collections }: CollectionsProps) {
  return (
    <section
      className="collections"
      id="collections"
      tabIndex={-1}
      aria-labelledby="collections-title"
    >
      <h2 id="collections-title">What they stand in, and where to get the texts</h2>
      <p>
        A text appears once you add a file that holds it. Files are read by the program on this
        machine, kept in its library, and sent nowhere. Volumes of FRUS in TEI, records of newspaper
        archives, saved parts of a paged chapter, plain text and Markdown can be read.
      </p>
      <ul>
        {collections.map((collection) => (
          <li key={collection.id} id={`collection-${collection.id}`} tabIndex={-1}>
            <Collection scenario={scenario} collection={collection} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CollectionProps {
  readonly scenario: string;
  readonly collection: CollectionView;
}

function Collection({ scenario, collection }: CollectionProps) {
  const { id, title, standing, basis, documents, held, remarks } = collection;
  return (
    <>
      <span className="cable">{id}</span>
      <div>
        <cite>{title}</cite>
        {standing !== null && `; ${standing}`}
        {basis === 'recall' && <span className="flag">from memory, not retrieved</span>}
        <p className="detail">
          <a href={shelfAddress(scenario, { collection: id })}>{counted(documents, 'document')}</a>
          {`, ${held === 0 ? 'no text held' : `${held} with text`}. `}
          <Getting collection={collection} />
        </p>
        <Remarks remarks={remarks} />
      </div>
    </>
  );
}

/** Where a text can be got, and which file to add. */
function Getting({ collection: { where, file, held } }: Pick<CollectionProps, 'collection'>) {
  if (where === null && file === null) return null;
  return (
    <>
      {where !== null && <Where where={where} />}
      {file !== null && held === 0 && (
        <>
          {where === null ? 'Add ' : '; add '}
          <span className="cable">{file}</span>.
        </>
      )}
    </>
  );
}

function Where({ where }: { readonly where: string }) {
  if (!/^https?:\/\//.test(where)) return <>{where}</>;
  return (
    <a href={where} rel="noreferrer">
      {where.replace(/^https?:\/\//, '')}
    </a>
  );
}
