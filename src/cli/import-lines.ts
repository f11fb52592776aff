import type { DocumentKind, ImportRemark } from '../library/document.js';
import type { CollectionSummary } from '../library/folder/index-file.js';
import { importMessages } from './import-messages.js';
import { printable } from './printable.js';

/** What came of one file. */
export interface ImportedFile {
  readonly summary: CollectionSummary;
  readonly replaced: CollectionSummary | null;
  readonly remarks: readonly ImportRemark[];
}

/** Remarks of one kind that are shown whole; more are counted. */
const MOST_SHOWN = 3;

/** Tells of an imported file: what it is, its documents by kind, and what could not be read. */
export function importedLines({ summary, replaced, remarks }: ImportedFile): string[] {
  const { id, title, kinds } = summary;
  return [
    `${id}: ${title}`,
    `  ${kinds.map(({ kind, documents }) => countedKind(documents, kind)).join(', ')}`,
    ...(replaced === null ? [] : [`  ${replacedText(summary, replaced)}`]),
    ...(remarks.length === 0 ? [] : [`  ${importMessages.remarks(remarks.length)}`]),
    ...remarkLines(remarks).map((line) => `    ${line}`),
  ].map(printable);
}

function replacedText(summary: CollectionSummary, replaced: CollectionSummary): string {
  const isSame = summary.stored === replaced.stored;
  return isSame ? importMessages.again : importMessages.replaced(replaced.file.name);
}

function remarkLines(remarks: readonly ImportRemark[]): string[] {
  const codes = [...new Set(remarks.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const alike = remarks.filter((remark) => remark.code === code);
    const shown = alike.slice(0, MOST_SHOWN).map(remarkText);
    const more = alike.length - shown.length;
    return more === 0 ? shown : [...shown, importMessages.moreRemarks(more)];
  });
}

function remarkText({ document, message }: ImportRemark): string {
  return document === null ? message : `${document}: ${message}`;
}

function countedKind(count: number, kind: DocumentKind): string {
  return `${count} ${count === 1 ? kind : pluralOf(kind)}`;
}

function pluralOf(kind: DocumentKind): string {
  const [head = kind, ...rest] = kind.split(/(?= of )/);
  return `${head === 'memorandum' ? 'memoranda' : `${head}s`}${rest.join('')}`;
}
