import { useRef } from 'react';
import type { ImportedView, ImportRemark } from '../../../protocol/reading.js';
import { counted } from '../counted.js';
import { sentence } from '../../shell/sentence.js';
import { useDroppedFiles } from './use-dropped-files.js';
import type { Import, Imports } from './use-imports.js';

/** Where files come in: a button, and the whole page to drop them on. */
export function ImportButton({ add }: Pick<Imports, 'add'>) {
  const input = useRef<HTMLInputElement>(null);
  const over = useDroppedFiles(add);
  return (
    <>
      <p className="bring">
        <button type="button" className="act" onClick={() => input.current?.click()}>
          Add a text…
        </button>{' '}
        or drop its file anywhere on this page. <a href="#collections">Where to get texts</a>
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to add"
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {over && (
        <div className="drop-here" aria-hidden="true">
          <p>Let go to add it to the library on this machine.</p>
        </div>
      )}
    </>
  );
}

/** What came of each file, in words; the newest line is told aloud. */
export function ImportLog({ imports }: Pick<Imports, 'imports'>) {
  return (
    <ul className="imports" aria-label="Files added" aria-live="polite">
      {imports.map((one) => (
        <li key={one.id} data-import={one.type}>
          <ImportLine one={one} />
        </li>
      ))}
    </ul>
  );
}

function ImportLine({ one }: { readonly one: Import }) {
  const name = <span className="cable">{one.name}</span>;
  switch (one.type) {
    case 'waiting':
      return <>{name} waits for its turn.</>;
    case 'reading':
      return <>{name} is being read…</>;
    case 'refused':
      return (
        <>
          {name} was not added. {sentence(one.message)} The library is as it was.
        </>
      );
    case 'unanswered':
      return (
        <>
          Whether {name} was added is not known. {one.message} Added again, it stands there once.
        </>
      );
    case 'imported': {
      const { collection, replaced, remarks } = one.imported;
      return (
        <>
          {name} is in the library: <cite>{collection.title}</cite>,{' '}
          {counted(collection.documents, 'document')}.
          {replaced !== null && <Replaced replaced={replaced} />}
          <Remarks remarks={remarks} />
        </>
      );
    }
  }
}

/** What the file took the place of, which is no longer in the library. */
function Replaced({ replaced }: { readonly replaced: NonNullable<ImportedView['replaced']> }) {
  return (
    <>
      {' '}
      It took the place of what was held before, <cite>{replaced.title}</cite> from{' '}
      <span className="cable">{replaced.file}</span>.
    </>
  );
}

/** What could not be read of a file, and so was left out; nothing where all was read. */
export function Remarks({ remarks }: { readonly remarks: readonly ImportRemark[] }) {
  if (remarks.length === 0) return null;
  return (
    <details className="import-remarks">
      <summary>
        {remarks.length === 1 ? '1 remark' : `${remarks.length} remarks`} on how it was read
      </summary>
      <ul>
        {remarks.map(({ document, message }, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- remarks never change places
          <li key={n}>
            {document !== null && <span className="cable">{document} </span>}
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
