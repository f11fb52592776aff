import type { Collection, ImportFault, ImportRemark, LibraryDocument } from '../document.js';
import { importFault, importRemark } from '../import-messages.js';
import type { Remarks } from './reporter.js';
import { volumeListener, type VolumeReading } from './volume-listener.js';
import { readVolume } from './volume.js';
import { readXml } from './xml/read-xml.js';

/** A volume, whose file somebody else knows, or why it was refused. */
export type ReadEdition =
  | { readonly type: 'read'; readonly collection: Omit<Collection, 'file'> }
  | { readonly type: 'faulty'; readonly faults: readonly ImportFault[] };

/**
 * Reads a volume of an edition in TEI P5, as the FRUS series publishes it in its older and its
 * newer encoding. The file is read once, as a stream: besides the documents that it yields, only
 * the one at hand is in memory, and no document may have more than 4 MB of text.
 *
 * @param name of the file, for faults and as the title of a volume that has none
 * @param chunks its bytes: UTF-8, or UTF-16 with a byte order mark
 * @returns the volume with its remarks, or the one fault that it was refused for
 */
export async function readEdition(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ReadEdition> {
  const { listener, reading } = volumeListener();
  const fault = await readXml(name, chunks, listener);
  if (fault !== null) return { type: 'faulty', faults: [fault] };
  if (reading.documents.length === 0) {
    const place = { file: name, line: null, column: null };
    return { type: 'faulty', faults: [importFault(place, 'no-documents')] };
  }
  return {
    type: 'read',
    collection: {
      format: 'backchannel-collection/1',
      type: 'edition',
      ...readVolume(reading.description, reading.id, name),
      ...checked(reading),
    },
  };
}

interface Checked {
  readonly documents: readonly LibraryDocument[];
  readonly remarks: readonly ImportRemark[];
}

/** Pointers to documents that the volume does not hold are reported, and lead nowhere. */
function checked({ documents, remarks }: VolumeReading): Checked {
  const keys = new Set(documents.map(({ key }) => key));
  const list = [...remarks.list];
  const kept = documents.map((document) => {
    const lost = unknownReferences(document, keys);
    if (lost.length > 0) {
      list.push(importRemark(document.key, 'unknown-references', lost.slice(0, 5).join(', ')));
    }
    return lost.length === 0 ? document : withoutReferences(document, new Set(lost));
  });
  return { documents: kept, remarks: [...ofFile(remarks), ...list] };
}

function unknownReferences(
  { details }: LibraryDocument,
  keys: ReadonlySet<string>,
): readonly string[] {
  return details.type === 'edition' ? details.crossReferences.filter((key) => !keys.has(key)) : [];
}

function withoutReferences(document: LibraryDocument, lost: ReadonlySet<string>): LibraryDocument {
  const { details, blocks, notes } = document;
  const leading = <T extends Pick<LibraryDocument['notes'][number], 'inlines'>>(piece: T): T => ({
    ...piece,
    inlines: piece.inlines.map((inline) =>
      inline.type === 'reference' && lost.has(inline.document ?? '')
        ? { ...inline, document: null }
        : inline,
    ),
  });
  if (details.type !== 'edition') return document;
  const crossReferences = details.crossReferences.filter((key) => !lost.has(key));
  return {
    ...document,
    details: { ...details, crossReferences },
    blocks: blocks.map(leading),
    notes: notes.map(leading),
  };
}

function ofFile({ unplacedDays, restoredBlanks }: Remarks): readonly ImportRemark[] {
  return [
    ...(unplacedDays === 0 ? [] : [importRemark(null, 'unplaced-days', unplacedDays)]),
    ...(restoredBlanks === 0 ? [] : [importRemark(null, 'blanks-restored', restoredBlanks)]),
  ];
}
