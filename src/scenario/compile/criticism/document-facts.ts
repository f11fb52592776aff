import type { RecordedTime } from '../../../core/time/recorded-time.js';
import { isDocumentKey } from '../../cite.js';
import { inside, keyOf, spotOf, type SourceFile, type Spot } from '../../reading/source-file.js';
import type { DocumentRow } from '../../schema/documents-schema.js';
import { isId } from '../../text/name-form.js';
import {
  dispatchAt,
  eachKnown,
  isEntry,
  isKnown,
  roughTimeAt,
  type CriticismContext,
} from './criticism-context.js';

/** What the file says of one document. */
export interface DocumentFacts {
  readonly source: string;
  /** Null for the source as a whole. */
  readonly key: string | null;
  readonly row: DocumentRow;
  readonly date: RecordedTime | null;
  /** When it was first printed, where that was before its source came out. */
  readonly printed: RecordedTime | null;
  readonly entries: readonly string[];
}

/** What the file says of documents, by {@link documentName}. */
export type FactsByDocument = ReadonlyMap<string, DocumentFacts>;

/** A document as a citation names it: `F06 d65`, or `MAL28` for a source as a whole. */
export function documentName(source: string, key: string | null): string {
  return key === null ? source : `${source} ${key}`;
}

/** Reads the rows on documents; each describes another. */
export function compileDocumentFacts(
  c: CriticismContext,
  rows: Readonly<Record<string, DocumentRow>>,
  file: SourceFile,
): FactsByDocument {
  const facts = new Map<string, DocumentFacts>();
  const describedBy = new Map<string, string>();
  for (const [id, row] of Object.entries(rows)) {
    const spot = spotOf(file, ['documents', id]);
    const one = factsOf(c, row, spot);
    const name = documentName(one.source, one.key);
    const other = describedBy.get(name);
    if (!isId(id)) c.report(keyOf(spot), 'bad-id', id);
    if (other !== undefined) c.report(keyOf(spot), 'same-document', name, other);
    else describedBy.set(name, id);
    facts.set(name, one);
  }
  return facts;
}

function factsOf(c: CriticismContext, row: DocumentRow, spot: Spot): DocumentFacts {
  isKnown(c, 'source', row.source, inside(spot, 'source'));
  const key = row.key === undefined ? null : String(row.key);
  if (key !== null && !isDocumentKey(key)) c.report(inside(spot, 'key'), 'bad-document-key', key);
  if (row.dispatch !== undefined) dispatchAt(c, row.dispatch, inside(spot, 'dispatch'));
  const isThere = (id: string, at: Spot) => isEntry(c, id, at);
  return {
    source: row.source,
    key,
    row,
    date: roughTimeAt(c, row.date, inside(spot, 'date')),
    printed: roughTimeAt(c, row.printed, inside(spot, 'printed')),
    entries: eachKnown(c, row.entries, isThere, inside(spot, 'entries')),
  };
}
